// Builds the package into dist/, or into the folder that is given: declarations file by file, as they are in lib, and the
// code as a few files. An entry of hundreds of small modules takes several times as long to load.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { rollup } from '@rollup/wasm-node';
import ts from 'typescript';

import { ENTRY_POINTS, ROOT } from './checks/entry-points.mjs';
import { exportsOf, lazyEntry } from './lazy-entry.mjs';

const LIB = join(ROOT, 'lib');
const OUT = resolve(process.argv[2] ?? join(ROOT, 'dist'));
const NAMES = ENTRY_POINTS.map(({ name }) => name);

/** Says which peers are missing, so it has to run before the entry requires them: in a file of its own. */
const GUARD = 'require-peers';
const GUARDED = NAMES.filter((name) => existsSync(join(LIB, name, `${GUARD}.ts`)));

/** The entries of which a program uses some classes: each is loaded when it is first used. */
const LAZY = ['cdk8s', 'pulumi'];

rmSync(OUT, { recursive: true, force: true });
writeDeclarations();
await writeCode();

function writeDeclarations() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', OUT], { cwd: ROOT, stdio: 'inherit' });
}

/** CommonJS, which programs of both kinds can load, with what several entries need in files of their own. */
async function writeCode() {
  const whole = NAMES.filter((name) => !LAZY.includes(name)).map((name) => `${name}/index`);
  const guards = GUARDED.map((name) => `${name}/${GUARD}`);
  const bundle = await rollup({
    input: Object.fromEntries(
      [...whole, ...guards, ...lazyModules()].map((module) => [module, join(LIB, `${module}.ts`)]),
    ),
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
  const built = new Map(output.filter(({ isEntry }) => isEntry).map(({ name, exports }) => [name, exports]));
  LAZY.forEach((name) => writeLazyEntry(name, built));
}

/** The modules whose exports are those of the lazy entries. */
function lazyModules() {
  return LAZY.flatMap((name) => exportsOf(join(LIB, name, 'index.ts')).map(({ specifier }) => join(name, specifier)));
}

function writeLazyEntry(name, built) {
  const modules = exportsOf(join(LIB, name, 'index.ts')).map(({ specifier, names }) => ({
    specifier,
    names: names ?? built.get(join(name, specifier)),
  }));
  writeFileSync(join(OUT, name, 'index.js'), lazyEntry([`./${GUARD}`], modules));
}

/** Relative imports are TypeScript files; everything else is a peer or part of Node. */
function resolveId(specifier, importer) {
  if (importer === undefined) return specifier;
  if (!specifier.startsWith('.')) return { id: specifier, external: true, moduleSideEffects: false };
  return { id: `${resolve(dirname(importer), specifier)}.ts`, moduleSideEffects: specifier.endsWith(GUARD) };
}

/** Without comments: they are in the declarations, and reading them again takes a fifth of the time to load. */
function load(file) {
  const { outputText, sourceMapText } = ts.transpileModule(readFileSync(file, 'utf8'), {
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
 * What of model and manifests goes into which file: what says what is wrong, which is loaded at once; what several
 * constructs need; what only the platform needs. The rest goes where it is used.
 */
function chunks() {
  let needed;
  return (file, { getModuleInfo }) => {
    if (!['model', 'manifests'].includes(relative(LIB, file).split(sep)[0])) return undefined;
    needed ??= neededBy(getModuleInfo);
    if (needed.guard.has(file)) return 'issues';
    const users = needed.constructs.filter((files) => files.has(file)).length;
    if (users > 1) return 'core';
    return users === 1 && needed.platform.has(file) ? 'platform' : undefined;
  };
}

function neededBy(getModuleInfo) {
  const importsOf = (module) => closure(join(LIB, `${module}.ts`), getModuleInfo);
  const modules = lazyModules().filter((module) => module.startsWith('cdk8s'));
  const constructs = modules.map(importsOf);
  return { guard: importsOf(`cdk8s/${GUARD}`), constructs, platform: importsOf('cdk8s/platform/azureml-platform') };
}

function closure(entry, getModuleInfo) {
  const files = new Set([entry]);
  for (const file of files) getModuleInfo(file)?.importedIds.forEach((imported) => files.add(imported));
  return files;
}
