import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { exports as subPaths, name as packageName, typesVersions } from '../../package.json';
import { InstalledPackage, type Outcome } from '../support/installed-package';

/** The sub-paths whose peers are not there in a folder with only cdk8s and constructs. */
const OTHER_PEERS: Readonly<Record<string, string>> = {
  './cdk8s-plus': 'npm install cdk8s-plus-27',
  './pulumi': 'npm install @pulumi/pulumi @pulumi/kubernetes @pulumi/azure-native',
};

const MODULES = Object.entries(subPaths)
  .filter(([, target]) => typeof target === 'object')
  .map(([subPath]) => subPath);
const USABLE = MODULES.filter((subPath) => !(subPath in OTHER_PEERS)).map((subPath) => join(packageName, subPath));

const SDKS = ['@pulumi/pulumi', '@pulumi/kubernetes', '@pulumi/azure-native'];

const DONE: Outcome = { code: 0, output: 'done\n' };

/** Every way in which compilers find modules, with the kind of module and the files that are compiled. */
const RESOLUTIONS: readonly (readonly [string, string, readonly string[]])[] = [
  ['node10', 'commonjs', ['main.ts']],
  ['node16', 'node16', ['main.cts', 'main.mts']],
  ['nodenext', 'nodenext', ['main.cts', 'main.mts']],
  ['bundler', 'esnext', ['main.ts']],
];

/** What a user of cdk8s writes, without the imports. */
const PROGRAM = `
const app = new App();
const chart = new Chart(app, 'azureml');
new JobDataVolume(chart, 'images', {
  source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
  capacity: '1Ti',
  mountPath: '/mnt/images',
  namespace: 'ml-jobs',
});
if (!app.synthYaml().includes('kind: PersistentVolumeClaim')) throw new Error('no claim');
`;

const NAMES_OF_ALL = USABLE.map((_, index) => `all${String(index)}`);
const REQUIRE_ALL = USABLE.map((path, index) => `const all${String(index)} = require('${path}');`).join('\n');
const IMPORT_ALL = USABLE.map((path, index) => `import * as all${String(index)} from '${path}';`).join('\n');
const CHECK_ALL = `
for (const all of [${NAMES_OF_ALL.join(', ')}]) {
  if (Object.keys(all).length === 0) throw new Error('nothing exported');
  if (Object.values(all).includes(undefined)) throw new Error('an export without a value');
}
`;
const IMPORT_NAMES = `
import { App, Chart } from 'cdk8s';
import { JobDataVolume } from '${packageName}/cdk8s';
`;

/** What a user of Pulumi writes, without the imports, and with something in place of the engine. */
const PULUMI_PROGRAM = `
async function main() {
  await runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
    call: ({ inputs }) => inputs,
  });
  const provider = new Provider('cluster', { kubeconfig: 'kubeconfig of a test' });
  const volume = new JobDataVolume(
    'images',
    {
      source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
      capacity: '1Ti',
      mountPath: '/mnt/images',
      namespace: 'ml-jobs',
    },
    { provider },
  );
  volume.claimName.apply((name) => {
    if (name !== 'images') throw new Error('no claim');
    console.log('done');
  });
}
void main();
`;
const IMPORT_PULUMI = `
import { runtime } from '@pulumi/pulumi';
import { Provider } from '@pulumi/kubernetes/provider.js';
import { JobDataVolume } from '${packageName}/pulumi';
`;

const installed = new InstalledPackage();
const withSdks = new InstalledPackage();
const alone = new InstalledPackage();

beforeAll(() => {
  const tarball = installed.packProject();
  installed.install(tarball, installed.packInstalled('cdk8s'), installed.packInstalled('constructs'));
  alone.install(tarball);
  withSdks.install(tarball);
  for (const name of SDKS) withSdks.link(name);
}, 240_000);

afterAll(() => {
  installed.remove();
  alone.remove();
  withSdks.remove();
});

interface Compilation {
  readonly moduleResolution: string;
  readonly module: string;
  readonly files: readonly string[];
  readonly program: string;
  readonly subPath: string;
}

/** Compiles a program, and beside it one for each file that imports what is not there. */
function expectCompiled(user: InstalledPackage, compilation: Compilation): void {
  const { moduleResolution, module, files, program, subPath } = compilation;
  const wrong = files.map((file) => `wrong-${file}`);
  for (const file of files) user.write(file, program);
  for (const file of wrong) {
    user.write(file, `import { Nothing } from '${packageName}/${subPath}';\nexport { Nothing };\n`);
  }
  const options = ['--ignoreDeprecations', '6.0', '--strict', '--noEmit', '--target', 'es2022'];
  const modes = ['--module', module, '--moduleResolution', moduleResolution, '--skipLibCheck', 'false'];
  const { output } = user.tsc(...options, ...modes, '--pretty', 'false', ...files, ...wrong);
  expect(output.trimEnd().split('\n')).toStrictEqual(
    wrong.map(
      (file) => `${file}(1,10): error TS2305: Module '"${packageName}/${subPath}"' has no exported member 'Nothing'.`,
    ),
  );
}

describe('the package, installed beside cdk8s and constructs only', () => {
  test('has a file for every target of its exports and typesVersions', () => {
    const targets = [
      ...Object.values(subPaths).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target))),
      ...Object.values(typesVersions['*']).flat(),
    ];
    const files = targets.filter((target) => !target.includes('*'));
    const folder = join(installed.folder, 'node_modules', packageName);
    expect(files.filter((file) => !existsSync(join(folder, file)))).toStrictEqual([]);
  });

  test('has the same sub-paths for compilers that know exports and for those that know typesVersions', () => {
    const named = MODULES.filter((subPath) => subPath !== '.').map((subPath) => subPath.slice(2));
    expect(Object.keys(typesVersions['*'])).toStrictEqual(named);
  });

  test('works from CommonJS', () => {
    installed.write(
      'main.cjs',
      `${REQUIRE_ALL}
const { App, Chart } = require('cdk8s');
const { JobDataVolume } = require('${packageName}/cdk8s');
${CHECK_ALL}${PROGRAM}
console.log('done');`,
    );
    expect(installed.node('main.cjs')).toStrictEqual(DONE);
  });

  test('loads what only the platform needs when the platform is used', () => {
    installed.write(
      'lazy.cjs',
      `const loaded = () => Object.keys(require.cache).filter((path) => path.endsWith('shared/platform.js')).length;
const azureml = require('${packageName}/cdk8s');
azureml.JobDataVolume;
const before = loaded();
azureml.AzureMLPlatform;
console.log(before, loaded(), azureml.JobDataVolume === azureml.JobDataVolume);`,
    );
    expect(installed.node('lazy.cjs')).toStrictEqual({ code: 0, output: '0 1 true\n' });
  });

  test('works from an ECMAScript module', () => {
    installed.write('main.mjs', `${IMPORT_ALL}${IMPORT_NAMES}${CHECK_ALL}${PROGRAM}console.log('done');`);
    expect(installed.node('main.mjs')).toStrictEqual(DONE);
  });

  test.each(RESOLUTIONS)(
    'compiles with the module resolution %s, and refuses what is wrong',
    (moduleResolution, module, files) => {
      const program = `${IMPORT_ALL}${IMPORT_NAMES}${CHECK_ALL}${PROGRAM}`;
      expectCompiled(installed, { moduleResolution, module, files, program, subPath: 'cdk8s' });
    },
  );

  test('has no type of azure-native in its declarations, and no root of a provider SDK', () => {
    const folder = join(installed.folder, 'node_modules', packageName, 'dist');
    const declarations = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.d.ts'),
    );
    const imports = declarations.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/(?:from |import\()["'](@pulumi\/[^"']+)["']/g)].map(
        (match) => match[1],
      ),
    );
    expect(new Set(imports)).toStrictEqual(new Set(['@pulumi/pulumi', '@pulumi/kubernetes/provider.js']));
  });

  test('does not let the inside of the package be imported', () => {
    const outcome = installed.node('-e', `require('${packageName}/dist/model/index.js')`);
    expect(outcome.output).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  test.each(Object.entries(OTHER_PEERS))('fails at %s with what to install: %s', (subPath, command) => {
    const outcome = installed.node('-e', `require('${join(packageName, subPath)}')`);
    expect(outcome).toStrictEqual({
      code: 1,
      output: expect.stringContaining(`${command} [package/missing-peer]`) as string,
    });
  });
});

describe('the package, installed beside the Pulumi SDKs only', () => {
  test('works from CommonJS', () => {
    withSdks.write(
      'main.cjs',
      `const { runtime } = require('@pulumi/pulumi');
const { Provider } = require('@pulumi/kubernetes/provider.js');
const { JobDataVolume } = require('${packageName}/pulumi');
${PULUMI_PROGRAM}`,
    );
    expect(withSdks.node('main.cjs')).toStrictEqual(DONE);
  });

  test('works from an ECMAScript module', () => {
    withSdks.write('main.mjs', `${IMPORT_PULUMI}${PULUMI_PROGRAM}`);
    expect(withSdks.node('main.mjs')).toStrictEqual(DONE);
  });

  // node16 finds what nodenext finds, and reading the SDKs takes time.
  test.each(RESOLUTIONS.filter(([name]) => name !== 'node16'))(
    'compiles with the module resolution %s, and refuses what is wrong',
    (moduleResolution, module, files) => {
      const program = `${IMPORT_PULUMI}${PULUMI_PROGRAM}`;
      expectCompiled(withSdks, { moduleResolution, module, files, program, subPath: 'pulumi' });
    },
    60_000,
  );

  test('fails at /cdk8s with what to install', () => {
    expect(withSdks.node('-e', `require('${packageName}/cdk8s')`)).toStrictEqual({
      code: 1,
      output: expect.stringContaining('npm install constructs cdk8s [package/missing-peer]') as string,
    });
  });

  test.each(SDKS)('fails without %s, and only then, with what to install', (name) => {
    withSdks.unlink(name);
    const outcome = withSdks.node('-e', `require('${packageName}/pulumi')`);
    withSdks.link(name);
    expect(outcome).toStrictEqual({
      code: 1,
      output: expect.stringContaining(`npm install ${name} [package/missing-peer]`) as string,
    });
    expect(withSdks.node('-e', `require('${packageName}/pulumi'); console.log('done')`)).toStrictEqual(DONE);
  });
});

describe('the package, installed alone', () => {
  test('gives descriptions and manifests without any peer', () => {
    const outcome = alone.node(
      '-e',
      `require('${packageName}'); require('${packageName}/manifests'); console.log('done')`,
    );
    expect(outcome).toStrictEqual(DONE);
  });

  test('fails at /cdk8s with what to install', () => {
    const outcome = alone.node('-e', `require('${packageName}/cdk8s')`);
    expect(outcome.code).toBe(1);
    expect(outcome.output).toContain('npm install constructs');
    expect(outcome.output).toContain('[package/missing-peer]');
  });
});
