import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

import { exports as subPaths, name as packageName } from '../../package.json';

const ROOT = resolve(__dirname, '../..');

/** The packages that each sub-path may load; a package inside another (what cdk8s bundles) counts as the outer one. */
const MAY_LOAD: Readonly<Record<string, readonly string[]>> = {
  '.': [],
  './manifests': [],
  './arm': [],
  './az': [],
  './cdk8s': ['cdk8s', 'constructs'],
  './cdk8s-plus': ['cdk8s', 'cdk8s-plus-27', 'constructs'],
  './pulumi': ['@pulumi/azure-native', '@pulumi/kubernetes'],
};

/** Which layers of lib each sub-path may load; the first is its own. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  '.': ['model'],
  './manifests': ['manifests', 'model'],
  './arm': ['arm', 'model'],
  './az': ['az', 'model'],
  './cdk8s': ['cdk8s', 'manifests', 'model'],
  './cdk8s-plus': ['cdk8s-plus', 'cdk8s', 'manifests', 'model'],
  './pulumi': ['pulumi', 'manifests', 'model'],
};

/** What is loaded before: the SDK loads dozens of packages of its own. */
const LOADED_BEFORE: Readonly<Record<string, string>> = { './pulumi': '@pulumi/pulumi' };

interface Loaded {
  readonly packages: readonly string[];
  readonly layers: readonly string[];
}

/** Requires a sub-path in a process of its own, from its sources, and says what came with it. */
function load(subPath: string): Loaded {
  const script = `
    ${subPath in LOADED_BEFORE ? `require(${JSON.stringify(LOADED_BEFORE[subPath])});` : ''}
    const before = new Set(Object.keys(require.cache));
    require(${JSON.stringify(join(packageName, subPath))});
    console.log(JSON.stringify(Object.keys(require.cache).filter((path) => !before.has(path))));`;
  const output = execFileSync(process.execPath, ['--import', 'tsx', '-e', script], { cwd: ROOT, encoding: 'utf8' });
  const files = (JSON.parse(output) as string[]).map((path) => path.slice(ROOT.length + 1));
  return {
    packages: firstGroups(files, /^node_modules\/((?:@[^/]+\/)?[^/]+)/),
    layers: firstGroups(files, /^lib\/([^/]+)/),
  };
}

function firstGroups(files: readonly string[], pattern: RegExp): string[] {
  const groups = files.flatMap((file) => pattern.exec(file)?.slice(1) ?? []);
  return [...new Set(groups)].sort();
}

const MODULES = Object.entries(subPaths)
  .filter(([, target]) => typeof target === 'object')
  .map(([subPath]) => subPath);

describe('what a sub-path loads', () => {
  test.each(MODULES)('%s: its own layers and peers, and nothing of the others', (subPath) => {
    const loaded = load(subPath);
    expect(loaded.packages).toStrictEqual(MAY_LOAD[subPath]);
    expect(loaded.layers).toContain(LAYERS[subPath]?.[0]);
    expect(loaded.layers.filter((layer) => !LAYERS[subPath]?.includes(layer))).toStrictEqual([]);
  });

  test('the count sees a package that is loaded', () => {
    expect(load('./cdk8s-plus').packages).toContain('cdk8s-plus-27');
  });
});
