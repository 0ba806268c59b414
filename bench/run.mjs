// Measures, and judges nothing: `npm run bench`, or only some parts: `npm run bench imports pairs wrongArgument`.
import { spawnSync } from 'node:child_process';

import { alternate, median, timing } from './processes.mjs';
import { pulumiImport, pulumiTypes, wrongArgument } from './pulumi.mjs';

const PARTS = { imports, pairs, pulumiImport, pulumiTypes, wrongArgument, suite };

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PARTS);
for (const name of wanted) {
  if (!Object.hasOwn(PARTS, name)) throw new Error(`no part ${name}; there are ${Object.keys(PARTS).join(', ')}`);
  PARTS[name]();
}

/** What our cdk8s entry costs on top of cdk8s itself: alone, with the classes of a small program, and as a whole. */
function imports() {
  const entry = `require('azureml-kubernetes/cdk8s')`;
  const programs = {
    'the entry': entry,
    'and JobDataVolume and ScoringIngress': `const { JobDataVolume, ScoringIngress } = ${entry}`,
    'and everything': `Object.values(${entry})`,
  };
  const [alone, ...runs] = alternate(
    25,
    ['', ...Object.values(programs)].map((code) => timing(`require('cdk8s'); ${code}`)),
  ).map(median);
  console.log(
    `require('cdk8s'): ${alone.toFixed(1)} ms; azureml-kubernetes/cdk8s adds (goal for the entry: at most 10 ms)`,
  );
  Object.keys(programs).forEach((name, index) => console.log(`  ${name}: ${(runs[index] - alone).toFixed(1)} ms`));
}

/** Our construct against objects written by hand, synthesis to a file included. */
function pairs() {
  const [byHand, ours] = alternate(11, [['bench/pairs-by-hand.mjs'], ['bench/pairs-of-ours.mjs']]);
  const [handMedian, ourMedian] = [byHand, ours].map((runs) => median(runs.map((run) => run.milliseconds)));
  if (byHand[0].hash !== ours[0].hash) throw new Error('the two programs wrote different manifests');
  console.log(`1,000 pairs by hand: ${handMedian.toFixed(0)} ms; with JobDataVolume: ${ourMedian.toFixed(0)} ms`);
  console.log(`  ratio ${(ourMedian / handMedian).toFixed(3)} (goal: at most 1.05)`);
}

/** How long the tests take that need nothing but Node. */
function suite() {
  const start = performance.now();
  const { status } = spawnSync('npm', ['test', '--silent', '--', '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const seconds = (performance.now() - start) / 1000;
  console.log(`npm test: ${seconds.toFixed(1)} s (goal: under 120 s on 2 cores)`);
  if (status !== 0) throw new Error('npm test failed');
}
