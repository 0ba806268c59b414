import { closestName } from './closest-name';
import { issue, type Issue, type Path } from './issues';
import { isDeferredSecret, revealSecret, SecretValue } from './secret';
import { typeName, type TextFormat } from './text-format';
import { readParts } from './deferred-grammar';

/** Checks the shape of one value: what a type checker would refuse, and the grammar of its text. */
export type Check = (value: unknown, path: Path) => Issue[];

/** One property of a description. */
export interface Field {
  readonly required: boolean;
  readonly check: Check;
}

/** Every property of a description; a property without a row does not compile, one unknown at run time is an issue. */
export type FieldTable<Spec> = { readonly [Name in keyof Spec]-?: Field };

/** A property that has to be given. */
export function required(check: Check): Field {
  return { required: true, check };
}

/** A property with a default. */
export function optional(check: Check): Field {
  return { required: false, check };
}

/** Text of a format; it may be known only at deployment. */
export function text(format: TextFormat<string>): Check {
  return format.issues;
}

/** Text of a format that must be known when the program runs. */
export function literal(format: TextFormat<string>): Check {
  return format.literalIssues;
}

/** A secret: a {@link SecretValue}. What was given instead is never shown. */
export function secret(): Check {
  return (value, path) => {
    if (!SecretValue.isSecretValue(value)) {
      return [issue('spec/type', path, { received: typeName(value), expected: 'a secret, SecretValue.of(text)' })];
    }
    const damaged = isDeferredSecret(value) && readParts(revealSecret(value)) === undefined;
    return damaged ? [issue('deferred/damaged-marker', path)] : [];
  };
}

/** One of a closed set of texts. */
export function oneOf(choices: readonly string[]): Check {
  return (value, path) => {
    if (typeof value === 'string' && choices.includes(value)) return [];
    return [
      issue('spec/choice', path, { received: value, expected: listChoices(choices), ...suggest(value, choices) }),
    ];
  };
}

/** True or false. */
export function flag(): Check {
  return (value, path) =>
    typeof value === 'boolean'
      ? []
      : [issue('spec/type', path, { received: typeName(value), expected: 'true or false' })];
}

/** A whole number within bounds, both included. */
export function wholeNumber(min: number, max: number): Check {
  return (value, path) => {
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
    const expected = `a whole number from ${String(min)} to ${String(max)}`;
    return fits ? [] : [issue('spec/number-range', path, { received: value, expected })];
  };
}

/** A list whose elements pass a check; empty lists and repeated texts are refused. */
export function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return [issue('spec/type', path, { received: typeName(value), expected: 'a list' })];
    if (value.length === 0) return [issue('spec/empty-list', path)];
    const elements: readonly unknown[] = value;
    return elements.flatMap((element, index) => [
      ...check(element, [...path, index]),
      ...(typeof element === 'string' && elements.indexOf(element) < index
        ? [issue('spec/duplicate', [...path, index], { received: element })]
        : []),
    ]);
  };
}

/** A map from literal texts of one format to values that pass a check. */
export function mapOf(key: TextFormat<string>, check: Check): Check {
  return (value, path) => {
    if (!isPlainObject(value)) return [issue('spec/type', path, { received: typeName(value), expected: 'an object' })];
    return Object.entries(value).flatMap(([name, inner]) => [
      ...key.literalIssues(name, [...path, name]),
      ...check(inner, [...path, name]),
    ]);
  };
}

/** An object with the properties of a table. */
export function object<Spec>(fields: FieldTable<Spec>): Check {
  return (value, path) => fieldIssues(value, fields, path);
}

/** An object whose shape depends on one of its properties, as a discriminated union does. */
export function variant(discriminant: string, variants: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isPlainObject(value)) return [issue('spec/type', path, { received: typeName(value), expected: 'an object' })];
    const kind = value[discriminant];
    const chosen = typeof kind === 'string' && Object.hasOwn(variants, kind) ? variants[kind] : undefined;
    return chosen === undefined ? oneOf(Object.keys(variants))(kind, [...path, discriminant]) : chosen(value, path);
  };
}

/**
 * What is wrong with the shape of an object: missing and unknown properties, wrong types, wrong text.
 * @param value - the object as given
 * @param fields - its properties
 * @param path - where the object is
 */
export function fieldIssues<Spec>(value: unknown, fields: FieldTable<Spec>, path: Path): Issue[] {
  if (!isPlainObject(value)) return [issue('spec/type', path, { received: typeName(value), expected: 'an object' })];
  const table: Readonly<Record<string, Field>> = fields;
  const issues: Issue[] = [];
  for (const name of Object.keys(table)) {
    const inner = value[name];
    if (inner !== undefined) add(issues, table[name]?.check(inner, [...path, name]));
    else if (table[name]?.required === true) issues.push(issue('spec/required', [...path, name]));
  }
  for (const name of Object.keys(value)) {
    const known = value[name] === undefined || Object.hasOwn(table, name);
    if (!known) issues.push(unknownPropertyIssue(name, Object.keys(table), path));
  }
  return issues;
}

/** Whether the rules between properties can rely on the types: no issue says that a property is missing or mistyped. */
export function isWellShaped(issues: readonly Issue[]): boolean {
  return !issues.some((one) => one.severity === 'error' && one.code.startsWith('spec/'));
}

/** Nearly always there is nothing to add. */
function add(issues: Issue[], more: readonly Issue[] = []): void {
  if (more.length > 0) issues.push(...more);
}

function unknownPropertyIssue(name: string, names: readonly string[], path: Path): Issue {
  return issue('spec/unknown-property', [...path, name], { expected: listChoices(names), ...suggest(name, names) });
}

function suggest(received: unknown, names: readonly string[]): { readonly fix?: string } {
  const closest = typeof received === 'string' ? closestName(received, names) : undefined;
  return closest === undefined ? {} : { fix: `did you mean ${JSON.stringify(closest)}?` };
}

function listChoices(choices: readonly string[]): string {
  return `one of ${choices.join(', ')}`;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
