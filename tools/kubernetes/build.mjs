#!/usr/bin/env node
// Builds the servers of the cluster tests that are not there yet:
//   node tools/kubernetes/build.mjs [--json] [minor...]
// Without a minor: all of versions.json. `--json` prints `[{ minor, version, binaries: { command: path } }]` on stdout.
import { provide } from '../go/build.mjs';
import { etcd, rowsOf } from './table.mjs';

function main(args) {
  const rows = rowsOf(args.filter((arg) => arg !== '--json'));
  const [etcdBinaries, ...binaries] = provide([etcd, ...rows]);
  const servers = rows.map(({ minor, version }, index) => ({
    minor,
    version,
    binaries: { ...etcdBinaries, ...binaries[index] },
  }));
  if (args.includes('--json')) console.log(JSON.stringify(servers, undefined, 2));
  else for (const { version } of servers) console.error(`Kubernetes ${version}: all there`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(`cluster test servers: ${error.message}`);
  process.exitCode = 1;
}
