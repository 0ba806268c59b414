'use strict';

/** What each layer of lib may import besides itself: the layers below it, and packages. No other arrow exists. */
const LAYERS = {
  model: { layers: [], packages: [] },
  manifests: { layers: ['model'], packages: [] },
  arm: { layers: ['model'], packages: [] },
  az: { layers: ['model'], packages: [] },
  cdk8s: { layers: ['model', 'manifests'], packages: ['cdk8s', 'constructs'] },
  pulumi: {
    layers: ['model', 'manifests'],
    packages: ['@pulumi/pulumi', '@pulumi/kubernetes', '@pulumi/azure-native'],
  },
  'cdk8s-plus': { layers: ['model', 'cdk8s'], packages: ['cdk8s-plus-27'] },
};

/** The only files that may use node:crypto. Nothing else of Node is used in lib. */
const CRYPTO_FILES = ['^lib/model/tls/certificate-(hash|reader)\\.ts$', '^lib/model/extension/cli-name-hash\\.ts$'];

const ENTRY_POINT = '^lib/[^/]+/index\\.ts$';

function allowedOf([layer, { layers, packages }]) {
  const folders = [layer, ...layers].map((name) => `^lib/${name}/`);
  const modules = packages.map((name) => `^node_modules/${name}/`);
  return { from: { path: `^lib/${layer}/` }, to: { path: [...folders, ...modules] } };
}

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-internal-of-another-layer',
      severity: 'error',
      from: { path: '^lib/([^/]+)/' },
      to: { path: '^lib/.*/internal\\.ts$', pathNot: '^lib/$1/' },
    },
    {
      name: 'one-barrel-a-layer',
      severity: 'error',
      from: {},
      to: { path: ['^lib/[^/]+/[^/]+/index\\.ts$', '^lib/[^/]+/[^/]+/[^/]+/index\\.ts$'] },
    },
    {
      name: 'examples-import-as-users-do',
      severity: 'error',
      from: { path: '^examples/' },
      to: { path: '^(lib|test|tools|bench)/', pathNot: ENTRY_POINT },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  allowedSeverity: 'error',
  allowed: [
    ...Object.entries(LAYERS).map(allowedOf),
    { from: { path: CRYPTO_FILES }, to: { path: '^crypto$', dependencyTypes: ['core'] } },
    { from: { path: '^(examples|test|bench)/' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/types/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'types', 'default'] },
  },
};
