import { issue, type Issue } from '../issues';
import { propertyUpdates, type ExtensionProperties, type PropertyUpdate } from './property-update';
import { settingUpdates, type SettingUpdate, type StoredSettings } from './setting-update';
import type { Workload } from './setting-row';

/** An extension with its settings, as a description gives it or as Azure has it. */
export interface ExtensionState extends ExtensionProperties {
  /** The readable settings, derived ones included. @default - none */
  readonly configurationSettings?: StoredSettings | null;
  /** The protected settings. Azure never returns them. @default - not known */
  readonly configurationProtectedSettings?: StoredSettings | null;
}

/** What it takes to bring an extension to another state, and who notices. */
export interface UpdateImpact {
  /** Whether an update does it, or only a new extension, which removes everything in namespace `azureml`. */
  readonly action: 'none' | 'update' | 'replacement';
  readonly properties: readonly PropertyUpdate[];
  readonly settings: readonly SettingUpdate[];
  /** Who is interrupted by the whole, as far as documents say. */
  readonly interrupts: readonly Workload[];
  /** The protected settings that the update has to send, changed or not: it replaces them as a whole. */
  readonly sendAgain: readonly string[];
  /** The protected settings that the update deletes, since the new state does not have them. */
  readonly deletes: readonly string[];
  /** The plain settings to send besides those of the new state, so that defaults apply again. */
  readonly resets: Readonly<Record<string, string>>;
  /** The plain settings that stay stored although the new state does not have them, since no update removes any. */
  readonly keeps: readonly string[];
}

const MAP_PROPERTIES = {
  plain: 'configurationSettings',
  protected: 'configurationProtectedSettings',
} as const;

const ALL_WORKLOADS = ['jobs', 'endpoints'] as const satisfies readonly Workload[];

/**
 * What an update from one state of an extension to another does. Plain settings are merged key by key, protected ones
 * replaced as a whole.
 * @param old - the extension as it is: an earlier description, or what Azure has stored
 * @param next - the extension as it is to be, with derived settings as far as the old one has them
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension
 * @example
 * updateImpact(
 *   { configurationSettings: { enableTraining: 'True', enableInference: 'True' } },
 *   { configurationSettings: { enableTraining: 'False', enableInference: 'True' } },
 * ).interrupts; // ['jobs']
 */
export function updateImpact(old: ExtensionState, next: ExtensionState): UpdateImpact {
  const properties = propertyUpdates(old, next);
  const plain = settingUpdates('plain', old.configurationSettings ?? {}, next.configurationSettings ?? {});
  const hidden = protectedUpdates(old, next);
  const settings = [...plain, ...hidden];
  const gone = plain.filter(({ kind, replaces }) => kind === 'removed' && !replaces);
  const action = actionOf(properties, settings);
  return {
    action,
    properties,
    settings,
    interrupts: interruptedBy(action, settings),
    sendAgain: action === 'none' ? [] : Object.keys(next.configurationProtectedSettings ?? {}),
    deletes: hidden.filter(({ kind }) => kind === 'removed').map(({ key }) => key),
    resets: Object.fromEntries(gone.flatMap(({ key, reset }) => (reset === undefined ? [] : [[key, reset]]))),
    keeps: gone.filter(({ reset }) => reset === undefined).map(({ key }) => key),
  };
}

/**
 * What is to be known before an update is made, as warnings.
 * @param impact - what the update does
 */
export function updateImpactIssues(impact: UpdateImpact): Issue[] {
  const replacing = [
    ...impact.properties.filter(({ replaces }) => replaces).map(({ property }) => [property]),
    ...impact.settings.filter(({ replaces }) => replaces).map(({ map, key }) => [MAP_PROPERTIES[map], key]),
  ];
  return [
    ...replacing.map((path) => issue('extension/update-replaces', path)),
    ...impact.settings.filter(({ interrupts }) => interrupts.length > 0).map(interruptionIssue),
    ...impact.keeps.map((key) => issue('extension/update-keeps', [MAP_PROPERTIES.plain, key])),
    ...Object.entries(impact.resets).map(([key, value]) =>
      issue('extension/update-keeps', [MAP_PROPERTIES.plain, key], { fix: `send ${key}=${value}` }),
    ),
    ...impact.deletes.map((key) => issue('extension/update-deletes', [MAP_PROPERTIES.protected, key])),
  ];
}

/** Settings that Azure does not return may be the same: all of the new ones count as changes that are not certain. */
function protectedUpdates(old: ExtensionState, next: ExtensionState): SettingUpdate[] {
  const after = next.configurationProtectedSettings ?? {};
  const before = old.configurationProtectedSettings;
  if (before !== undefined && before !== null) return settingUpdates('protected', before, after);
  return settingUpdates('protected', {}, after).map((one) => ({ ...one, kind: 'changed', certain: false }));
}

function actionOf(properties: readonly PropertyUpdate[], settings: readonly SettingUpdate[]): UpdateImpact['action'] {
  const all = [...properties, ...settings];
  if (all.some(({ replaces }) => replaces)) return 'replacement';
  return all.length > 0 ? 'update' : 'none';
}

function interruptedBy(action: UpdateImpact['action'], settings: readonly SettingUpdate[]): readonly Workload[] {
  if (action === 'replacement') return ALL_WORKLOADS;
  const named = new Set(settings.flatMap(({ interrupts }) => interrupts));
  return ALL_WORKLOADS.filter((workload) => named.has(workload));
}

function interruptionIssue({ map, key, interrupts, certain, advice }: SettingUpdate): Issue {
  const who = interrupts.join(' and ');
  const message = certain ? `the change interrupts active ${who}` : `the change may interrupt active ${who}`;
  return issue('extension/update-interrupts', [MAP_PROPERTIES[map], key], {
    message,
    ...(advice === undefined ? {} : { fix: advice }),
  });
}
