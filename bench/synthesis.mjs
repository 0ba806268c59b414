// What a measured program has in common with the one it is compared to: an app, a chart, and synthesis to files.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';

export const PAIRS = 1000;

/** Prints the milliseconds from the first construct to the last written file, and a hash of what was written. */
export function measureSynthesis(fill) {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const start = performance.now();
    const app = new App({ outdir });
    fill(new Chart(app, 'volumes'));
    app.synth();
    const milliseconds = performance.now() - start;
    const text = readFileSync(join(outdir, 'volumes.k8s.yaml'), 'utf8');
    console.log(JSON.stringify({ milliseconds, hash: createHash('sha256').update(text).digest('hex') }));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
