import { equalText, lowerCase } from '../deferred';
import { revealSecret, type SecretValue } from '../secret';
import { recogniseSetting } from './recognise-setting';
import type { CurrentSettingRow, SettingsMapName, SettingValue, Workload } from './setting-row';
import { readFlag } from './setting-value';
import { isRetired } from './settings-catalogue';

/** What an update does to one setting. */
export interface SettingUpdate {
  readonly key: string;
  readonly map: SettingsMapName;
  /**
   * `added` and `changed` settings are sent. A `removed` one is no longer described: a protected one is deleted with the
   * update, a plain one stays stored as it is.
   */
  readonly kind: 'added' | 'changed' | 'removed';
  /** False when it depends on values that are known only at deployment whether anything changes. */
  readonly certain: boolean;
  /** Whether a document says what the change does; where none does, nobody is listed as interrupted. */
  readonly documented: boolean;
  /** What the change interrupts while it is active. */
  readonly interrupts: readonly Workload[];
  /** Whether only a new extension does it. */
  readonly replaces: boolean;
  /** For a plain setting that is no longer described: the default, to be sent so that it applies. @default - it has none */
  readonly reset?: string;
  /** What a document advises. @default - nothing */
  readonly advice?: string;
}

/** A map of settings; values of the protected one may be wrapped. */
export type StoredSettings = Readonly<Record<string, string | SecretValue>>;

/**
 * What becomes of the settings of one map, in the order of the new one, and then of the old one.
 * @param map - which of the two maps
 * @param old - the settings before
 * @param next - the settings after
 */
export function settingUpdates(map: SettingsMapName, old: StoredSettings, next: StoredSettings): SettingUpdate[] {
  const sent = Object.entries(next).flatMap(([key, value]) => sentUpdate(map, key, old[key], value));
  const gone = Object.entries(old).flatMap(([key, value]) =>
    Object.hasOwn(next, key) ? [] : removedUpdate(map, key, value),
  );
  return [...sent, ...gone];
}

function sentUpdate(
  map: SettingsMapName,
  key: string,
  old: string | SecretValue | undefined,
  next: string | SecretValue,
): SettingUpdate[] {
  const row = currentRow(key);
  const before = old ?? row?.default;
  const equal = before === undefined ? false : equalValues(row?.value, textOf(before), textOf(next));
  if (old !== undefined && equal === true) return [];
  const kind = old === undefined ? 'added' : 'changed';
  const effect = equal === true ? NO_EFFECT : effectOf(row, textOf(next));
  return [{ key, map, kind, certain: equal !== undefined, replaces: false, ...effect }];
}

/** A protected setting that is not sent is deleted, a plain one stays; what is known of it says how to undo it. */
function removedUpdate(map: SettingsMapName, key: string, old: string | SecretValue): SettingUpdate[] {
  const row = currentRow(key);
  const removed = { key, map, kind: 'removed', certain: true, replaces: false } as const;
  if (map === 'protected') return [{ ...removed, ...effectOf(row, '') }];
  if (row?.removedByReplacementOnly === true) return [{ ...removed, replaces: true, ...effectOf(row, '') }];
  if (row?.default === undefined) return [{ ...removed, ...NO_EFFECT }];
  const equal = equalValues(row.value, textOf(old), row.default);
  if (equal === true) return [];
  return [{ ...removed, certain: equal === false, reset: row.default, ...effectOf(row, row.default) }];
}

/** What a change of a setting to a value does. */
type ChangeEffect = Pick<SettingUpdate, 'documented' | 'interrupts' | 'advice'>;

/** What a setting says that is left as it is, or that is given its default. */
const NO_EFFECT: ChangeEffect = { documented: true, interrupts: [] };

/** What a change to a value does. A flag that is not known yet may be turned off. */
function effectOf(row: CurrentSettingRow | undefined, next: string): ChangeEffect {
  const change = row?.change;
  if (change === undefined || change.effect === 'undocumented') return { documented: false, interrupts: [] };
  if (change.effect === 'none') return { documented: true, interrupts: [], advice: change.advice };
  const isHarmless = change.when === 'off' && readFlag(next) === true;
  return isHarmless ? NO_EFFECT : { documented: true, interrupts: change.workloads, advice: change.advice };
}

/** Whether two values mean the same for a setting; `undefined` when that is not known yet. */
function equalValues(value: SettingValue | undefined, one: string, other: string): boolean | undefined {
  const isAnyCase = value?.kind === 'boolean' || (value?.kind === 'choice' && value.letterCase === 'any');
  return isAnyCase ? equalText(lowerCase(one), lowerCase(other)) : equalText(one, other);
}

/** The row of a key that the extension reads. */
function currentRow(key: string): CurrentSettingRow | undefined {
  const found = recogniseSetting(key);
  return found?.match !== 'exact' || isRetired(found.row) ? undefined : found.row;
}

function textOf(value: string | SecretValue): string {
  return typeof value === 'string' ? value : revealSecret(value);
}
