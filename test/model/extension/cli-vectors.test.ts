import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkVectors } from '../../../tools/vectors/check';
import type { VectorFile } from '../../../tools/vectors/vector';

const FILE = join(__dirname, '../../vectors/az-vectors.json');

test('the derivation reproduces the reference vectors of the Azure CLI', () => {
  expect(checkVectors(JSON.parse(readFileSync(FILE, 'utf8')) as VectorFile)).toStrictEqual({
    total: 310,
    equal: 307,
    deviations: { 'cluster-type-letter-case': 1, 'openshift-without-node-count': 2 },
    mismatches: [],
  });
});
