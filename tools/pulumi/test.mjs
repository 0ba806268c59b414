#!/usr/bin/env node
// Runs the tests on the real Pulumi engine: npm run test:engine -- [arguments of jest]
// Builds the command line and the servers of one Kubernetes minor when they are missing. Whatever keeps the tests from
// running makes the exit code 1.
import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { kubernetes } from '../kubernetes/table.mjs';
import { here } from './table.mjs';

const root = join(here, '..', '..');

// The minor in the middle: supported by whoever supports any of them.
const { minor } = kubernetes[Math.floor(kubernetes.length / 2)];

function built(script, ...args) {
  const stdio = ['ignore', 'pipe', 'inherit'];
  return JSON.parse(execFileSync(process.execPath, [script, '--json', ...args], { encoding: 'utf8', stdio }));
}

try {
  const { version, cli } = built(join(here, 'build.mjs'));
  const [server] = built(join(here, '..', 'kubernetes', 'build.mjs'), minor);
  console.error(`\n=== Pulumi ${version}, Kubernetes ${server.version} ===`);
  const jest = createRequire(join(root, 'package.json')).resolve('jest/bin/jest');
  const args = [jest, '--config', join(root, 'jest.engine.config.js'), ...process.argv.slice(2)];
  const env = { ...process.env, ENGINE_TEST_PULUMI: cli, CLUSTER_TEST_SERVER: JSON.stringify(server) };
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0 ? 0 : 1;
} catch (error) {
  console.error(`engine tests did not run: ${error.message}`);
  process.exitCode = 1;
}
