import { issue, type Issue, type Path } from '../issues';
import type { ExtensionSpec, ExtraSettings } from './extension';
import { flagText } from './setting-flag';
import { settingOwner } from './setting-props';
import type { IssueCode } from '../issue-codes';
import { settingsMapIssues, type SettingsMaps } from './settings-map.rules';

/** The maps of extra settings, by the names that Azure has for them. */
const MAPS = {
  configurationSettings: 'plain',
  configurationProtectedSettings: 'protected',
} as const satisfies Readonly<Record<keyof SettingsMaps, keyof ExtraSettings>>;

/** Extra settings are for what the catalogue does not know, and for what is to differ from what is derived. */
const EXPECTED: readonly IssueCode[] = ['extension/setting-unknown', 'extension/setting-derived'];

/**
 * What is wrong or unwise with the well-shaped extra settings of an extension.
 * @param spec - the extension
 * @param path - where its extra settings are
 */
export function extraSettingsIssues(spec: ExtensionSpec, path: Path): Issue[] {
  const { plain = {}, protected: secrets = {} } = spec.extraSettings ?? {};
  return [
    ...Object.keys(plain).flatMap((key) => ownedIssues(key, [...path, 'plain', key])),
    ...Object.keys(secrets).flatMap((key) => ownedIssues(key, [...path, 'protected', key])),
    ...catalogueIssues(spec, { plain: withoutOwned(plain), protected: withoutOwned(secrets) }, path),
  ];
}

function ownedIssues(key: string, path: Path): Issue[] {
  const owner = settingOwner(key);
  return owner === undefined ? [] : [issue('extension/setting-owned', path, { expected: owner, fix: `use ${owner}` })];
}

/** What the catalogue says about the settings that no property writes. */
function catalogueIssues(spec: ExtensionSpec, extra: Required<ExtraSettings>, path: Path): Issue[] {
  const flags = { enableTraining: isOn(spec.enableTraining), enableInference: isOn(spec.enableInference) };
  const maps = {
    configurationSettings: { ...extra.plain, ...flags },
    configurationProtectedSettings: extra.protected,
  };
  const version = spec.upgrades?.kind === 'pinned' ? { version: spec.upgrades.version } : {};
  return settingsMapIssues(maps, version)
    .filter(({ code }) => !EXPECTED.includes(code))
    .map((one) => ({ ...one, path: [...path, ...one.path.map(propertyOf)] }));
}

function propertyOf(step: string | number): string | number {
  return Object.entries(MAPS).find(([name]) => name === step)?.[1] ?? step;
}

function withoutOwned<Value>(map: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => settingOwner(key) === undefined));
}

function isOn(part: unknown): string {
  return flagText(part !== undefined && part !== false);
}
