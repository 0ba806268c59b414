import type { CliCluster } from '../../lib/model/extension/cli-input';
import type { WireProtectedSettings } from '../../lib/model/extension/cli-outcome';
import { revealSecret } from '../../lib/model/secret';

const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444';

/** An AKS cluster of three nodes. */
export const AKS: CliCluster = {
  type: 'managedClusters',
  name: 'ml-cluster',
  resourceGroup: 'rg',
  subscriptionId: SUBSCRIPTION,
  location: 'EastUS',
  nodes: 3,
  resourceId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/ml-cluster`,
};

/** An Arc-enabled cluster of three nodes. */
export const ARC: CliCluster = {
  ...AKS,
  type: 'connectedClusters',
  resourceId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Kubernetes/connectedClusters/ml-cluster`,
};

/** Protected settings in clear. */
export function clearTexts(map: WireProtectedSettings): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, value === null ? null : revealSecret(value)]),
  );
}
