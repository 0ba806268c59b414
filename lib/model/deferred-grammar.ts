/*
 * The grammar of deferred text. A marker is OPEN head SEPARATOR body CLOSE. The head of a value says what is known
 * about it and its body is its name; the head of a call names a function and its body is the text it is applied to,
 * which may hold markers again. The delimiters are Unicode noncharacters, which are meant for use inside a program
 * and occur in no interchanged text; JSON and string concatenation leave them alone.
 */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const SEPARATOR = '\uFDD2';
const DELIMITER = /[\uFDD0-\uFDD2]/;
const MAX_DEPTH = 32;

/** When the value behind a deferred text becomes known. */
export type KnownWhen = 'deployment-start' | 'deployment-run';

/** A value with a name, known only when the description is deployed. */
export interface DeferredValue {
  readonly kind: 'value';
  /** The name under which the value is looked up, as it was given to `deferred`. */
  readonly name: string;
  /** Whether the value must never be shown in clear. */
  readonly secret: boolean;
  /** Whether the value is known when the deployment starts (a parameter) or only while it runs (an output). */
  readonly known: KnownWhen;
}

/** A function that could not be applied yet because its text is deferred. */
export interface DeferredCall {
  readonly kind: 'call';
  readonly function: DeferredFunction;
  /** The argument of the function, for `resourceIdSegment` the zero-based number of the segment. */
  readonly argument?: number;
  /** The text that the function is applied to. */
  readonly operand: readonly DeferredPart[];
}

/** The functions that a derivation may apply to text that is not known yet. */
export type DeferredFunction = 'lowerCase' | 'base64' | 'resourceIdSegment' | 'jsonString';

/** A piece of a text: literal text, a value or a call. */
export type DeferredPart = string | DeferredValue | DeferredCall;

const VALUE_HEADS: ReadonlyMap<string, Omit<DeferredValue, 'kind' | 'name'>> = new Map([
  ['v', { secret: false, known: 'deployment-start' }],
  ['vs', { secret: true, known: 'deployment-start' }],
  ['vr', { secret: false, known: 'deployment-run' }],
  ['vsr', { secret: true, known: 'deployment-run' }],
]);
const CALL_HEAD = /^c:(lowerCase|base64|jsonString|resourceIdSegment):(\d*)$/;

/** Whether a text holds a delimiter, and so a marker or the remains of one. */
export function hasDelimiter(text: string): boolean {
  return DELIMITER.test(text);
}

/** The marker of a value. The name holds no delimiter. */
export function writeValue(value: Omit<DeferredValue, 'kind'>): string {
  const head = `v${value.secret ? 's' : ''}${value.known === 'deployment-run' ? 'r' : ''}`;
  return `${OPEN}${head}${SEPARATOR}${value.name}${CLOSE}`;
}

/** The marker of a call. The operand is a whole text, with or without markers. */
export function writeCall(name: DeferredFunction, operand: string, argument?: number): string {
  return `${OPEN}c:${name}:${argument === undefined ? '' : String(argument)}${SEPARATOR}${operand}${CLOSE}`;
}

/**
 * The pieces of a text in their order, neighbouring literals joined.
 * @returns `undefined` when a marker is damaged
 */
export function readParts(text: string): readonly DeferredPart[] | undefined {
  const reader = { text, position: 0 };
  const parts = readSequence(reader, 0);
  return reader.position === text.length ? parts : undefined;
}

interface Reader {
  readonly text: string;
  position: number;
}

function readSequence(reader: Reader, depth: number): readonly DeferredPart[] | undefined {
  const parts: DeferredPart[] = [];
  for (;;) {
    const literal = readUntilDelimiter(reader);
    if (literal !== '') parts.push(literal);
    if (reader.text[reader.position] !== OPEN) return parts;
    const marker = depth < MAX_DEPTH ? readMarker(reader, depth) : undefined;
    if (marker === undefined) return undefined;
    parts.push(marker);
  }
}

function readMarker(reader: Reader, depth: number): DeferredPart | undefined {
  reader.position += OPEN.length;
  const head = readUntilDelimiter(reader);
  if (!skip(reader, SEPARATOR)) return undefined;
  const flags = VALUE_HEADS.get(head);
  const part = flags === undefined ? readCall(reader, head, depth) : readValue(reader, flags);
  return part !== undefined && skip(reader, CLOSE) ? part : undefined;
}

function readValue(reader: Reader, flags: Omit<DeferredValue, 'kind' | 'name'>): DeferredValue | undefined {
  const name = readUntilDelimiter(reader);
  return name === '' ? undefined : { kind: 'value', name, ...flags };
}

function readCall(reader: Reader, head: string, depth: number): DeferredCall | undefined {
  const match = CALL_HEAD.exec(head);
  if (match === null) return undefined;
  const operand = readSequence(reader, depth + 1);
  if (operand === undefined) return undefined;
  const argument = match[2] === '' ? {} : { argument: Number(match[2]) };
  return { kind: 'call', function: match[1] as DeferredFunction, ...argument, operand };
}

function readUntilDelimiter(reader: Reader): string {
  const start = reader.position;
  while (reader.position < reader.text.length && !DELIMITER.test(reader.text.charAt(reader.position))) {
    reader.position += 1;
  }
  return reader.text.slice(start, reader.position);
}

function skip(reader: Reader, delimiter: string): boolean {
  if (reader.text[reader.position] !== delimiter) return false;
  reader.position += delimiter.length;
  return true;
}
