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

const DONE: Outcome = { code: 0, output: 'done\n' };

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

const installed = new InstalledPackage();
const alone = new InstalledPackage();

beforeAll(() => {
  const tarball = installed.packProject();
  installed.install(tarball, installed.packInstalled('cdk8s'), installed.packInstalled('constructs'));
  alone.install(tarball);
}, 240_000);

afterAll(() => {
  installed.remove();
  alone.remove();
});

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

  test.each([
    ['node10', 'commonjs', ['main.ts']],
    ['node16', 'node16', ['main.mts', 'main.cts']],
    ['nodenext', 'nodenext', ['main.mts', 'main.cts']],
    ['bundler', 'esnext', ['main.ts']],
  ])('compiles with the module resolution %s, and refuses what is wrong', (moduleResolution, module, files) => {
    for (const file of files) {
      installed.write(file, `${IMPORT_ALL}${IMPORT_NAMES}${CHECK_ALL}${PROGRAM}`);
      installed.write(`wrong-${file}`, "import { Nothing } from 'azureml-kubernetes/cdk8s';\nexport { Nothing };\n");
    }
    const options = ['--ignoreDeprecations', '6.0', '--strict', '--noEmit', '--target', 'es2022'];
    const modes = ['--module', module, '--moduleResolution', moduleResolution, '--skipLibCheck', 'false'];
    expect(installed.tsc(...options, ...modes, ...files)).toStrictEqual({ code: 0, output: '' });
    const refused = installed.tsc(...options, ...modes, ...files.map((file) => `wrong-${file}`));
    expect(refused.output.match(/error TS\d+: .*/g)).toStrictEqual(
      files.map(() => expect.stringMatching(/^error TS2305: Module .* has no exported member 'Nothing'\.$/) as string),
    );
  });

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
