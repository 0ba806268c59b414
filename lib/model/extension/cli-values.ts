import { deferredValues, isDeferred, lowerCase } from '../deferred';
import { revealSecret, SecretValue } from '../secret';
import type { CliSettings } from './cli-input';

/** The two maps of settings while the Azure CLI works on them. */
export interface CliMaps {
  readonly settings: CliSettings;
  readonly protected: CliSettings;
}

const SMALLEST_POINT_EXPONENT = -4;
const FIRST_LONG_EXPONENT = 16;

/** The maps as they are given, without keys that are not. */
export function givenMaps(given: {
  readonly settings?: CliSettings | null;
  readonly protected?: CliSettings | null;
}): CliMaps {
  return { settings: givenKeys(given.settings), protected: givenKeys(given.protected) };
}

/** The value of a key in the readable settings if it is there, otherwise in the protected ones; null for neither. */
export function lookUp(key: string, maps: CliMaps): unknown {
  return Object.hasOwn(maps.settings, key) ? maps.settings[key] : (maps.protected[key] ?? null);
}

/** Whether Python's `str` of a value is a word, in any letter case. */
export function isWord(value: unknown, word: string): boolean {
  return lowerCase(pythonText(value)) === word;
}

/** Whether Python takes a value for true: anything but null, empty text, zero and empty collections. */
export function isTruthy(value: unknown): boolean {
  if (SecretValue.isSecretValue(value)) return revealSecret(value) !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** The text of a value that is text, also of a secret. */
export function textOf(value: unknown): string | undefined {
  if (SecretValue.isSecretValue(value)) return revealSecret(value);
  return typeof value === 'string' ? value : undefined;
}

/** Whether a value must not be seen in readable settings. */
export function isSecret(value: unknown): boolean {
  if (SecretValue.isSecretValue(value)) return true;
  return typeof value === 'string' && isDeferred(value) && deferredValues(value).some((part) => part.secret);
}

/** What Python's `str` makes of a value, which is what a value becomes on the wire. */
export function pythonText(value: unknown): string {
  return textOf(value) ?? pythonLiteral(value);
}

function pythonLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (Array.isArray(value)) return `[${value.map(quoted).join(', ')}]`;
  if (typeof value !== 'object') return '';
  const entries = Object.entries(value).map(([key, inner]) => `${quoted(key)}: ${quoted(inner)}`);
  return `{${entries.join(', ')}}`;
}

function quoted(value: unknown): string {
  const text = textOf(value);
  if (text === undefined) return pythonLiteral(value);
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
  return `${quote}${escaped.replaceAll(quote, `\\${quote}`)}${quote}`;
}

/** Whole numbers in full, others with an exponent of two digits where they are very small or large. */
function pythonNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const [, digits = '', sign = '', exponent = ''] = /^(.+)e([+-])(\d+)$/.exec(value.toExponential()) ?? [];
  const power = Number(`${sign}${exponent}`);
  const isLong = power < SMALLEST_POINT_EXPONENT || power >= FIRST_LONG_EXPONENT;
  return isLong ? `${digits}e${sign}${exponent.padStart(2, '0')}` : String(value);
}

function givenKeys(map: CliSettings | null | undefined): CliSettings {
  return Object.fromEntries(Object.entries(map ?? {}).filter(([, value]) => value !== undefined));
}
