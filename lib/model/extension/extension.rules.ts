import type { ClusterSpec, ResolvedCluster } from '../azure/cluster';
import { equalText, lowerCase } from '../deferred';
import { isWellShaped } from '../fields';
import { issue, type Issue, type Path } from '../issues';
import { EXTENSION_FEATURES, extensionVersion, releaseHas, type ExtensionFeature } from '../support/extension-features';
import type { ExtensionSpec } from './extension';
import { extensionFieldIssues } from './extension-fields.rules';
import { extraSettingsIssues } from './extra-settings.rules';
import type { InferenceSpec } from './inference';

/** Three replicas of azureml-fe, each on a node of its own. */
const ROUTER_REPLICAS = 3;
/** Distributions, as Azure Arc reports them, whose clusters get no load balancers by themselves. */
const WITHOUT_LOAD_BALANCERS = /^(kind|minikube)$/i;

/** The features of a release that a description uses, by the property that does. */
const USES = {
  taints: ({ tolerations = {} }) => Object.keys(tolerations).length > 0,
  routerV2: ({ enableInference = false }) => enableInference !== false,
  volcano: ({ enableTraining }) => typeof enableTraining === 'object' && enableTraining.installVolcano !== false,
} as const satisfies Gates;

/** What a description on AKS relies on. */
const USES_ON_AKS = { withoutRelayOnAks: () => true } as const satisfies Gates;

type Gates = Readonly<Partial<Record<ExtensionFeature, (spec: ExtensionSpec) => boolean>>>;

/**
 * Everything that is wrong or unwise with an extension, whatever cluster it is for.
 * @param spec - the extension as given
 * @param path - where it is in a larger description
 */
export function extensionIssues(spec: ExtensionSpec, path: Path = []): Issue[] {
  const shape = extensionFieldIssues(spec, path);
  if (!isWellShaped(shape)) return shape;
  const extra = extraSettingsIssues(spec, [...path, 'extraSettings']);
  return [...shape, ...extra, ...gateIssues(spec, USES, path)];
}

/**
 * What is wrong or unwise with an extension on a cluster of its kind and size. Both have passed their own rules.
 * @param spec - the extension
 * @param cluster - what is known about the cluster
 * @param path - where the extension is in a larger description
 * @returns issues with paths in the extension
 */
export function extensionOnClusterIssues(spec: ExtensionSpec, cluster: ClusterSpec, path: Path = []): Issue[] {
  const { enableInference: inference = false, relay } = spec;
  const relayOnAks = cluster.kind === 'aks' && relay !== undefined && relay.kind !== 'none';
  return [
    ...(relayOnAks ? [issue('extension/relay-on-aks', [...path, 'relay', 'kind'], { received: relay.kind })] : []),
    ...(inference === false ? [] : routerIssues(inference, cluster, [...path, 'enableInference'])),
    ...(cluster.kind === 'aks' ? gateIssues(spec, USES_ON_AKS, path) : []),
  ];
}

/**
 * Whether a cluster is described with more than one extension of Azure Machine Learning.
 * @param clusters - the clusters of all extensions
 * @returns issues whose path starts with the position of the extension
 */
export function extensionSetIssues(clusters: readonly ResolvedCluster[]): Issue[] {
  return clusters.flatMap(({ resourceId }, index) => {
    const taken = clusters.slice(0, index).some((other) => isSameResource(other.resourceId, resourceId));
    return taken ? [issue('extension/one-per-cluster', [index, 'cluster'], { received: resourceId })] : [];
  });
}

/** Azure compares ids in any letter case; those that are known only at deployment may differ. */
function isSameResource(one: string, other: string): boolean {
  return equalText(lowerCase(one), lowerCase(other)) === true;
}

function routerIssues(spec: InferenceSpec, cluster: ClusterSpec, path: Path): Issue[] {
  return [
    ...balancerIssues(spec, cluster, path),
    ...replicaIssues(spec, cluster, path),
    ...nginxIssues(spec, cluster, path),
  ];
}

function balancerIssues(spec: InferenceSpec, cluster: ClusterSpec, path: Path): Issue[] {
  if (cluster.kind === 'aks' || spec.inferenceRouterServiceType !== 'LoadBalancer') return [];
  const { distribution = '' } = cluster.kind === 'arc' ? cluster : {};
  const place = [...path, 'inferenceRouterServiceType'];
  const received = `${spec.inferenceRouterServiceType} on ${distribution}`;
  return [
    ...(WITHOUT_LOAD_BALANCERS.test(distribution)
      ? [issue('extension/load-balancer-pending', place, { received })]
      : []),
    ...(spec.internalLoadBalancerProvider === undefined
      ? []
      : [
          issue('extension/internal-load-balancer', [...path, 'internalLoadBalancerProvider'], {
            received: `${spec.internalLoadBalancerProvider} on a cluster of kind ${cluster.kind}`,
          }),
        ]),
  ];
}

function replicaIssues(spec: InferenceSpec, cluster: ClusterSpec, path: Path): Issue[] {
  const { nodeCount = ROUTER_REPLICAS } = cluster.kind === 'provisioned' ? {} : cluster;
  if (spec.inferenceRouterHA !== true || nodeCount >= ROUTER_REPLICAS) return [];
  const details = { received: `true with ${String(nodeCount)} nodes`, expected: 'at least 3 nodes' };
  return [issue('extension/router-needs-three-nodes', [...path, 'inferenceRouterHA'], details)];
}

function nginxIssues(spec: InferenceSpec, cluster: ClusterSpec, path: Path): Issue[] {
  const unused = spec.nginxIngressController !== undefined && cluster.kind !== 'aks';
  return unused ? [issue('extension/nginx-unused', [...path, 'nginxIngressController'])] : [];
}

/** Versions that are no numbers are not judged, nor those that are not known yet. */
function gateIssues(spec: ExtensionSpec, gates: Gates, path: Path): Issue[] {
  const { upgrades } = spec;
  if (upgrades?.kind !== 'pinned' || extensionVersion.literalIssues(upgrades.version, []).length > 0) return [];
  return Object.entries(gates).flatMap(([name, uses]) => {
    const feature = name as ExtensionFeature;
    if (!uses(spec) || releaseHas(upgrades.version, feature) !== false) return [];
    const { since, summary } = EXTENSION_FEATURES[feature];
    const details = { received: upgrades.version, expected: `${since} or newer: ${summary}` };
    return [issue('extension/release-too-old', [...path, 'upgrades', 'version'], details)];
  });
}
