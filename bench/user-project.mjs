// A Pulumi project as a user has it: outside of the checkout, with this package and its peers below node_modules.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What `pulumi new` writes, and `skipLibCheck`, without which the declarations of azure-native take a minute. */
const COMPILER_OPTIONS = {
  strict: true,
  outDir: 'bin',
  target: 'es2020',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  sourceMap: true,
  experimentalDecorators: true,
  pretty: true,
  noFallthroughCasesInSwitch: true,
  noImplicitReturns: true,
  forceConsistentCasingInFileNames: true,
  skipLibCheck: true,
  types: ['node'],
};

/**
 * Hands a folder with a project to a function, and removes it afterwards.
 * @param programs - the folders whose TypeScript files it consists of, paths from the root of the checkout; later files
 * take the place of earlier ones
 */
export async function withUserProject(programs, use) {
  const folder = mkdtempSync(join(tmpdir(), 'user-project-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules', 'azureml-kubernetes'));
    for (const name of ['@pulumi', '@types', 'typescript']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
    }
    for (const program of programs) cpSync(join(ROOT, program), folder, { recursive: true, filter: isSource });
    write(folder, 'package.json', { name: 'user', private: true, main: 'index.ts' });
    write(folder, 'tsconfig.json', { compilerOptions: COMPILER_OPTIONS, files: ['index.ts'] });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isSource(path) {
  return extname(path) === '' || path.endsWith('.ts');
}

function write(folder, name, content) {
  writeFileSync(join(folder, name), JSON.stringify(content));
}
