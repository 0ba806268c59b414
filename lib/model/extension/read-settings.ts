import { lowerCase } from '../deferred';
import { revealSecret, type SecretValue } from '../secret';

/** The two maps of settings of an installed extension. */
export interface ExtensionMaps {
  readonly settings: Readonly<Record<string, string>>;
  /**
   * The protected settings; Azure does not return them, so that they are known only to whoever sent them.
   * @default - not known
   */
  readonly protected?: Readonly<Record<string, SecretValue>>;
}

/** The text of a setting, of the readable ones first; empty text counts as not given. */
export function readText(stored: ExtensionMaps, key: string): string | undefined {
  const secret = stored.protected?.[key];
  const text = stored.settings[key] ?? (secret === undefined ? undefined : revealSecret(secret));
  return text === '' ? undefined : text;
}

/** A setting as a flag: true in any letter case; `undefined` when it is not given. */
export function readFlag(stored: ExtensionMaps, key: string): boolean | undefined {
  const text = readText(stored, key);
  return text === undefined ? undefined : lowerCase(text) === 'true';
}

/** The choice that a setting means in any letter case; other text stays as it is. */
export function readChoice(stored: ExtensionMaps, key: string, choices: readonly string[]): string | undefined {
  const text = readText(stored, key);
  return text === undefined ? undefined : (choices.find((choice) => lowerCase(choice) === lowerCase(text)) ?? text);
}
