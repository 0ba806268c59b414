import { CURRENT_SETTINGS, type CurrentSettingName } from './current-settings';
import { RETIRED_SETTINGS } from './retired-settings';
import type { CurrentSettingRow, RetiredSettingRow, SettingRow } from './setting-row';

/**
 * Every setting of the extension: what people type, what is derived from it, what only few need, and what nothing reads
 * any longer. A name may hold placeholders: `<index>` stands for a whole number, `<a|b>` for one of the two, any other
 * for text, which for `nodeSelector.<label>` is a label key with escaped dots.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension
 */
export const EXTENSION_SETTINGS = { ...CURRENT_SETTINGS, ...RETIRED_SETTINGS } as const;

/** The name or pattern of a row of {@link EXTENSION_SETTINGS}. */
export type SettingName = keyof typeof EXTENSION_SETTINGS;

/** The name of a retired setting. */
export type RetiredSettingName = keyof typeof RETIRED_SETTINGS;

/** The alternatives of a placeholder: `a|b` gives `a` and `b`. */
export type SettingAlternatives<Text extends string> = Text extends `${infer First}|${infer Rest}`
  ? First | SettingAlternatives<Rest>
  : Text;

/** What may stand in place of a placeholder. */
export type SettingPlaceholder<Inside extends string> = Inside extends 'index'
  ? number
  : Inside extends `${string}|${string}`
    ? SettingAlternatives<Inside>
    : string;

/** The keys that a name stands for: `toleration[<index>].key` stands for `toleration[${number}].key`. */
export type SettingKeyOf<Name extends string> = Name extends `${infer Before}<${infer Inside}>${infer After}`
  ? `${Before}${SettingPlaceholder<Inside>}${SettingKeyOf<After>}`
  : Name;

/** The keys of all settings whose row has certain properties. */
export type SettingKeyWith<Properties extends Partial<CurrentSettingRow>> = {
  [Name in CurrentSettingName]: (typeof CURRENT_SETTINGS)[Name] extends Properties ? SettingKeyOf<Name> : never;
}[CurrentSettingName];

/** A key of a setting that the extension reads. */
export type SettingKey = SettingKeyOf<CurrentSettingName>;

/** A key of the readable map, `configurationSettings`. */
export type PlainSettingKey = SettingKeyWith<{ map: 'plain' }>;

/** A key of the map that is never returned, `configurationProtectedSettings`. */
export type ProtectedSettingKey = SettingKeyWith<{ map: 'protected' }>;

/** A key that people type, as documented. */
export type UserSettingKey = SettingKeyWith<{ setBy: 'user' }>;

/** A key that is derived from the cluster and other settings. */
export type DerivedSettingKey = SettingKeyWith<{ setBy: 'derived' }>;

/** A key for needs that the table of settings does not cover. */
export type AdvancedSettingKey = SettingKeyWith<{ setBy: 'advanced' }>;

/**
 * The row of a setting.
 * @param name - a name of {@link EXTENSION_SETTINGS}
 */
export function settingRow(name: SettingName): SettingRow {
  return EXTENSION_SETTINGS[name];
}

/** Whether nothing reads the setting of a row. */
export function isRetired(row: SettingRow): row is RetiredSettingRow {
  return row.setBy === 'nobody';
}

/** The names of all rows, those of current settings first. */
export const SETTING_NAMES = Object.keys(EXTENSION_SETTINGS) as readonly SettingName[];
