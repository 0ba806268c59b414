import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const CDK8S = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin/cdk8s');

let output: string;

beforeAll(() => {
  output = mkdtempSync(join(tmpdir(), 'synth-'));
});

afterAll(() => {
  rmSync(output, { recursive: true, force: true });
});

describe('the cdk8s command line', () => {
  test('makes the manifests of the main example at the root', () => {
    const args = [CDK8S, 'synth', '--check-upgrade', 'false', '--output', output];
    // What it says beside is not its result: npm's own warnings and those of the example.
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(readdirSync(output)).not.toStrictEqual([]);
  }, 60_000);
});

describe('npm run synth', () => {
  test('fails when an example does not exist', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/synth.mjs', 'nothing'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('no such example: nothing');
  });
});
