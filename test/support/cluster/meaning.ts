import type { Json, JsonObject } from './objects';
import { sameQuantity } from './quantity';

/** Where the values of a map are quantities. */
const QUANTITIES = /(^|\.)(capacity|requests|limits)\.[^.]+$/;

/** Where an empty text and no text differ: a claim without the field gets the default class, one with '' gets none. */
const EMPTY_MATTERS = new Set(['PersistentVolumeClaim spec.storageClassName']);

interface Place {
  readonly kind: string;
  readonly path: string;
}

/**
 * What reads back otherwise than it was sent, one line each: the API server may write a quantity, an empty value or a
 * secret's content in another form, but not change it. What the server adds is not looked at.
 */
export function differences(sent: JsonObject, live: JsonObject): string[] {
  const kind = textOf(sent['kind']);
  const [wanted, found] = kind === 'Secret' ? [plainSecret(sent), plainSecret(live)] : [sent, live];
  return compare(wanted, found, { kind, path: '' });
}

// The content as text by key, whether it came as text or as base64.
function plainSecret({ data, stringData, ...rest }: JsonObject): JsonObject {
  const decoded = Object.entries(asObject(data)).map(([key, value]) => [
    key,
    Buffer.from(textOf(value), 'base64').toString('latin1'),
  ]);
  const encoded = Object.entries(asObject(stringData)).map(([key, value]) => [
    key,
    Buffer.from(textOf(value), 'utf8').toString('latin1'),
  ]);
  return { ...rest, content: Object.fromEntries([...decoded, ...encoded]) as JsonObject };
}

function compare(sent: Json, live: Json | undefined, place: Place): string[] {
  if (Array.isArray(sent)) return compareLists(sent, live, place);
  if (isObject(sent)) {
    const found = asObject(live);
    return Object.entries(sent).flatMap(([key, value]) =>
      compare(value, found[key], { ...place, path: place.path === '' ? key : `${place.path}.${key}` }),
    );
  }
  if (sameValue(sent, live, place)) return [];
  const read = live === undefined ? 'nothing' : JSON.stringify(live);
  return [`${place.path}: sent ${JSON.stringify(sent)}, read ${read}`];
}

function compareLists(sent: readonly Json[], live: Json | undefined, place: Place): string[] {
  const found = Array.isArray(live) ? (live as readonly Json[]) : [];
  if (found.length !== sent.length) {
    return [`${place.path}: sent ${String(sent.length)} items, read ${String(found.length)}`];
  }
  return sent.flatMap((item, index) =>
    compare(item, found[index], { ...place, path: `${place.path}[${String(index)}]` }),
  );
}

function sameValue(sent: Json, live: Json | undefined, { kind, path }: Place): boolean {
  if (sent === live) return true;
  if (live === undefined) return isEmpty(sent) && !EMPTY_MATTERS.has(`${kind} ${path}`);
  return QUANTITIES.test(path) && sameQuantity(textOf(sent), textOf(live));
}

// A number is a quantity too; nothing else that is not text is meant anywhere here.
function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isEmpty(value: Json): boolean {
  return value === null || value === false || value === '' || value === 0;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
