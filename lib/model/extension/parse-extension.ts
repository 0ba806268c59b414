import { formatResourceId } from '../azure/resource-id';
import type { ClusterSpec, ResolvedCluster } from '../azure/cluster';
import { resolveCluster } from '../azure/resolve-cluster';
import { isDeferred, lowerCase } from '../deferred';
import { givenProperties } from '../given-properties';
import { assertDescription, type ResolveContext } from '../resolve';
import { TOLERATION_SETTINGS } from '../scheduling/extension-tolerations';
import type { ExtensionPodKind } from '../scheduling/amlarc-taints';
import type { TolerationSpec } from '../scheduling/toleration';
import { completeExtension } from './complete-extension';
import type {
  CompleteExtension,
  ExtensionOptions,
  ExtensionSpec,
  ExtraSettings,
  RelaySpec,
  UpgradesSpec,
} from './extension';
import { readInference, readTraining } from './parse-capabilities';
import { readFlag, readText, type ExtensionMaps } from './read-settings';
import { relayNamespaceName } from './relay-name';
import { extensionDeploymentIssues } from './resolve-extension';
import { nodeSelectorLabel } from './node-selector-key';
import { settingOwner } from './setting-props';

/** What is known about an installed extension: its settings and how it is upgraded. */
export interface StoredExtension extends ExtensionMaps {
  readonly name: string;
  /** @default - the newest of the train */
  readonly version?: string;
  /** @default 'stable' */
  readonly releaseTrain?: string;
  /** @default true */
  readonly autoUpgradeMinorVersion?: boolean;
}

/**
 * The description behind the settings of an installed extension, with every default written out. What no property of a
 * description stands for is among its extra settings.
 * @param stored - the settings, as {@link wireSettings} or Azure gives them
 * @param cluster - the cluster that the extension is on
 * @param context - the subject for the error
 * @throws ValidationError when no description gives such settings: what is missing among the protected settings, or
 * contradicts itself
 */
export function parseExtension(
  stored: StoredExtension,
  cluster: ClusterSpec,
  context: ResolveContext = {},
): CompleteExtension {
  const known = resolveCluster(cluster, context);
  const spec = {
    name: stored.name,
    enableTraining: readTraining(stored),
    enableInference: readInference(stored),
    ...readOptions(stored),
    ...givenProperties({ relay: readRelay(stored, known) }),
    upgrades: readUpgrades(stored),
    extraSettings: readExtraSettings(stored, known),
  };
  const read = spec as ExtensionSpec;
  assertDescription('AzureMLExtension', context, extensionDeploymentIssues(read, cluster));
  return completeExtension(read, known);
}

function readOptions(stored: ExtensionMaps): Omit<ExtensionOptions, 'name'> {
  return givenProperties({
    nodeSelector: readNodeSelector(stored),
    tolerations: givenProperties({
      extensionSystem: readTolerations(stored, 'extensionSystem'),
      workload: readTolerations(stored, 'workload'),
    }),
    installNvidiaDevicePlugin: readFlag(stored, 'installNvidiaDevicePlugin'),
    installDcgmExporter: readFlag(stored, 'installDcgmExporter'),
    installPromOp: readFlag(stored, 'installPromOp'),
    clusterPurpose: readText(stored, 'clusterPurpose') as ExtensionOptions['clusterPurpose'],
  });
}

function readNodeSelector({ settings }: ExtensionMaps): Record<string, string> {
  const labels = Object.entries(settings).map(([key, value]) => ({ label: nodeSelectorLabel(key), value }));
  return Object.fromEntries(labels.flatMap(({ label, value }) => (label === undefined ? [] : [[label, value]])));
}

/** The tolerations of a list in its order; what is missing is left for the rules to find. */
function readTolerations({ settings }: ExtensionMaps, kind: ExtensionPodKind): TolerationSpec[] | undefined {
  const pattern = new RegExp(String.raw`^${TOLERATION_SETTINGS[kind]}\[(\d+)\]\.(\w+)$`);
  const fields = Object.entries(settings).flatMap(([key, text]) => {
    const [, index, field = ''] = pattern.exec(key) ?? [];
    return index === undefined ? [] : [{ index: Number(index), field, text }];
  });
  const indexes = [...new Set(fields.map(({ index }) => index))].sort((one, other) => one - other);
  const tolerations = indexes.map((index) =>
    Object.fromEntries(fields.filter((one) => one.index === index).map(({ field, text }) => [field, text])),
  );
  return tolerations.length === 0 ? undefined : (tolerations as unknown as TolerationSpec[]);
}

/** A relay with the name that the Azure CLI chooses is one that it creates. */
function readRelay(stored: ExtensionMaps, cluster: ResolvedCluster): RelaySpec | undefined {
  if (cluster.kind === 'aks') return undefined;
  if (readFlag(stored, 'relayserver.enabled') === false) return { kind: 'none' };
  const id = readText(stored, 'relayserver.hybridConnectionResourceID');
  if (id === undefined || id === createdConnection(cluster)) return { kind: 'create' };
  return givenProperties({
    kind: 'existing' as const,
    hybridConnectionResourceId: id,
    hybridConnectionName: readText(stored, 'relayserver.hybridConnectionName'),
    connectionString: stored.protected?.['relayServerConnectionString'],
  });
}

function createdConnection(cluster: ResolvedCluster): string | undefined {
  const { subscriptionId: subscription, resourceGroup, name } = cluster;
  if ([subscription, resourceGroup, name].some(isDeferred)) return undefined;
  const names = [relayNamespaceName(cluster), name];
  return formatResourceId({ subscription, resourceGroup, type: 'Microsoft.Relay/namespaces/hybridConnections', names });
}

function readUpgrades({ version, releaseTrain, autoUpgradeMinorVersion = true }: StoredExtension): UpgradesSpec {
  if (!autoUpgradeMinorVersion && version !== undefined) return { kind: 'pinned', version };
  return givenProperties({ kind: 'auto' as const, releaseTrain });
}

function readExtraSettings(stored: ExtensionMaps, { location }: ResolvedCluster): Required<ExtraSettings> {
  const domain = `${lowerCase(location)}.cloudapp.azure.com`;
  const isExtra = (key: string, value: unknown): boolean =>
    settingOwner(key) === undefined && !(key === 'domain' && value === domain);
  return {
    plain: Object.fromEntries(Object.entries(stored.settings).filter(([key, value]) => isExtra(key, value))),
    protected: Object.fromEntries(Object.entries(stored.protected ?? {}).filter(([key]) => isExtra(key, undefined))),
  };
}
