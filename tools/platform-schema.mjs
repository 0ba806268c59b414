// Generates the JSON schema of the platform's description from its types:
//   npm run schema            writes schemas/azureml-platform.json
//   npm run schema -- --check fails when the file is not what the types say
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = `${root}schemas/azureml-platform.json`;

const schema = createGenerator({
  path: `${root}lib/model/platform/azureml-platform.ts`,
  tsconfig: `${root}tsconfig.json`,
  type: 'AzureMLPlatformSpec',
  skipTypeCheck: true,
}).createSchema('AzureMLPlatformSpec');

// The tags say defaults in words, which are no values; editors show them with the description.
function defaultsInWords(value) {
  if (Array.isArray(value)) return value.map(defaultsInWords);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, defaultsInWords(child)]));
  const { default: fallback, ...rest } = inner;
  if (typeof fallback !== 'string') return inner;
  const words = `Default: ${fallback.replace(/^- /, '')}`;
  return { ...rest, description: rest.description === undefined ? words : `${rest.description} ${words}` };
}

const text = await format(JSON.stringify(defaultsInWords(schema)), { parser: 'json', printWidth: 120 });

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('schemas/azureml-platform.json is not what the types say: npm run schema');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}
