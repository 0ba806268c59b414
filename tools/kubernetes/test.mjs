#!/usr/bin/env node
// Runs the cluster tests on one Kubernetes minor after the other:
//   npm run test:cluster -- [--minor 1.36]... [arguments of jest]
// Builds the servers that are missing. Whatever keeps a minor from being tested makes the exit code 1.
import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { here } from './table.mjs';

const root = join(here, '..', '..');

function parse(args) {
  const minors = [];
  const rest = [];
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] !== '--minor') rest.push(args[index]);
    else if (args[index + 1] === undefined) throw new Error('--minor wants a value, such as --minor 1.36');
    else minors.push(args[(index += 1)]);
  }
  return { minors, rest };
}

function servers(minors) {
  const args = [join(here, 'build.mjs'), '--json', ...minors];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}

function runs(server, rest) {
  console.error(`\n=== Kubernetes ${server.version} ===`);
  const jest = createRequire(join(root, 'package.json')).resolve('jest/bin/jest');
  const args = [jest, '--config', join(root, 'jest.cluster.config.js'), ...rest];
  const env = { ...process.env, CLUSTER_TEST_SERVER: JSON.stringify(server) };
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status === 0;
}

try {
  const { minors, rest } = parse(process.argv.slice(2));
  const results = servers(minors).map((server) => ({ version: server.version, passed: runs(server, rest) }));
  console.error('');
  for (const { version, passed } of results) console.error(`Kubernetes ${version}: ${passed ? 'passed' : 'FAILED'}`);
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
} catch (error) {
  console.error(`cluster tests did not run: ${error.message}`);
  process.exitCode = 1;
}
