import { deferredValues, lowerCase, parseDeferred } from '../../model/deferred';
import { issue, type Issue, type Path } from '../../model/issues';
import { revealSecret, SecretValue } from '../../model/secret';
import { assertValid } from '../../model/validation-error';
import {
  isExpression,
  isRunTimeFunction,
  readsAtRunTime,
  callExpression,
  templateString,
  type ArmArgument,
  type ArmExpression,
  type Binding,
  type TextValue,
} from './expression';

/**
 * A value of a template before it is written: texts may be deferred, expressions are not text yet. A secret has to be
 * deferred as a whole, and its parameters become secure.
 */
export type TemplateValue =
  | string
  | SecretValue
  | number
  | boolean
  | null
  | ArmExpression
  | readonly TemplateValue[]
  | { readonly [name: string]: TemplateValue | undefined };

/** A value as JSON has it. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** What a template says of a parameter. */
export interface ParameterDefinition {
  readonly type: 'string' | 'secureString';
  readonly metadata?: { readonly description: string };
}

/** Where the deferred values of a template come from. */
export interface TemplateValues {
  /**
   * Expressions by the name of the value, as text without brackets, for example
   * `{ location: 'resourceGroup().location' }`.
   * @default - every value is a parameter
   */
  readonly expressions?: Readonly<Record<string, string | ArmExpression>>;
  /**
   * What the template says of its parameters, by name.
   * @default - nothing
   */
  readonly descriptions?: Readonly<Record<string, string>>;
}

/** A value of a template as it is written, and the parameters that it takes. */
export interface RenderedValue {
  readonly value: JsonValue;
  /** In the order of their names. */
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
}

/** A deferred value where it stands. */
interface Use {
  readonly value: TextValue;
  readonly path: Path;
}

type Expressions = Readonly<Record<string, string | ArmExpression>>;

const PARAMETER_NAME = /^[A-Za-z_]\w{0,254}$/;
/** The parts of a resource, and of a template, that may hold what is known only while the deployment runs. */
const RUN_TIME_PARTS = ['properties', 'outputs'];

/**
 * Writes a value of a template: deferred texts become parameters or the expressions given for them.
 * @param value - resources, outputs, or any part of them
 * @throws ValidationError when a value cannot be a parameter, or is known too late for where it stands
 */
export function renderTemplateValue(value: TemplateValue, values: TemplateValues = {}): RenderedValue {
  const { expressions = {}, descriptions = {} } = values;
  const uses = usesIn(value, []);
  const unbound = uses.filter((use) => !Object.hasOwn(expressions, use.value.name));
  assertValid('ARM template', [...nameIssues(unbound), ...runTimeIssues(uses, expressions), ...placeIssues(value, [])]);
  return { value: write(value, binding(expressions)), parameters: definitionsOf(unbound, descriptions) };
}

function binding(expressions: Expressions): Binding {
  const bind: Binding = ({ name }) => {
    const expression = expressionFor(name, expressions);
    if (expression === undefined) return `parameters('${name}')`;
    return typeof expression === 'string' ? expression : callExpression(expression, bind);
  };
  return bind;
}

function expressionFor(name: string, expressions: Expressions): string | ArmExpression | undefined {
  return Object.hasOwn(expressions, name) ? expressions[name] : undefined;
}

function write(value: TemplateValue, bind: Binding): JsonValue {
  if (typeof value === 'string') return templateString(value, bind);
  if (typeof value !== 'object' || value === null) return value;
  if (SecretValue.isSecretValue(value)) return templateString(revealSecret(value), bind);
  if (isList(value)) return value.map((element) => write(element, bind));
  if (isExpression(value)) return `[${callExpression(value, bind)}]`;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      inner === undefined ? [] : [[templateString(name, bind), write(inner, bind)]],
    ),
  );
}

function usesIn(value: TemplateValue | undefined, path: Path): readonly Use[] {
  if (typeof value === 'string') return deferredValues(value).map((one) => ({ value: one, path }));
  if (typeof value !== 'object' || value === null) return [];
  if (SecretValue.isSecretValue(value)) return secretUses(value, path);
  if (isList(value)) return value.flatMap((element, index) => usesIn(element, [...path, index]));
  if (isExpression(value)) return argumentUses(value, path);
  return Object.entries(value).flatMap(([name, inner]) => [...usesIn(name, path), ...usesIn(inner, [...path, name])]);
}

function secretUses(secret: SecretValue, path: Path): readonly Use[] {
  return usesIn(revealSecret(secret), path).map((use) => ({ ...use, value: { ...use.value, secret: true } }));
}

function argumentUses(expression: ArmExpression, path: Path): readonly Use[] {
  return expression.arguments.flatMap((argument: ArmArgument) => {
    if (typeof argument === 'string') return usesIn(argument, path);
    return typeof argument === 'object' ? argumentUses(argument, path) : [];
  });
}

function nameIssues(uses: readonly Use[]): Issue[] {
  const first = new Map<string, TextValue>();
  return uses.flatMap(({ value, path }) => {
    if (value.known === 'deployment-run') return [issue('template/run-time-unknown', path, { received: value.name })];
    if (!PARAMETER_NAME.test(value.name)) return [issue('template/parameter-name', path, { received: value.name })];
    const key = lowerCase(value.name);
    const other = first.get(key) ?? value;
    first.set(key, other);
    if (other.name === value.name && other.secret === value.secret) return [];
    return [issue('template/parameter-twice', path, { received: value.name, expected: other.name })];
  });
}

function runTimeIssues(uses: readonly Use[], expressions: Expressions): Issue[] {
  return uses
    .filter(({ value, path }) => {
      const expression = expressionFor(value.name, expressions);
      if (expression === undefined || mayBeLate(path)) return false;
      return value.known === 'deployment-run' || isLate(expression);
    })
    .map(({ value, path }) => issue('template/run-time-value', path, { received: value.name }));
}

/** The same for the expressions of the template itself, and secrets in clear. */
function placeIssues(value: TemplateValue | undefined, path: Path): Issue[] {
  if (typeof value !== 'object' || value === null) return [];
  if (SecretValue.isSecretValue(value)) {
    return isInClear(revealSecret(value)) ? [issue('template/secret-with-text', path)] : [];
  }
  if (isList(value)) return value.flatMap((element, index) => placeIssues(element, [...path, index]));
  if (isExpression(value)) {
    const late = mayBeLate(path) ? undefined : runTimeFunctionIn(value);
    return late === undefined ? [] : [issue('template/run-time-value', path, { received: late })];
  }
  return Object.entries(value).flatMap(([name, inner]) => placeIssues(inner, [...path, name]));
}

function isLate(expression: string | ArmExpression): boolean {
  return typeof expression === 'string' ? readsAtRunTime(expression) : runTimeFunctionIn(expression) !== undefined;
}

/** Whether a part of a text would be written as it is. */
function isInClear(text: string): boolean {
  return (
    text === '' ||
    parseDeferred(text).some(
      (part) =>
        typeof part === 'string' || (part.kind === 'call' && part.operand.some((inner) => typeof inner === 'string')),
    )
  );
}

/** The first function of an expression that reads what exists only while the deployment runs. */
function runTimeFunctionIn(expression: ArmExpression): string | undefined {
  if (isRunTimeFunction(expression.function)) return expression.function;
  const inner = expression.arguments.filter((argument) => typeof argument === 'object');
  return inner.map(runTimeFunctionIn).find((found) => found !== undefined);
}

/** Whether a place is one of those parts, of the innermost resource when templates are nested. */
function mayBeLate(path: Path): boolean {
  const own = path.slice(path.lastIndexOf('resources') + 1);
  return own.some((step) => typeof step === 'string' && RUN_TIME_PARTS.includes(step));
}

function definitionsOf(
  uses: readonly Use[],
  descriptions: Readonly<Record<string, string>>,
): Readonly<Record<string, ParameterDefinition>> {
  const secrets = new Map(uses.map(({ value }) => [value.name, value.secret]));
  return Object.fromEntries(
    [...secrets.keys()].sort().map((name) => {
      const description = Object.hasOwn(descriptions, name) ? descriptions[name] : undefined;
      return [
        name,
        {
          type: secrets.get(name) === true ? ('secureString' as const) : ('string' as const),
          ...(description === undefined ? {} : { metadata: { description } }),
        },
      ];
    }),
  );
}

function isList(value: object): value is readonly TemplateValue[] {
  return Array.isArray(value);
}
