// Writes the manifests of every example, or of those named, into manifests/<example>/: `npm run synth [example...]`.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const all = readdirSync(join(root, 'examples')).filter((name) => existsSync(join(root, 'examples', name, 'main.ts')));
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`no such example: ${unknown.join(', ')}; there are ${all.join(', ')}`);

const queue = [...wanted];
const failed = [];
await Promise.all(Array.from({ length: availableParallelism() }, synthesizeNext));
if (failed.length > 0) throw new Error(`failed: ${failed.join(', ')}`);

async function synthesizeNext() {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const files = (await synthesize(name)) ? manifestsOf(name) : [];
    if (files.length === 0) failed.push(name);
    for (const file of files) console.log(`manifests/${name}/${file}`);
  }
}

/** Runs the program of an example as the cdk8s command line would, without its questions about new versions. */
function synthesize(name) {
  const outDir = join(root, 'manifests', name);
  rmSync(outDir, { recursive: true, force: true });
  const env = { ...process.env, CDK8S_OUTDIR: outDir };
  const child = spawn(process.execPath, ['--import', 'tsx', `examples/${name}/main.ts`], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}

function manifestsOf(name) {
  const outDir = join(root, 'manifests', name);
  return existsSync(outDir) ? readdirSync(outDir).sort() : [];
}
