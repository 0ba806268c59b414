import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The folder of the repository. */
const ROOT = join(__dirname, '..', '..', '..');

/** An example that is a Pulumi project. */
export interface ExampleProject {
  /** Its folder in `examples`. */
  readonly example: string;
  /** Its name, by which its configuration is kept. */
  readonly name: string;
  /** Its program, relative to the folder of the repository. */
  readonly program: string;
  /** The file of its stack `dev`. */
  readonly stackFile: string;
}

/**
 * The Pulumi project of an example.
 * @param example - the folder in `examples`
 */
export function exampleProject(example: string): ExampleProject {
  const folder = join('examples', example);
  const { name, main } = parse(readFileSync(join(ROOT, folder, 'Pulumi.yaml'), 'utf8')) as Record<
    'name' | 'main',
    string
  >;
  return { example, name, program: join(folder, main), stackFile: join(ROOT, folder, 'Pulumi.dev.yaml') };
}

/** What the stack `dev` says in clear, by keys without the name of the project; what is no text is JSON. */
export function plainConfigOf({ name, stackFile }: ExampleProject): Readonly<Record<string, string>> {
  const { config } = parse(readFileSync(stackFile, 'utf8')) as { readonly config: Readonly<Record<string, unknown>> };
  const plain = Object.entries(config).filter(([, value]) => !isEncrypted(value));
  const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.fromEntries(plain.map(([key, value]) => [key.replace(`${name}:`, ''), textOf(value)]));
}

function isEncrypted(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'secure' in value;
}
