import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const FOLDER = join(ROOT, 'test/types');

/** What the check must find, if it works. */
const CONTROL = `// @ts-expect-error - nothing is wrong below
export const right: number = 1;
export const wrong: number = 'text';
`;

let scratch: string;

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'types-'));
});

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** Compiles the files of test/types and the control with the options of the project. */
function typeErrors(): string[] {
  const control = join(scratch, 'control.ts');
  writeFileSync(control, CONTROL);
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
  const config = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { typeRoots: [join(ROOT, 'node_modules/@types')] },
    files: [...names.map((name) => join(FOLDER, name)), control],
    include: [],
  };
  writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify(config));
  const args = [require.resolve('typescript/bin/tsc'), '-p', scratch, '--pretty', 'false'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: scratch, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}

describe('what the types refuse (test/types)', () => {
  test('every @ts-expect-error is expected rightly, and nothing else is wrong', () => {
    expect(typeErrors()).toStrictEqual([
      "control.ts(1,1): error TS2578: Unused '@ts-expect-error' directive.",
      "control.ts(3,14): error TS2322: Type 'string' is not assignable to type 'number'.",
    ]);
  }, 60_000);
});
