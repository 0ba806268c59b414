// Prints what the example for AKS registers, with the files of further folders in place of its own.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

import { runUserProgram } from './user-program.mjs';

const EXAMPLE = 'examples/pulumi-aks';

const { errors, resources } = await runUserProgram([EXAMPLE, ...process.argv.slice(2)], {
  typeCheck: false,
  config: { ...stackConfiguration(), privateKey: readFileSync('test/support/certificates/key.pem', 'utf8') },
});
if (errors.length > 0) throw new Error(errors.join('\n'));
const made = resources.filter(({ custom }) => custom).map(({ type, inputs }) => JSON.stringify([type, sorted(inputs)]));
console.log(JSON.stringify(made.sort()));

/** The configuration of the stack, except for what is encrypted in it. */
function stackConfiguration() {
  const { config } = parse(readFileSync(`${EXAMPLE}/Pulumi.dev.yaml`, 'utf8'));
  const plain = Object.entries(config).filter(([, value]) => value.secure === undefined);
  return Object.fromEntries(
    plain.map(([key, value]) => [key.split(':')[1], typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
