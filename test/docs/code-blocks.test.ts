import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as ts from 'typescript';

const ROOT = resolve(__dirname, '../..');
const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((file) => `docs/${file}`)].filter((file) =>
  file.endsWith('.md'),
);

interface CodeBlock {
  readonly file: string;
  readonly text: string;
}

/** The TypeScript of a page, each block as a file beside it that says where it stands. */
function codeBlocks(page: string): CodeBlock[] {
  const lines = readFileSync(join(ROOT, page), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line !== '```ts') return [];
    const body = lines.slice(index + 1, lines.indexOf('```', index));
    return [{ file: join(ROOT, `${page}.line-${String(index + 2)}.ts`), text: `${body.join('\n')}\nexport {};\n` }];
  });
}

function compilerOptions(): ts.CompilerOptions {
  const path = join(ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, (name) => ts.sys.readFile(name)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return { ...options, noEmit: true, noUnusedLocals: false };
}

function problems(blocks: readonly CodeBlock[]): string[] {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const texts = new Map(blocks.map(({ file, text }) => [file, text]));
  const withBlocks: ts.CompilerHost = {
    ...host,
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    getSourceFile: (file, languageVersion) => {
      const text = withBlocks.readFile(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, languageVersion);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, withBlocks);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

describe('the code in the documentation', () => {
  test('compiles as it stands', () => {
    const blocks = PAGES.filter((page) => ts.sys.fileExists(join(ROOT, page))).flatMap(codeBlocks);

    expect(blocks.length).toBeGreaterThan(0);
    expect(problems(blocks)).toStrictEqual([]);
  }, 60_000);

  test('fails when a block does not compile', () => {
    const file = join(ROOT, 'docs/wrong.md.line-1.ts');

    expect(
      problems([{ file, text: "import { NoSuchThing } from 'azureml-kubernetes/cdk8s';\nexport {};" }]),
    ).toStrictEqual([expect.stringMatching(/NoSuchThing/)]);
  }, 60_000);
});
