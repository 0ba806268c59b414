import { closestName } from './closest-name';
import { atPath, issue, type Issue, type Path } from './issues';
import { isDeferredSecret, revealSecret, SecretValue } from './secret';
import { typeIssue, type TextFormat } from './text-format';
import { readParts } from './deferred-grammar';

/** Where a check starts whose path is put together only if it finds something. */
const HERE: Path = [];

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
      return [typeIssue(value, path, 'a secret, SecretValue.of(text)')];
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
  return (value, path) => (typeof value === 'boolean' ? [] : [typeIssue(value, path, 'true or false')]);
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
    if (!Array.isArray(value)) return [typeIssue(value, path, 'a list')];
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
    if (!isPlainObject(value)) return [typeIssue(value, path, 'an object')];
    return Object.entries(value).flatMap(([name, inner]) => [
      ...key.literalIssues(name, [...path, name]),
      ...check(inner, [...path, name]),
    ]);
  };
}

/** An object with the properties of a table: missing and unknown ones are issues, as wrong types and texts are. */
export function object<Spec>(fields: FieldTable<Spec>): Check {
  const rows = Object.entries<Field>(fields).map(([name, field]) => ({ name, ...field }));
  const rowOf = new Map(rows.map((row) => [row.name, row]));
  const requiredCount = rows.filter((row) => row.required).length;
  return (value, path) => {
    if (!isPlainObject(value)) return [typeIssue(value, path, 'an object')];
    return isRight(value, rowOf, requiredCount) ? [] : propertyIssues(value, rows, path);
  };
}

/** Whether every property passes: nearly always, and told by looking only at what is given. */
function isRight(
  value: Readonly<Record<string, unknown>>,
  rowOf: ReadonlyMap<string, Field>,
  requiredCount: number,
): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let missing = requiredCount;
  for (const name in value) {
    const inner = value[name];
    if (inner === undefined) continue;
    const row = rowOf.get(name);
    if (row === undefined || row.check(inner, HERE).length > 0) return false;
    if (row.required) missing -= 1;
  }
  return missing === 0;
}

/** What is wrong, in the order of the table. */
function propertyIssues(
  value: Readonly<Record<string, unknown>>,
  rows: readonly (Field & { readonly name: string })[],
  path: Path,
): Issue[] {
  const known = rows.flatMap(({ name, required, check }) => {
    const inner = value[name];
    if (inner !== undefined) return atPath([...path, name], check(inner, HERE));
    return required ? [issue('spec/required', [...path, name])] : [];
  });
  return [
    ...known,
    ...unknownPropertyIssues(
      value,
      rows.map(({ name }) => name),
      path,
    ),
  ];
}

/** An object whose shape depends on one of its properties, as a discriminated union does. */
export function variant(discriminant: string, variants: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isPlainObject(value)) return [typeIssue(value, path, 'an object')];
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
  return object(fields)(value, path);
}

/** Whether the rules between properties can rely on the types: no issue says that a property is missing or mistyped. */
export function isWellShaped(issues: readonly Issue[]): boolean {
  return !issues.some((one) => one.severity === 'error' && one.code.startsWith('spec/'));
}

/** A property that is given as undefined is not given. */
function unknownPropertyIssues(
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
  path: Path,
): Issue[] {
  return Object.keys(value)
    .filter((name) => value[name] !== undefined && !names.includes(name))
    .map((name) =>
      issue('spec/unknown-property', [...path, name], { expected: listChoices(names), ...suggest(name, names) }),
    );
}

/** The name that was probably meant, as a fix. */
export function suggest(received: unknown, names: readonly string[]): { readonly fix?: string } {
  const closest = typeof received === 'string' ? closestName(received, names) : undefined;
  return closest === undefined ? {} : { fix: `did you mean ${JSON.stringify(closest)}?` };
}

/** Names to choose from, in words. */
export function listChoices(choices: readonly string[]): string {
  return `one of ${choices.join(', ')}`;
}

/** Whether something has properties; what a program gives may be anything, whatever its type says. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
