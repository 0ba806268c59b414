import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenAccess, givenServer } from './server';

/** Runs kubectl of the version under test, and gives the lines that it prints. */
export function kubectl(...args: readonly string[]): string[] {
  const cache = mkdtempSync(join(tmpdir(), 'azureml-kubernetes-kubectl-'));
  try {
    const all = [`--kubeconfig=${givenAccess().kubeconfig}`, `--cache-dir=${cache}`, ...args];
    const printed = execFileSync(givenServer().binaries.kubectl, all, { encoding: 'utf8', stdio: 'pipe' });
    return printed.split('\n').filter((line) => line !== '');
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}
