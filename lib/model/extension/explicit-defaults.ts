import { CURRENT_SETTINGS } from './current-settings';
import { CAPABILITY_FLAGS, type CurrentSettingRow } from './setting-row';
import { readFlag } from './setting-value';

/**
 * Readable settings with the documented default of each that is not given. An update merges settings key by key, so that
 * one which is only left out keeps its old value; a tool that sends the same description again and again has to say the
 * defaults. Those of advanced settings are left to the installed release, and so are those of a capability that is off.
 * @param settings - the readable settings on the wire
 * @see https://learn.microsoft.com/azure/aks/deploy-extensions-az-cli
 * @example
 * withExplicitDefaults({ enableTraining: 'True' })['installPromOp']; // True
 */
export function withExplicitDefaults(settings: Readonly<Record<string, string>>): Record<string, string> {
  const rows: readonly (readonly [string, CurrentSettingRow])[] = Object.entries(CURRENT_SETTINGS);
  const defaults = rows.flatMap(([name, row]) =>
    row.default === undefined || !isSaid(row, settings) ? [] : [[name, row.default] as const],
  );
  return { ...settings, ...Object.fromEntries(defaults.filter(([name]) => !Object.hasOwn(settings, name))) };
}

function isSaid({ setBy, map, capability }: CurrentSettingRow, settings: Readonly<Record<string, string>>): boolean {
  if (setBy === 'advanced' || map === 'protected') return false;
  if (capability === undefined) return true;
  return readFlag(settings[CAPABILITY_FLAGS[capability]]) === true;
}
