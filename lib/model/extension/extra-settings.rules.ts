import { issue, type Issue, type Path } from '../issues';
import { revealSecret } from '../secret';
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
    ...Object.entries(plain).flatMap(([key, value]) => ownedIssues(key, value, [...path, 'plain', key])),
    ...Object.entries(secrets).flatMap(([key, value]) =>
      ownedIssues(key, revealSecret(value), [...path, 'protected', key]),
    ),
    ...catalogueIssues(spec, { plain: withoutOwned(plain), protected: withoutOwned(secrets) }, path),
  ];
}

function ownedIssues(key: string, value: string, path: Path): Issue[] {
  const owner = settingOwner(key);
  if (owner !== undefined) return [issue('extension/setting-owned', path, { expected: owner, fix: `use ${owner}` })];
  return value === '' ? [issue('extension/setting-value', path, { expected: 'a text that is not empty' })] : [];
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
  return Object.fromEntries(
    Object.entries(map).filter(([key, value]) => settingOwner(key) === undefined && !isEmpty(value)),
  );
}

/** Of text without anything in it, one issue says enough. */
function isEmpty(value: unknown): boolean {
  return value === '';
}

function isOn(part: unknown): string {
  return flagText(part !== undefined && part !== false);
}
