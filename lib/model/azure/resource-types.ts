import { lowerCase } from '../deferred';

/** The resource types that Azure Machine Learning on Kubernetes deals with, in their proper letter case. */
export const RESOURCE_TYPES = [
  'Microsoft.Compute/disks',
  'Microsoft.ContainerRegistry/registries',
  'Microsoft.ContainerService/managedClusters',
  'Microsoft.HybridContainerService/provisionedClusters',
  'Microsoft.KeyVault/vaults',
  'Microsoft.Kubernetes/connectedClusters',
  'Microsoft.KubernetesConfiguration/extensions',
  'Microsoft.MachineLearningServices/workspaces',
  'Microsoft.MachineLearningServices/workspaces/computes',
  'Microsoft.ManagedIdentity/userAssignedIdentities',
  'Microsoft.Network/applicationGateways',
  'Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies',
  'Microsoft.Network/virtualNetworks/subnets',
  'Microsoft.OperationalInsights/workspaces',
  'Microsoft.Relay/namespaces',
  'Microsoft.Relay/namespaces/hybridConnections',
  'Microsoft.ServiceBus/namespaces',
  'Microsoft.Storage/storageAccounts',
] as const;

/** A resource type that the library knows, provider and type: `Microsoft.Compute/disks`. */
export type KnownResourceType = (typeof RESOURCE_TYPES)[number];

/** From a provider or type in lower case to its proper case, for every provider and every part of a nested type. */
const PROPER_CASE: ReadonlyMap<string, string> = new Map(
  RESOURCE_TYPES.flatMap(prefixes).map((prefix) => [lowerCase(prefix), prefix]),
);

/**
 * A resource type in its proper letter case. What is not known stays as it is, below its provider's proper name.
 * @param type - provider and type, `microsoft.compute/disks`, or with a child type
 */
export function properResourceType(type: string): string {
  const known = prefixes(type).find((prefix) => PROPER_CASE.has(lowerCase(prefix)));
  return known === undefined ? type : `${PROPER_CASE.get(lowerCase(known)) ?? ''}${type.slice(known.length)}`;
}

/** `a/b/c` gives `a/b/c`, `a/b` and `a`. */
function prefixes(path: string): string[] {
  const ends = [...path.matchAll(/\/|$/g)].map((match) => match.index);
  return ends.reverse().map((end) => path.slice(0, end));
}
