import { givenProperties } from '../given-properties';
import { assertDescription, type ResolveContext } from '../resolve';
import { uncheckedAksAgentPool, type ResolvedAksAgentPool } from '../scheduling/aks-agent-pool';
import { needsBlobCsiDriver } from '../storage/blob-csi-driver';
import type { NodePoolSpec } from '../scheduling/node-pool';
import type { ManagedClusterNetworkSpec, ManagedClusterSpec, ResolvedManagedCluster } from './managed-cluster';
import { managedClusterIssues, managedNodePoolIssues, subnetId, systemPoolOf } from './managed-cluster.rules';

/**
 * Checks an AKS cluster and fills its defaults.
 * @throws ValidationError with every issue
 */
export function resolveManagedCluster(spec: ManagedClusterSpec, context: ResolveContext = {}): ResolvedManagedCluster {
  const warnings = assertDescription('AksCluster', context, managedClusterIssues(spec));
  const { name, resourceGroupName, location, kubernetesVersion } = spec;
  return {
    name,
    resourceGroupName,
    location,
    ...givenProperties({ kubernetesVersion }),
    dnsPrefix: spec.dnsPrefix ?? name,
    systemPool: uncheckedAksAgentPool(systemPoolOf(spec)),
    nodePools: Object.entries(spec.nodePools ?? {}).map(([pool, given]) =>
      uncheckedAksAgentPool({ ...given, name: pool }),
    ),
    network: resolveNetwork(spec.network),
    blobCsiDriver: spec.blobCsiDriver ?? (spec.volumes ?? []).some(needsBlobCsiDriver),
    tags: spec.tags ?? {},
    warnings,
  };
}

function resolveNetwork(network: ManagedClusterNetworkSpec = {}): ManagedClusterNetworkSpec {
  return network.subnetId === undefined ? network : { ...network, subnetId: subnetId.parse(network.subnetId) };
}

/**
 * Checks a user pool of AKS and fills its defaults.
 * @throws ValidationError with every issue
 */
export function resolveManagedNodePool(spec: NodePoolSpec, context: ResolveContext = {}): ResolvedAksAgentPool {
  const warnings = assertDescription('AgentPool', context, managedNodePoolIssues(spec));
  return { ...uncheckedAksAgentPool(spec), warnings };
}
