import { equalText, lowerCase } from '../deferred';
import { issue, type Issue } from '../issues';
import type { CliCluster, CliCreateInput, CliSettings } from './cli-input';
import type { CliCreateOutcome } from './cli-outcome';
import { refusal } from './cli-refusal';
import { needResources, RESOURCE_KEYS } from './cli-resources';
import { routerAddition, routerIssue, type CliAddition } from './cli-router';
import { givenMaps, isWord, lookUp, pythonText, type CliMaps } from './cli-values';
import { booleanKeys, readableSecretIssue, protectedSecrets, settingsTexts, withCopies } from './cli-wire';
import { EXTENSION_NAMESPACE } from './extension-name';

const FLAGS = ['enableTraining', 'enableInference'] as const;
const DEFAULT_TRAIN = 'stable';
/** Clusters with fewer nodes are set up without high availability. */
export const FEWEST_NODES = 3;
const NOTHING: CliAddition = { settings: {}, protected: {}, warnings: [] };

/**
 * What `az k8s-extension create` makes of the settings that a person types: both maps on the wire, warnings and the
 * resources it would create, or why it refuses. It refuses only what the Azure CLI refuses, for the same first reason;
 * where the Azure CLI crashes, the outcome is an issue. Values may be deferred, choices and flags are literals.
 *
 * It differs from the Azure CLI in this: `managedClusters` is recognised in any letter case; `openshift` is set on an
 * OpenShift cluster also when its node count is not known; PEM files keep their line ends.
 * @param input - settings, cluster and everything else that the Azure CLI would read
 * @see https://github.com/Azure/azure-cli-extensions/tree/main/src/k8s-extension
 */
export function deriveExtensionCreate(input: CliCreateInput): CliCreateOutcome {
  const given = givenMaps(input);
  const refused = createIssue(input, given);
  if (refused !== undefined) return refusal(refused);

  const hasInference = isWord(lookUp('enableInference', given), 'true');
  const router = hasInference ? routerAddition(given, input.files ?? {}) : NOTHING;
  const filled = withDefaults(withFlags(given, router), input);
  const resources = needResources(filled, input.cluster, input.azure);
  const settings = withCopies(resources.maps.settings);
  const [stopped] = [...resources.issues, ...readableSecretIssues(settings)];
  if (stopped !== undefined) return refusal(stopped);

  const protectedSettings = withCopies(resources.maps.protected);
  return {
    ok: true,
    settings: settingsTexts(settings),
    protected: protectedSecrets(protectedSettings),
    booleanKeys: booleanKeys({ settings, protected: protectedSettings }),
    warnings: router.warnings,
    releaseTrain: input.releaseTrain ?? DEFAULT_TRAIN,
    releaseNamespace: EXTENSION_NAMESPACE,
    version: input.version ?? null,
    autoUpgradeMinorVersion: input.autoUpgradeMinorVersion ?? null,
    createsInAzure: resources.creates,
    createIdentity: true,
    diagnostics: domainIssues(given.settings, settings),
  };
}

/** Why the Azure CLI refuses, its first reason. */
function createIssue(input: CliCreateInput, maps: CliMaps): Issue | undefined {
  if (input.scope === 'namespace') return issue('derivation/namespace-scope', ['scope'], { received: input.scope });
  const twice = Object.keys(maps.settings).find((key) => Object.hasOwn(maps.protected, key));
  if (twice !== undefined) return issue('derivation/duplicate-key', ['protected', twice]);
  const [hasTraining, hasInference] = FLAGS.map((key) => isWord(lookUp(key, maps), 'true'));
  if (hasInference === true) return routerIssue(maps, input.files ?? {});
  return hasTraining === true ? undefined : issue('derivation/nothing-enabled', []);
}

/** The flags go to the readable settings, as they were typed there or as booleans. */
function withFlags(given: CliMaps, router: CliAddition): CliMaps {
  const flags = Object.fromEntries(FLAGS.map((key) => [key, isWord(lookUp(key, given), 'true')]));
  const kept = Object.entries(given.protected).filter(([key]) => !Object.hasOwn(flags, key));
  return {
    settings: { ...flags, ...given.settings, ...router.settings },
    protected: { ...Object.fromEntries(kept), ...router.protected },
  };
}

/** What the cluster says, for everything that is not given. */
function withDefaults(maps: CliMaps, { cluster, domain }: CliCreateInput): CliMaps {
  const location = lowerCase(cluster.location);
  const isAks = isManaged(cluster);
  const misspelt = Object.hasOwn(maps.settings, 'doamin') ? maps.settings['doamin'] : `${location}.cloudapp.azure.com`;
  const settings = {
    cluster_name: cluster.resourceId,
    location,
    jobSchedulerLocation: location,
    cluster_name_friendly: cluster.name,
    [RESOURCE_KEYS.serviceBus.enabled]: 'false',
    [RESOURCE_KEYS.relay.enabled]: isAks ? 'false' : 'true',
    'nginxIngress.enabled': isAks ? 'true' : 'false',
    ...maps.settings,
    ...smallClusterSettings(maps, cluster),
    ...(lowerCase(cluster.distribution ?? '') === 'openshift' ? { openshift: 'true' } : {}),
    domain: domain ?? misspelt,
  };
  return { settings, protected: maps.protected };
}

function smallClusterSettings(maps: CliMaps, cluster: CliCluster): CliSettings {
  const nodes = knownNodes(cluster);
  if (nodes === undefined || nodes >= FEWEST_NODES) return {};
  return {
    ...(lookUp('clusterPurpose', maps) === null ? { clusterPurpose: 'DevTest' } : {}),
    ...(lookUp('inferenceRouterHA', maps) === null ? { inferenceRouterHA: 'false' } : {}),
  };
}

/** The node count of the kinds of clusters for which the Azure CLI reads one. */
function knownNodes(cluster: CliCluster): number | undefined {
  if (!isManaged(cluster))
    return lowerCase(cluster.type) === 'connectedclusters' ? (cluster.nodes ?? undefined) : undefined;
  const { pools } = cluster;
  if (pools === undefined || pools === null) return cluster.nodes ?? undefined;
  return pools.reduce<number | undefined>(
    (sum, count) => (sum === undefined || count === null ? undefined : sum + count),
    0,
  );
}

function isManaged(cluster: CliCluster): boolean {
  return lowerCase(cluster.type) === 'managedclusters';
}

function readableSecretIssues(settings: CliSettings): readonly Issue[] {
  const found = readableSecretIssue(settings);
  return found === undefined ? [] : [found];
}

/** A domain in the settings is overwritten without a word. */
function domainIssues(given: CliSettings, sent: CliSettings): readonly Issue[] {
  const [typed, actual] = [given['domain'], sent['domain']].map(pythonText);
  if (!Object.hasOwn(given, 'domain') || equalText(typed ?? '', actual ?? '') !== false) return [];
  return [issue('derivation/domain-overwritten', ['settings', 'domain'], { received: typed, expected: actual ?? '' })];
}
