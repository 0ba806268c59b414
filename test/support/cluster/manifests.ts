import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { parse } from 'yaml';
import type { ManifestCase } from '../cases/case';
import type { Manifest } from './application';
import type { KubeObject } from './objects';

const ROOT = join(__dirname, '..', '..', '..');
const EXAMPLES = join(ROOT, 'examples');

/** What a case renders, also into charts of its own, in the order in which their files sort. */
export function objectsOf(manifestCase: ManifestCase): KubeObject[] {
  const chart = new Chart(Testing.app(), 'case');
  manifestCase.build(chart);
  const charts = chart.node.findAll().filter((construct) => Chart.isChart(construct));
  return charts.flatMap((one) => Testing.synth(one) as KubeObject[]);
}

/** The objects, sent as JSON. */
export function asManifests(objects: readonly KubeObject[]): Manifest[] {
  return objects.map((object) => ({ object, text: JSON.stringify(object) }));
}

/** The names of the examples: the folders with a program. */
export function exampleNames(): string[] {
  const folders = existsSync(EXAMPLES) ? readdirSync(EXAMPLES) : [];
  return folders.filter((name) => existsSync(join(EXAMPLES, name, 'main.ts'))).sort();
}

/** Runs an example as its reader does, gives the folder of what it wrote to `use`, and removes it. */
export async function withExample<T>(name: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'azureml-kubernetes-example-'));
  try {
    const env = { ...process.env, CDK8S_OUTDIR: folder };
    const args = [require.resolve('tsx/cli'), join(EXAMPLES, name, 'main.ts')];
    execFileSync(process.execPath, args, { cwd: ROOT, env, stdio: 'pipe' });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The folders whose manifests belong together: the folder itself, or where it has no manifests each folder in it. */
export function manifestFolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some(({ name }) => name.endsWith('.yaml'))) return [folder];
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

/** The manifests that were written to a folder, byte for byte, in the order in which kubectl takes them. */
export function manifestsIn(folder: string): Manifest[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.sort().flatMap((file) => {
    const texts = readFileSync(join(folder, file), 'utf8').split(/^---$/m);
    return texts.filter((text) => text.trim() !== '').map((text) => ({ object: parse(text) as KubeObject, text }));
  });
}
