import { isDeferred } from '../deferred';
import { issue, printText, type Issue, type Path } from '../issues';
import { labelKey } from '../names';
import { extensionVersion, featureGate, releaseHas } from '../support/extension-features';
import { typeIssue } from '../text-format';
import { nodeSelectorLabel, withEscapedDots } from './node-selector-key';
import { recogniseSetting, type RecognisedSetting } from './recognise-setting';
import { retiredSettingIssue } from './retired-setting';
import {
  CAPABILITY_FLAGS,
  type CurrentSettingRow,
  type ExtensionCapability,
  type SettingClusterKind,
  type SettingsMapName,
} from './setting-row';
import { anyValueIssues, readFlag, settingValueIssues } from './setting-value';
import { isRetired } from './settings-catalogue';

/** The two maps of settings as Azure has them; a map that is null is not given. */
export interface SettingsMaps {
  /** Readable settings. @default - none */
  readonly configurationSettings?: Readonly<Record<string, unknown>> | null;
  /** Settings that are never returned. @default - none */
  readonly configurationProtectedSettings?: Readonly<Record<string, unknown>> | null;
}

/** What is known about the settings of two maps. */
export interface SettingsMapOptions {
  /**
   * Whether the maps hold what a person types, or what is sent, derived settings included.
   * @default 'typed'
   */
  readonly stage?: 'typed' | 'sent';
  /** The kind of cluster. @default - not known: settings for one kind pass */
  readonly clusterKind?: SettingClusterKind;
  /** The pinned version of the extension. @default - the newest: no setting is too new */
  readonly version?: string;
}

const MAPS = {
  configurationSettings: 'plain',
  configurationProtectedSettings: 'protected',
} as const satisfies Readonly<Record<keyof SettingsMaps, SettingsMapName>>;

const MAP_PROPERTIES = ['configurationSettings', 'configurationProtectedSettings'] as const;

/** Derived settings are sent also where nothing reads them. */
const NONE: ReadonlySet<ExtensionCapability> = new Set();

/**
 * Everything that is wrong or unwise with the settings of an extension, each by itself: names, maps, forms of values,
 * and what they need to have an effect.
 * @param maps - the settings, for example those of a template
 * @param options - whether they were typed or derived, and what is known about the cluster
 * @param path - where the maps are in a larger description
 * @example
 * settingsMapIssues({ configurationSettings: { enableTraining: 'True', inferenceRouterHa: 'False' } });
 */
export function settingsMapIssues(maps: SettingsMaps, options: SettingsMapOptions = {}, path: Path = []): Issue[] {
  const shape = MAP_PROPERTIES.flatMap((name) => mapShapeIssues(maps[name], [...path, name]));
  if (shape.length > 0) return shape;
  const context = { options, disabled: options.stage === 'sent' ? NONE : disabledCapabilities(maps) };
  const plain = maps.configurationSettings ?? {};
  return MAP_PROPERTIES.flatMap((name) =>
    Object.entries(maps[name] ?? {}).flatMap(([key, value]) => {
      const at = [...path, name, key];
      const twice = name === 'configurationProtectedSettings' && Object.hasOwn(plain, key);
      const both = twice ? [issue('extension/setting-in-both-maps', at)] : [];
      return [...both, ...settingIssues({ map: MAPS[name], key, value }, context, at)];
    }),
  );
}

/** What is known around a setting. */
interface Context {
  readonly options: SettingsMapOptions;
  readonly disabled: ReadonlySet<ExtensionCapability>;
}

/** One entry of a map of settings. */
interface SettingEntry {
  readonly map: SettingsMapName;
  readonly key: string;
  readonly value: unknown;
}

function settingIssues(entry: SettingEntry, context: Context, path: Path): Issue[] {
  const { map, key, value } = entry;
  if (isDeferred(key)) return [issue('deferred/literal-required', path, { received: key })];
  const found = recogniseSetting(key);
  if (found === undefined) return [issue('extension/setting-unknown', path), ...anyValueIssues(map, value, path)];
  if (isRetired(found.row)) return [retiredSettingIssue(found, found.row, value, path)];
  const name = nameIssues(found, path);
  const rest = found.match === 'exact' ? currentSettingIssues(entry, found.row, context, path) : [];
  return [...name, ...rest];
}

function currentSettingIssues(
  { map, key, value }: SettingEntry,
  row: CurrentSettingRow,
  context: Context,
  path: Path,
): Issue[] {
  const hidden = map === 'protected' || row.map === 'protected';
  return [
    ...mapIssues(map, row, path),
    ...nodeSelectorIssues(key, path),
    ...settingValueIssues(row.value, hidden, value, path),
    ...contextIssues(row, context, path),
  ];
}

/** A key that is wrong: the right one, its dots escaped. */
function nameIssues({ match, key }: RecognisedSetting, path: Path): Issue[] {
  const proper = printText(withEscapedDots(key));
  if (match === 'letterCase') return [issue('extension/setting-case', path, { fix: `write ${proper}` })];
  return match === 'near' ? [issue('extension/setting-misspelt', path, { fix: `did you mean ${proper}?` })] : [];
}

function mapIssues(map: SettingsMapName, row: CurrentSettingRow, path: Path): Issue[] {
  if (map === row.map) return [];
  return [issue(map === 'plain' ? 'extension/setting-in-plain-map' : 'extension/setting-in-protected-map', path)];
}

function nodeSelectorIssues(key: string, path: Path): Issue[] {
  const label = nodeSelectorLabel(key);
  if (label === undefined) return [];
  const escaped = withEscapedDots(key);
  const fix = `write ${printText(escaped)}, in JSON and TypeScript with two backslashes in place of each one`;
  return [
    ...labelKey.literalIssues(label, path),
    ...(escaped === key ? [] : [issue('extension/node-selector-dot', path, { fix })]),
  ];
}

/** What a setting needs around it to have an effect. */
function contextIssues(row: CurrentSettingRow, { options, disabled }: Context, path: Path): Issue[] {
  const isAdded = row.setBy === 'derived' && options.stage !== 'sent';
  return [
    ...(isAdded ? [issue('extension/setting-derived', path)] : []),
    ...capabilityIssues(row, disabled, path),
    ...clusterIssues(row, options.clusterKind, path),
    ...releaseIssues(row, options.version, path),
  ];
}

function capabilityIssues({ capability }: CurrentSettingRow, disabled: Context['disabled'], path: Path): Issue[] {
  if (capability === undefined || !disabled.has(capability)) return [];
  const fix = `set ${CAPABILITY_FLAGS[capability]}=True or remove the setting`;
  return [issue('extension/setting-without-capability', path, { fix })];
}

function clusterIssues({ onlyOn }: CurrentSettingRow, received: SettingClusterKind | undefined, path: Path): Issue[] {
  if (onlyOn === undefined || received === undefined || onlyOn === received) return [];
  return [issue('extension/setting-cluster-kind', path, { received, expected: onlyOn })];
}

function releaseIssues({ since }: CurrentSettingRow, received: string | undefined, path: Path): Issue[] {
  if (since === undefined || received === undefined) return [];
  const isVersion = extensionVersion.literalIssues(received, []).length === 0;
  if (!isVersion || releaseHas(received, since) !== false) return [];
  return [issue('extension/setting-release', path, { received, expected: `${featureGate(since).since} or newer` })];
}

/** The capabilities that are off, when one is on; maps that name neither are a part of the settings only. */
function disabledCapabilities(maps: SettingsMaps): ReadonlySet<ExtensionCapability> {
  const both = { ...maps.configurationProtectedSettings, ...maps.configurationSettings };
  const isOn = (one: ExtensionCapability): boolean => readFlag(both[CAPABILITY_FLAGS[one]]) === true;
  const all = ['training', 'inference'] as const;
  return new Set(all.some(isOn) ? all.filter((one) => !isOn(one)) : []);
}

function mapShapeIssues(map: unknown, path: Path): Issue[] {
  const isMap = map === undefined || (typeof map === 'object' && !Array.isArray(map));
  return isMap ? [] : [typeIssue(map, path, 'an object')];
}
