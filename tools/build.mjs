// Builds the package into dist/, or into the folder that is given: declarations file by file, as they are in lib, and the
// code as a few files. An entry of hundreds of small modules takes several times as long to load.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { rollup } from '@rollup/wasm-node';
import ts from 'typescript';

import { ENTRY_POINTS, ROOT } from './checks/entry-points.mjs';

const LIB = join(ROOT, 'lib');
const OUT = resolve(process.argv[2] ?? join(ROOT, 'dist'));
const NAMES = ENTRY_POINTS.map(({ name }) => name);

/** Says which peers are missing, so it has to run before the entry requires them: in a file of its own. */
const GUARD = 'require-peers';
const GUARDED = NAMES.filter((name) => existsSync(join(LIB, name, `${GUARD}.ts`)));

rmSync(OUT, { recursive: true, force: true });
writeDeclarations();
await writeCode();

function writeDeclarations() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', OUT], { cwd: ROOT, stdio: 'inherit' });
}

/** CommonJS, which programs of both kinds can load, with what several entries need in files of their own. */
async function writeCode() {
  const modules = [...NAMES.map((name) => `${name}/index`), ...GUARDED.map((name) => `${name}/${GUARD}`)];
  const bundle = await rollup({
    input: Object.fromEntries(modules.map((module) => [module, join(LIB, `${module}.ts`)])),
    plugins: [{ name: 'typescript', resolveId, load }],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  await bundle.write({
    dir: OUT,
    format: 'cjs',
    exports: 'named',
    externalLiveBindings: false,
    // Every peer marks itself as compiled from a module; a copy of its namespace would load all that it loads lazily.
    interop: 'esModule',
    generatedCode: 'es2015',
    manualChunks: chunksAround(join(LIB, 'cdk8s', 'index.ts')),
    chunkFileNames: 'shared/[name].js',
    sourcemap: true,
  });
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

/** A chunk for what the most used entry needs of model and manifests; the rest goes where it is used. */
function chunksAround(entry) {
  let needed;
  return (file, { getModuleInfo }) => {
    needed ??= importsOf(entry, getModuleInfo);
    return needed.has(file) && ['model', 'manifests'].includes(relative(LIB, file).split(sep)[0]) ? 'core' : undefined;
  };
}

function importsOf(entry, getModuleInfo) {
  const files = new Set([entry]);
  for (const file of files) getModuleInfo(file)?.importedIds.forEach((imported) => files.add(imported));
  return files;
}
