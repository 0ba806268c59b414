// What Pulumi programs are measured by.
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { found } from '../tools/go/cache.mjs';
import { pulumi } from '../tools/pulumi/table.mjs';
import { alternate, median, processorTiming } from './processes.mjs';

const WITH_TSX = ['--import', 'tsx'];
const BY_HAND = 'bench/aks-by-hand';
const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** The exact files of the peers that the package requires, sooner or later. */
function requiredPeers() {
  const files = readdirSync(DIST, { recursive: true }).filter((file) => file.endsWith('.js'));
  const built = files.map((file) => readFileSync(join(DIST, file), 'utf8')).join('\n');
  return [...new Set(Array.from(built.matchAll(/require\('(@pulumi\/[^']+)'\)/g), ([, name]) => name))];
}

/** What our entry, and all that it has, costs on top of the parts of the SDKs that it needs. */
export function pulumiImport() {
  const peers = requiredPeers();
  const providers = peers.map((name) => `require('${name}');`).join(' ');
  const entry = `require('azureml-kubernetes/pulumi')`;
  const programs = { 'the entry': entry, 'and everything in it': `Object.values(${entry})` };
  const codes = ['', ...Object.values(programs)].map((code) => processorTiming(`${providers} ${code}`));
  const [alone, ...runs] = alternate(25, codes).map(median);
  console.log(
    `require of ${peers.length} parts of the Pulumi SDKs: ${alone.toFixed(0)} ms; with azureml-kubernetes/pulumi`,
  );
  Object.keys(programs).forEach((name, index) => {
    console.log(`  ${name}: ratio ${(runs[index] / alone).toFixed(3)} (goal: at most 1.05)`);
  });
}

/** How long a user waits to be told about wrong arguments. */
export function wrongArgument() {
  const program = [...WITH_TSX, 'bench/wrong-argument.mjs'];
  const [transpiled, checked] = alternate(5, [program, [...program, '--type-check']]);
  for (const { errors } of [...transpiled, ...checked]) {
    if (errors.length !== 1 || !errors[0].includes('has 4 errors')) throw new Error(errors.join('\n'));
  }
  const [transpiledMedian, checkedMedian] = [transpiled, checked].map(medianSeconds);
  console.log(`wrong arguments: ${transpiledMedian.toFixed(2)} s until the message is there (goal: under 2 s)`);
  console.log(`  with the type-check before each run that Pulumi does by default: ${checkedMedian.toFixed(2)} s`);
  wrongArgumentOnEngine();
}

/** The same on the real engine, where it has been built. */
function wrongArgumentOnEngine() {
  const { pulumi: cli } = found(pulumi);
  if (cli === undefined) return;
  process.env.PATH = `${dirname(cli)}${delimiter}${process.env.PATH}`;
  const [runs] = alternate(5, [['bench/wrong-argument-on-engine.mjs']]);
  console.log(`  on the real engine, from the start of \`up\`: ${medianSeconds(runs).toFixed(2)} s`);
}

/** The example for AKS against the same resources, written with the root imports of the provider SDKs. */
export function pulumiTypes() {
  const registered = [...WITH_TSX, 'bench/aks-resources.mjs'];
  const [[oursMade], [handMade]] = alternate(1, [registered, [...registered, BY_HAND]]);
  if (oursMade.join() !== handMade.join()) throw new Error('the two programs registered different resources');
  const check = ['bench/type-check.mjs', 'examples/pulumi-aks'];
  const [ours, byHand] = alternate(5, [check, [...check, BY_HAND]]);
  const [ourMedian, handMedian] = [ours, byHand].map(medianSeconds);
  console.log(`type-check of the AKS example: ${ourMedian.toFixed(2)} s, ${ours[0].files} files`);
  console.log(`  the same ${handMade.length} resources by hand: ${handMedian.toFixed(2)} s, ${byHand[0].files} files`);
  console.log(`  ratio ${(ourMedian / handMedian).toFixed(3)} (goal: at most 0.6)`);
}

function medianSeconds(runs) {
  return median(runs.map(({ milliseconds }) => milliseconds)) / 1000;
}
