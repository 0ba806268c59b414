// Builds the package into dist/, or into the folder that is given: declarations file by file, as they are in lib, and the
// code as a few files. An entry of hundreds of small modules takes several times as long to load.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { rollup } from '@rollup/wasm-node';
import ts from 'typescript';

import { ENTRY_POINTS, ROOT } from './checks/entry-points.mjs';
import { lazyEntry, lazyModules } from './lazy-entry.mjs';

const LIB = join(ROOT, 'lib');
const OUT = resolve(process.argv[2] ?? join(ROOT, 'dist'));
const NAMES = ENTRY_POINTS.map(({ name }) => name);

/** Says which peers are missing, so it has to run before the entry requires them: in a file of its own. */
const GUARD = 'require-peers';
const GUARDED = NAMES.filter((name) => existsSync(join(LIB, name, `${GUARD}.ts`)));

/** The entries of which a program uses some classes, and their modules that need much more than the others. */
const LAZY = {
  cdk8s: ['platform/'],
  pulumi: ['azure/', 'compute/kubernetes-compute', 'extension/azureml-extension', 'platform/'],
};
const LAZY_MODULES = Object.assign({}, ...Object.keys(LAZY).map((name) => lazyModules(join(LIB, name), LAZY[name])));

rmSync(OUT, { recursive: true, force: true });
writeDeclarations();
await writeCode();

function writeDeclarations() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', OUT], { cwd: ROOT, stdio: 'inherit' });
}

/** CommonJS, which programs of both kinds can load, with what several entries need in files of their own. */
async function writeCode() {
  const whole = NAMES.filter((name) => !(name in LAZY)).map((name) => join(LIB, name, 'index.ts'));
  const guards = GUARDED.map((name) => join(LIB, name, `${GUARD}.ts`));
  const files = [...whole, ...guards, ...Object.keys(LAZY_MODULES)];
  const bundle = await rollup({
    input: Object.fromEntries(files.map((file) => [relative(LIB, file).replace(/\.ts$/, ''), file])),
    plugins: [{ name: 'typescript', resolveId, load }],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  const { output } = await bundle.write({
    dir: OUT,
    format: 'cjs',
    exports: 'named',
    externalLiveBindings: false,
    // Every peer marks itself as compiled from a module; a copy of its namespace would load all that it loads lazily.
    interop: 'esModule',
    generatedCode: 'es2015',
    manualChunks: chunks(),
    chunkFileNames: 'shared/[name].js',
    sourcemap: true,
  });
  Object.keys(LAZY).forEach((name) => writeLazyEntry(name, output));
}

function writeLazyEntry(name, output) {
  const names = ['light', 'heavy'].map((weight) => {
    const { exports } = output.find(({ fileName }) => fileName === `${name}/${weight}.js`);
    return [`./${weight}.js`, exports];
  });
  writeFileSync(join(OUT, name, 'index.js'), lazyEntry(`./${GUARD}.js`, Object.fromEntries(names)));
}

/** Relative imports are TypeScript files; everything else is a peer or part of Node. */
function resolveId(specifier, importer) {
  if (importer === undefined) return specifier;
  if (!specifier.startsWith('.')) return { id: specifier, external: true, moduleSideEffects: false };
  return { id: `${resolve(dirname(importer), specifier)}.ts`, moduleSideEffects: specifier.endsWith(GUARD) };
}

/** Without comments: they are in the declarations, and reading them again takes a fifth of the time to load. */
function load(file) {
  const { outputText, sourceMapText } = ts.transpileModule(LAZY_MODULES[file] ?? readFileSync(file, 'utf8'), {
    fileName: basename(file),
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      sourceMap: true,
      removeComments: true,
    },
  });
  return { code: outputText, map: sourceMapText };
}

/**
 * What of model and manifests goes into which file: what says what is wrong, which is loaded at once; what constructs
 * need; what only the platform needs. The rest goes where it is used.
 */
function chunks() {
  let needed;
  return (file, { getModuleInfo }) => {
    if (!['model', 'manifests'].includes(relative(LIB, file).split(sep)[0])) return undefined;
    needed ??= [
      ['issues', importsOf(join(LIB, 'cdk8s', `${GUARD}.ts`), getModuleInfo)],
      ['core', importsOf(join(LIB, 'cdk8s', 'light.ts'), getModuleInfo)],
      ['platform', importsOf(join(LIB, 'cdk8s', 'heavy.ts'), getModuleInfo)],
    ];
    return needed.find(([, files]) => files.has(file))?.[0];
  };
}

function importsOf(entry, getModuleInfo) {
  const files = new Set([entry]);
  for (const file of files) getModuleInfo(file)?.importedIds.forEach((imported) => files.add(imported));
  return files;
}
