import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const LAYERS = ['model', 'manifests', 'arm', 'az', 'cdk8s', 'cdk8s-plus', 'pulumi'];
const SDKS = ['@pulumi/pulumi', '@pulumi/kubernetes', '@pulumi/azure-native'];
const PACKAGES = ['cdk8s', 'constructs', 'cdk8s-plus-27', ...SDKS, 'yaml', 'node:fs', 'node:crypto'];

/** Every arrow that the architecture has; whatever else is written below must be reported. */
const ALLOWED = [
  'manifests -> lib/model',
  'arm -> lib/model',
  'az -> lib/model',
  'cdk8s -> lib/model',
  'cdk8s -> lib/manifests',
  'cdk8s -> cdk8s',
  'cdk8s -> constructs',
  'cdk8s-plus -> lib/model',
  'cdk8s-plus -> lib/cdk8s',
  'cdk8s-plus -> cdk8s-plus-27',
  'pulumi -> lib/model',
  'pulumi -> lib/manifests',
  ...SDKS.map((name) => `pulumi -> ${name}`),
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** Other things that the rules refuse, file by file. */
const OTHER_FILES: Readonly<Record<string, string>> = {
  'lib/model/a.ts': "import './b';\nexport const a = 1;\n",
  'lib/model/b.ts': "import './a';\nexport const b = 1;\n",
  'lib/model/storage/index.ts': 'export const storage = 1;\n',
  'lib/model/storage/internal.ts': 'export const inside = 1;\n',
  'lib/model/tls/certificate-hash.ts': "import 'node:crypto';\n",
  'lib/model/tls/bad-hash.ts': "import 'node:fs';\n",
  'lib/manifests/barrel.ts': "import '../model/storage';\n",
  'lib/manifests/inside.ts': "import '../model/storage/internal';\n",
  'examples/first/good.ts': "import 'azureml-kubernetes/manifests';\n",
  'examples/first/bad.ts': "import '../../lib/model/a';\n",
};

let project: string;
let violations: readonly Violation[];

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'layers-'));
  cpSync(join(ROOT, 'tsconfig.json'), join(project, 'tsconfig.json'));
  for (const name of PACKAGES.filter((one) => !one.startsWith('node:'))) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const layer of LAYERS) {
    write(`lib/${layer}/index.ts`, 'export const thing = 1;\n');
    for (const target of targetsOf(layer)) write(arrowFile(layer, target), arrowSource(target));
  }
  for (const [path, text] of Object.entries(OTHER_FILES)) write(path, text);
  violations = cruise();
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function targetsOf(layer: string): string[] {
  return [...LAYERS.filter((other) => other !== layer).map((other) => `lib/${other}`), ...PACKAGES];
}

function arrowFile(layer: string, target: string): string {
  return `lib/${layer}/to-${target.replace(/[/:]/g, '-')}.ts`;
}

function arrowSource(target: string): string {
  const specifier = target.startsWith('lib/') ? `../${target.slice(4)}/index` : target;
  return `import type * as target from '${specifier}';\nexport type Target = typeof target;\n`;
}

/** Runs dependency-cruiser with the rules of this project on the scratch project. */
function cruise(): readonly Violation[] {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const args = [program, '--config', config, '--output-type', 'json', 'lib', 'examples'];
  const output = execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the rules of the layers', () => {
  test('report every arrow that the architecture does not have, type imports included', () => {
    const forbidden = LAYERS.flatMap((layer) =>
      targetsOf(layer)
        .filter((target) => !ALLOWED.includes(`${layer} -> ${target}`))
        .map((target) => arrowFile(layer, target)),
    );
    const reported = violations.filter((one) => one.from.includes('/to-'));
    expect(reported.map((one) => one.from).sort()).toStrictEqual(forbidden.sort());
    expect(new Set(reported.map((one) => one.rule.name))).toStrictEqual(new Set(['not-in-allowed']));
  });

  test('report cycles, inner barrels, the inside of another layer, and more than node:crypto for hashes', () => {
    const reported = violations.filter((one) => !one.from.includes('/to-'));
    expect(reported.map((one) => `${one.from}: ${one.rule.name}`).sort()).toStrictEqual([
      'examples/first/bad.ts: examples-import-as-users-do',
      'lib/manifests/barrel.ts: one-barrel-a-layer',
      'lib/manifests/inside.ts: no-internal-of-another-layer',
      'lib/model/a.ts: no-circular',
      'lib/model/tls/bad-hash.ts: not-in-allowed',
    ]);
  });
});
