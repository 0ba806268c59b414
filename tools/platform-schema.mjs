// Generates the JSON schema of the platform's description from its types:
//   npm run schema            writes schemas/azureml-platform.json
//   npm run schema -- --check fails when the file is not what the types say
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';
import { mapValues, refined } from './platform-schema-forms.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = `${root}schemas/azureml-platform.json`;
const ROOT = 'AzureMLPlatformSpec';
/** What the generator calls a union whose members lack a property. */
const WITHOUT = /^Without<(\w+),"(\w+)">$/;

const { $schema, definitions } = createGenerator({
  path: `${root}tools/platform-schema-roots.ts`,
  tsconfig: `${root}tsconfig.json`,
  type: 'SchemaRoots',
  skipTypeCheck: true,
}).createSchema('SchemaRoots');

const exact = mapValues(definitions, (schema, name) => {
  const [, union, property] = WITHOUT.exec(name) ?? [];
  return union === undefined ? schema : without({ $ref: `#/definitions/${union}` }, property);
});
const formed = mapValues(exact, (schema, name) => refined(schema, name.replace(/<.*/, '')));
const schema = {
  $schema,
  $ref: `#/definitions/${ROOT}`,
  definitions: Object.fromEntries([...reached(ROOT)].map((name) => [name, defaultsInWords(formed[name])])),
};

/** The generator merges the members of such a union into one object, which takes what no member does: each is kept here. */
function without(schema, property) {
  if (schema.$ref !== undefined) return without(definitions[nameOf(schema.$ref)], property);
  if (schema.anyOf !== undefined) return { ...schema, anyOf: schema.anyOf.map((one) => without(one, property)) };
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => name !== property));
  return { ...schema, properties, required: schema.required.filter((name) => name !== property) };
}

/** The names of the definitions that one refers to, and those refer to, in the order of their first use. */
function reached(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, reference] of JSON.stringify(formed[name]).matchAll(/"\$ref":"([^"]+)"/g))
    reached(nameOf(reference), found);
  return found;
}

function nameOf(reference) {
  return decodeURIComponent(reference.replace('#/definitions/', ''));
}

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

const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 120 });

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('schemas/azureml-platform.json is not what the types say: npm run schema');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}
