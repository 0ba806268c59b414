import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkVectors } from '../../tools/vectors/check';
import { DEVIATIONS } from '../../tools/vectors/deviations';
import type { Vector, VectorFile } from '../../tools/vectors/vector';

const ROOT = resolve(__dirname, '../..');
const COMMITTED = join(ROOT, 'test/vectors/az-vectors.json');
const { vectors } = JSON.parse(readFileSync(COMMITTED, 'utf8')) as VectorFile;

function run(...files: string[]): { readonly status: number | null; readonly lines: readonly string[] } {
  const tsx = require.resolve('tsx/cli');
  const { status, stdout } = spawnSync(process.execPath, [tsx, 'tools/vectors/main.ts', ...files], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trim().split('\n') };
}

function fieldsOf(vector: Vector | undefined, change: (outcome: Record<string, unknown>) => void): readonly string[] {
  const copy = JSON.parse(JSON.stringify(vector)) as Vector;
  change(copy.outcome as unknown as Record<string, unknown>);
  const { mismatches } = checkVectors({ vectors: [copy] });
  return mismatches.flatMap(({ fields }) => fields);
}

describe('npm run vectors', () => {
  test('prints totals and deviations of the committed vectors and ends with status 0', () => {
    expect(run()).toStrictEqual({
      status: 0,
      lines: [
        '310 vectors: 307 equal, 3 equal after a deviation, 0 mismatches',
        '  deviation cluster-type-letter-case: 1',
        '  deviation openshift-without-node-count: 2',
      ],
    });
  });

  test('prints what it cannot explain in full and ends with status 1', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
    const file = join(folder, 'one.json');
    const [first] = vectors.filter(({ outcome }) => outcome.ok);
    writeFileSync(
      file,
      JSON.stringify({ vectors: [{ ...first, outcome: { ...first?.outcome, releaseTrain: 'other' } }] }),
    );
    const { status, lines } = run(file);
    rmSync(folder, { recursive: true });

    expect(status).toBe(1);
    expect(lines[0]).toBe('1 vectors: 0 equal, 0 equal after a deviation, 1 mismatches');
    expect(lines[2]).toBe(`mismatch ${first?.id ?? ''}: releaseTrain`);
    expect(lines.slice(3).map((line) => line.slice(0, 21))).toStrictEqual([
      '  input    {"id":"cre',
      '  expected {"ok":true',
      '  actual   {"ok":true',
    ]);
  });
});

describe('the comparison with a vector', () => {
  const created = vectors.find(
    ({ op, outcome }) => op === 'create' && outcome.ok && outcome.createsInAzure !== undefined,
  );
  const updated = vectors.find(({ op, outcome }) => op === 'update' && outcome.ok && outcome.confirmation !== null);
  const refused = vectors.find(({ op, outcome }) => op === 'update' && !outcome.ok && outcome.confirmation !== null);

  test.each(['settings', 'protected', 'bool', 'createsInAzure', 'createIdentity', 'releaseNamespace', 'version'])(
    'fails when %s of an install differs or is missing',
    (field) => {
      expect(fieldsOf(created, (outcome) => (outcome[field] = 'other'))).toStrictEqual([field]);
      expect(fieldsOf(created, (outcome) => Reflect.deleteProperty(outcome, field))).toStrictEqual([field]);
    },
  );

  test.each(['warnings', 'confirmation', 'settings', 'autoUpgradeMinorVersion', 'somethingNew'])(
    'fails when %s of an update differs',
    (field) => {
      expect(fieldsOf(updated, (outcome) => (outcome[field] = ['other']))).toStrictEqual([field]);
    },
  );

  test.each([
    ['rule', 'relay-gone', 'codes'],
    ['rule', 'no such rule', 'codes'],
    ['errorType', 'AttributeError', 'codes'],
    ['confirmation', null, 'confirmation'],
  ])('fails when %s of a refusal is %s', (field, value, expected) => {
    expect(fieldsOf(refused, (outcome) => (outcome[field] = value))).toStrictEqual([expected]);
  });

  test('fails when one sends what the other refuses', () => {
    expect(fieldsOf(created, (outcome) => (outcome['ok'] = false))).toStrictEqual(['ok']);
  });

  test('fails when a setting is null instead of text, or is there in addition', () => {
    const change = (key: string, value: unknown) => (outcome: Record<string, unknown>) => {
      outcome['settings'] = { ...(outcome['settings'] as object), [key]: value };
    };

    expect(fieldsOf(created, change('location', null))).toStrictEqual(['settings']);
    expect(fieldsOf(created, change('other', null))).toStrictEqual(['settings']);
  });

  test('reports an exception of the derivation as a mismatch', () => {
    const broken = { ...created, cluster: { ...created?.cluster, location: null } } as unknown as Vector;
    const report = checkVectors({ vectors: [broken] });

    expect(report.mismatches.map(({ fields }) => fields)).toStrictEqual([['thrown']]);
  });

  test('is exact for all but very few vectors', () => {
    const { deviations, total } = checkVectors({ vectors });
    const touched = Object.values(deviations).reduce((sum, count) => sum + count, 0);

    expect(touched / total).toBeLessThan(0.02);
    expect(
      DEVIATIONS.map(({ name, reason }) => `${name} ${reason}`).filter((text) => /(create|update)-\d/.test(text)),
    ).toStrictEqual([]);
  });
});
