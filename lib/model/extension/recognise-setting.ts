import { closestName } from '../closest-name';
import { candidates, settingPattern, spelled } from './setting-pattern';
import type { SettingRow } from './setting-row';
import { SETTING_NAMES, settingRow, type SettingName } from './settings-catalogue';

/** What a key of a settings map stands for. */
export interface RecognisedSetting {
  /** How surely: the key is right, right but for its letter case, or a few typing errors away from what is meant. */
  readonly match: 'exact' | 'letterCase' | 'near';
  /** The key as it is meant; the same as the one given when the match is exact. */
  readonly key: string;
  /** The name of its row in the catalogue. */
  readonly name: SettingName;
  readonly row: SettingRow;
}

/** Longer keys than any name with a label in it are not compared letter by letter. */
const MAX_KEY_LENGTH = 400;

/** Names that nobody knows may be right: only few errors make one of them a wrong spelling of another. */
const LETTERS_PER_ERROR = 5;

const PATTERNS = SETTING_NAMES.map((name) => ({ name, pattern: settingPattern(name) }));

/**
 * What a key stands for, also a retired or misspelt one.
 * @param key - a key of a settings map
 * @returns `undefined` when the key is similar to no name
 * @example
 * recogniseSetting('InferenceRouterHA')?.key; // inferenceRouterHA
 */
export function recogniseSetting(key: string): RecognisedSetting | undefined {
  const exact = PATTERNS.find(({ pattern }) => pattern.exact.test(key));
  if (exact !== undefined) return recognised('exact', key, exact.name);
  for (const { name, pattern } of PATTERNS) {
    const proper = spelled(pattern, key);
    if (proper !== undefined) return recognised('letterCase', proper, name);
  }
  return nearestSetting(key);
}

/** The setting that a key with typing errors was meant for. */
function nearestSetting(key: string): RecognisedSetting | undefined {
  if (key.length > MAX_KEY_LENGTH) return undefined;
  const meant = new Map<string, SettingName>();
  for (const { name, pattern } of PATTERNS) {
    for (const candidate of candidates(pattern, key)) if (!meant.has(candidate)) meant.set(candidate, name);
  }
  const closest = closestName(key, [...meant.keys()], LETTERS_PER_ERROR);
  const name = closest === undefined ? undefined : meant.get(closest);
  return closest === undefined || name === undefined ? undefined : recognised('near', closest, name);
}

function recognised(match: RecognisedSetting['match'], key: string, name: SettingName): RecognisedSetting {
  return { match, key, name, row: settingRow(name) };
}
