import type { ClusterSpec, ResolvedCluster } from '../azure/cluster';
import { ROUTER_REPLICAS } from '../components/footprint';
import { equalText, lowerCase } from '../deferred';
import { isWellShaped } from '../fields';
import { issue, type Issue, type Path } from '../issues';
import { EXTENSION_FEATURES, extensionVersion, releaseHas, type ExtensionFeature } from '../support/extension-features';
import type { ExtensionSpec } from './extension';
import { extensionFieldIssues } from './extension-fields.rules';
import { extraSettingsIssues } from './extra-settings.rules';
import type { InferenceSpec } from './inference';

/** Distributions, as Azure Arc reports them, whose clusters get no load balancers by themselves. */
const WITHOUT_LOAD_BALANCERS = /^(kind|minikube)$/i;

/** The features of a release that a description uses, and when it does. */
const USES: Readonly<Partial<Record<ExtensionFeature, (spec: ExtensionSpec) => boolean>>> = {
  taints: ({ tolerations = {} }) => Object.keys(tolerations).length > 0,
  routerV2: ({ enableInference = false }) => enableInference !== false,
  volcano: ({ enableTraining }) => typeof enableTraining === 'object' && enableTraining.installVolcano !== false,
};

/**
 * Everything that is wrong or unwise with an extension, whatever cluster it is for.
 * @param spec - the extension as given
 * @param path - where it is in a larger description
 */
export function extensionIssues(spec: ExtensionSpec, path: Path = []): Issue[] {
  const shape = extensionFieldIssues(spec, path);
  if (!isWellShaped(shape)) return shape;
  const extra = extraSettingsIssues(spec, [...path, 'extraSettings']);
  const used = Object.entries(USES).flatMap(([name, uses]) => (uses(spec) ? [name as ExtensionFeature] : []));
  return [...shape, ...extra, ...releaseGateIssues(spec, used, path)];
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
    ...(cluster.kind === 'aks' ? releaseGateIssues(spec, ['withoutRelayOnAks'], path) : []),
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

/**
 * Whether a pinned version has some features. Versions that are no numbers are not judged, nor those that are not known
 * yet.
 * @param spec - the extension
 * @param features - what is used of it
 * @param path - where the extension is in a larger description
 */
export function releaseGateIssues(
  spec: Pick<ExtensionSpec, 'upgrades'>,
  features: readonly ExtensionFeature[],
  path: Path,
): Issue[] {
  const { upgrades } = spec;
  if (upgrades?.kind !== 'pinned' || extensionVersion.literalIssues(upgrades.version, []).length > 0) return [];
  return features.flatMap((feature) => {
    if (releaseHas(upgrades.version, feature) !== false) return [];
    const { since, summary } = EXTENSION_FEATURES[feature];
    const details = { received: upgrades.version, expected: `${since} or newer: ${summary}` };
    return [issue('extension/release-too-old', [...path, 'upgrades', 'version'], details)];
  });
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
