import {
  hasDelimiter,
  readParts,
  writeCall,
  writeValue,
  type DeferredCall,
  type DeferredFunction,
  type DeferredPart,
  type DeferredValue,
  type KnownWhen,
} from './deferred-grammar';
import { issue } from './issues';
import { isPlainData } from './plain-data';
import { revealSecret, SecretValue } from './secret';
import { assertValid } from './validation-error';

/** What is known in advance about a deferred value. */
export interface DeferredOptions {
  /**
   * Whether the value must never be shown in clear; it is then accepted only where a secret is asked for.
   * @default false
   */
  readonly secret?: boolean;
  /**
   * Whether the value is known when the deployment starts, as a parameter is, or only while it runs, as an output is.
   * @default 'deployment-start'
   */
  readonly known?: KnownWhen;
}

/** Gives the value for a name, or `undefined` when it is not known either. */
export type DeferredLookup = (value: DeferredValue) => string | undefined;

/**
 * A text whose value becomes known only when the description is deployed. It can stand alone or inside a longer text
 * wherever text flows through to the output.
 * @param name - the name by which a renderer finds the value; printed as `<name>` in messages
 * @throws {@link ValidationError} when the name is empty or holds a delimiter
 * @example
 * const location = deferred('location');
 * const domain = `${location}.cloudapp.azure.com`;
 */
export function deferred(name: string, options: DeferredOptions = {}): string {
  if (name === '' || hasDelimiter(name)) {
    assertValid('deferred value', [issue('deferred/name', ['name'], { received: name })]);
  }
  return writeValue({ name, secret: options.secret ?? false, known: options.known ?? 'deployment-start' });
}

/** Whether a text holds a deferred value, so that rules about its content must wait. */
export function isDeferred(text: string): boolean {
  return hasDelimiter(text);
}

/**
 * The pieces of a text: literals, values and calls. Renderers translate them one by one.
 * @throws {@link ValidationError} when a marker in the text is damaged
 */
export function parseDeferred(text: string): readonly DeferredPart[] {
  const parts = readParts(text);
  if (parts === undefined) {
    assertValid('deferred text', [issue('deferred/damaged-marker', [], { received: text })]);
  }
  return parts ?? [];
}

/**
 * Every deferred value in a text, also inside calls, in order of appearance.
 * @throws {@link ValidationError} when a marker in the text is damaged
 */
export function deferredValues(text: string): readonly DeferredValue[] {
  return hasDelimiter(text) ? valuesOf(parseDeferred(text)) : [];
}

/** Whether two texts are equal: `undefined` when that depends on values that are not known yet. */
export function equalText(one: string, other: string): boolean | undefined {
  if (one === other) return true;
  return hasDelimiter(one) || hasDelimiter(other) ? undefined : false;
}

/**
 * Puts values in place of the markers of a text. What the lookup does not know stays deferred.
 * @throws {@link ValidationError} when a marker is damaged or a value holds a delimiter
 */
export function substituteDeferred(text: string, lookup: DeferredLookup): string {
  if (!hasDelimiter(text)) return text;
  return parseDeferred(text)
    .map((part) => substitutePart(part, lookup))
    .join('');
}

/**
 * The same for every text inside plain data: objects and lists are copied, property names stay as they are.
 * @param value - JSON-like data
 */
export function substituteDeferredIn<T>(value: T, lookup: DeferredLookup): T {
  return mapText(value, (text) => substituteDeferred(text, lookup)) as T;
}

/** Lower case, as JavaScript and ARM's `toLower` do it. */
export function lowerCase(text: string): string {
  return applyOrDefer('lowerCase', text);
}

/** Base64 of the text's UTF-8 bytes, as Kubernetes Secrets and protected settings hold it. */
export function base64(text: string): string {
  return applyOrDefer('base64', text);
}

/**
 * The text that {@link base64} was made of, also of a deferred one.
 * @returns `undefined` for what is not the base64 of a text
 */
export function fromBase64(encoded: string): string | undefined {
  if (!hasDelimiter(encoded)) {
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    return base64(text) === encoded ? text : undefined;
  }
  const [part, ...others] = parseDeferred(encoded);
  if (typeof part !== 'object' || part.kind !== 'call' || part.function !== 'base64' || others.length > 0)
    return undefined;
  return part.operand.map((inner) => substitutePart(inner, () => undefined)).join('');
}

/** The text as a JSON string, with its quotes. */
export function jsonString(text: string): string {
  return applyOrDefer('jsonString', text);
}

/**
 * One segment of a resource id, counted from zero after the leading slash: segment 1 is the subscription, 3 the
 * resource group, 7 the name of a top-level resource. Empty when the id is shorter.
 */
export function resourceIdSegment(id: string, index: number): string {
  return applyOrDefer('resourceIdSegment', id, index);
}

function applyOrDefer(name: DeferredFunction, text: string, argument?: number): string {
  return hasDelimiter(text) ? writeCall(name, text, argument) : apply(name, text, argument);
}

function apply(name: DeferredFunction, text: string, argument = 0): string {
  switch (name) {
    case 'lowerCase':
      return text.toLowerCase();
    case 'base64':
      return Buffer.from(text, 'utf8').toString('base64');
    case 'jsonString':
      return JSON.stringify(text);
    case 'resourceIdSegment':
      return text.split('/')[argument + 1] ?? '';
  }
}

function substitutePart(part: DeferredPart, lookup: DeferredLookup): string {
  if (typeof part === 'string') return part;
  return part.kind === 'value' ? substituteValue(part, lookup) : substituteCall(part, lookup);
}

function substituteValue(part: DeferredValue, lookup: DeferredLookup): string {
  const value = lookup(part);
  if (value === undefined) return writeValue(part);
  if (hasDelimiter(value)) {
    assertValid(`deferred value <${part.name}>`, [issue('deferred/value', [part.name])]);
  }
  return value;
}

function substituteCall(part: DeferredCall, lookup: DeferredLookup): string {
  const operand = part.operand.map((inner) => substitutePart(inner, lookup)).join('');
  return applyOrDefer(part.function, operand, part.argument);
}

function valuesOf(parts: readonly DeferredPart[]): DeferredValue[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return [];
    return part.kind === 'value' ? [part] : valuesOf(part.operand);
  });
}

/** Applies a function to every text inside plain data. */
function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((element) => mapText(element, change));
  if (SecretValue.isSecretValue(value)) return SecretValue.of(change(revealSecret(value)));
  if (!isPlainData(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapText(inner, change)]));
}
