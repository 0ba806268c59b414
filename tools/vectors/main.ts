// Checks the derivation against reference vectors of the Azure CLI:
//   npm run vectors          the committed ones
//   npm run vectors -- FILE  those of any file of the same form
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkVectors, formatReport } from './check';
import type { VectorFile } from './vector';

const COMMITTED = join(__dirname, '../../test/vectors/az-vectors.json');

const report = checkVectors(JSON.parse(readFileSync(process.argv[2] ?? COMMITTED, 'utf8')) as VectorFile);
console.log(formatReport(report));
if (report.mismatches.length > 0) process.exitCode = 1;
