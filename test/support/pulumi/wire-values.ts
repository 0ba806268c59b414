/** How the engine's protocol marks a secret: an object with this key and value, and the secret in `value`. */
export const SIGNATURE = '4dabf18193072939515e22adb298388d';
export const SECRET = '1b47061264138c4ac30d75fd1eb44270';
/** How it writes a value that a preview does not know. */
export const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** A value of the protocol as tests compare it: `{ secret: … }` for a secret, `<unknown>` for what is not known. */
export function shown(value: unknown): unknown {
  if (value === UNKNOWN) return '<unknown>';
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== 'object' || value === null) return value;
  if (Reflect.get(value, SIGNATURE) === SECRET) return { secret: shown(Reflect.get(value, 'value')) };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner)]));
}

/** The same without the marks of secrets. */
export function revealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === 'secret') return revealed(Reflect.get(value, 'secret'));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner)]));
}
