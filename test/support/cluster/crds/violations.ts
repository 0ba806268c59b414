import type { Json, KubeObject } from '../objects';
import { contentOf, type CustomKind, type Schema } from './schema';

/** An object that breaks a rule of its kind. */
export interface Violation {
  readonly title: string;
  readonly object: KubeObject;

  /** What the server's refusal says, with the place. */
  readonly message: string;
}

type Path = readonly (string | number)[];

/** One violation for each rule of the kind: the list follows the schema, so no rule is without one. */
export function violationsOf(custom: CustomKind): Violation[] {
  const { properties = {}, required = [] } = contentOf(custom);
  return [
    ...required.map((field) => missing(custom, [field])),
    unknown(custom, []),
    ...Object.entries(properties).flatMap(([field, schema]) => visit(custom, schema, [field])),
  ];
}

function visit(custom: CustomKind, schema: Schema, path: Path): Violation[] {
  const { properties, additionalProperties, items, required = [] } = schema;
  return [
    typed(custom, path, schema),
    ...valueRules(custom, schema, path),
    ...required.map((field) => missing(custom, [...path, field])),
    ...(properties === undefined ? [] : [unknown(custom, path)]),
    ...Object.entries(properties ?? {}).flatMap(([field, inner]) => visit(custom, inner, [...path, field])),
    ...(items === undefined ? [] : visit(custom, items, [...path, 0])),
    ...(additionalProperties === undefined
      ? []
      : visit(custom, additionalProperties, [...path, firstKey(custom, path)])),
  ];
}

function valueRules(custom: CustomKind, schema: Schema, path: Path): Violation[] {
  const place = titleOf(path);
  const broken = (rule: string, value: Json, message: string): Violation => ({
    title: `${place} ${rule}`,
    object: changed(custom, path, () => value),
    message: `${place}${message}`,
  });
  const { enum: choices, pattern, minLength, maxLength = 0, minimum, maximum } = schema;
  return [
    ...(choices === undefined ? [] : [broken('outside its choices', 'NoSuch', ': Unsupported value: "NoSuch"')]),
    ...(pattern === undefined ? [] : [broken('against its pattern', '/', ' in body should match')]),
    ...(minLength === undefined ? [] : [broken('too short', '', ' in body should be at least')]),
    ...(minimum === undefined
      ? []
      : [broken('too small', minimum - 1, ` in body should be greater than or equal to ${String(minimum)}`)]),
    ...(maximum === undefined
      ? []
      : [broken('too large', maximum + 1, ` in body should be less than or equal to ${String(maximum)}`)]),
    ...(maxLength === 0 ? [] : [broken('too long', 'a'.repeat(maxLength + 1), ': Too long')]),
  ];
}

function typed(custom: CustomKind, path: Path, { type }: Schema): Violation {
  return {
    title: `${titleOf(path)} that is not of type ${type}`,
    object: changed(custom, path, () => (type === 'string' ? 1 : 'text')),
    message: `${titleOf(path)} in body must be of type ${type}`,
  };
}

function missing(custom: CustomKind, path: Path): Violation {
  return {
    title: `no ${titleOf(path)}`,
    object: changed(custom, path, () => undefined),
    message: `${titleOf(path)}: Required value`,
  };
}

function unknown(custom: CustomKind, path: Path): Violation {
  const field = [...path, 'noSuchField'];
  return {
    title: `the unknown field ${titleOf(field)}`,
    object: changed(custom, field, () => 'text'),
    message: `unknown field "${titleOf(field)}"`,
  };
}

function firstKey(custom: CustomKind, path: Path): string {
  const map = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], custom.sample);
  const [key] = Object.keys(map as object);
  if (key === undefined) throw new Error(`the sample of ${custom.kind} has nothing in ${titleOf(path)}`);
  return key;
}

/** `spec.data[0].secretKey`, as the API server writes it. */
function titleOf(path: Path): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${String(key)}]` : index === 0 ? key : `.${key}`))
    .join('');
}

// A copy of the sample with one value changed, or dropped. JSON.stringify leaves out what is undefined.
function changed({ kind, sample }: CustomKind, path: Path, change: () => unknown): KubeObject {
  const copy = structuredClone(sample) as Record<string | number, unknown>;
  const parents = path.slice(0, -1);
  const last = path.at(-1) ?? '';
  const parent = parents.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], copy);
  if (typeof parent !== 'object' || parent === null) throw new Error(`the sample of ${kind} lacks ${titleOf(parents)}`);
  (parent as Record<string | number, unknown>)[last] = change();
  return copy as unknown as KubeObject;
}
