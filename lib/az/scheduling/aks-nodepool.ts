import type { ResolvedCluster } from '../../model/azure/cluster';
import type { AksAgentPool } from '../../model/scheduling/aks-agent-pool';

/** Pays up to the price of ordinary machines, and so is never evicted for the price. */
const MAX_PRICE = '-1';

/** What names a cluster of AKS to the Azure CLI. */
export type NamedAksCluster = Pick<ResolvedCluster, 'name' | 'resourceGroup' | 'subscriptionId'>;

/**
 * The arguments of the command that adds a node pool to a cluster of AKS, the program itself left out.
 * @param cluster - the cluster
 * @param pool - the pool, see `resolveAksAgentPool`
 * @see https://learn.microsoft.com/cli/azure/aks/nodepool#az-aks-nodepool-add
 */
export function aksNodePoolAddArguments(cluster: NamedAksCluster, pool: AksAgentPool): string[] {
  const { mode, vmSize, count, autoscaling, priority, nodeTaints, nodeLabels } = pool;
  const labels = Object.entries(nodeLabels).map(([key, value]) => `${key}=${value}`);
  return [
    ...['aks', 'nodepool', 'add', ...target(cluster, pool)],
    ...['--mode', mode, '--node-vm-size', vmSize, '--node-count', String(count)],
    ...(autoscaling === undefined
      ? []
      : [
          '--enable-cluster-autoscaler',
          ...['--min-count', String(autoscaling.minCount), '--max-count', String(autoscaling.maxCount)],
        ]),
    ...(priority === 'Spot'
      ? ['--priority', priority, '--eviction-policy', 'Delete', '--spot-max-price', MAX_PRICE]
      : []),
    ...(nodeTaints.length === 0 ? [] : ['--node-taints', nodeTaints.join(',')]),
    ...(labels.length === 0 ? [] : ['--labels', ...labels]),
  ];
}

/** The arguments that show a node pool, and fail when there is none. */
export function aksNodePoolShowArguments(cluster: NamedAksCluster, pool: Pick<AksAgentPool, 'name'>): string[] {
  return ['aks', 'nodepool', 'show', ...target(cluster, pool)];
}

function target({ name, resourceGroup, subscriptionId }: NamedAksCluster, pool: Pick<AksAgentPool, 'name'>): string[] {
  return [
    ...['--name', pool.name, '--cluster-name', name],
    ...['--resource-group', resourceGroup, '--subscription', subscriptionId],
  ];
}
