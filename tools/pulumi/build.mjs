#!/usr/bin/env node
// Builds the Pulumi command line when it is not there yet: node tools/pulumi/build.mjs [--json]
// `--json` prints `{ version, cli: path }` on stdout.
import { provide } from '../go/build.mjs';
import { pulumi } from './table.mjs';

try {
  const [binaries] = provide([pulumi]);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ version: pulumi.version, cli: binaries.pulumi }));
  else console.error(`Pulumi ${pulumi.version}: there`);
} catch (error) {
  console.error(`Pulumi for the engine tests: ${error.message}`);
  process.exitCode = 1;
}
