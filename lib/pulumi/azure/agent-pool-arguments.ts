import type { ResolvedManagedNodePool } from '../../model/azure/managed-cluster';
import { formatTaint } from '../../model/scheduling/taint';

/** A node pool as AKS takes it, on its own or in the description of a cluster. */
export interface AgentPoolProperties {
  readonly mode: 'System' | 'User';
  readonly type: 'VirtualMachineScaleSets';
  readonly osType: 'Linux';
  readonly vmSize: string;
  readonly count: number;
  readonly enableAutoScaling?: true;
  readonly minCount?: number;
  readonly maxCount?: number;
  readonly nodeLabels?: Readonly<Record<string, string>>;
  readonly nodeTaints?: readonly string[];
  readonly orchestratorVersion?: string;
  readonly scaleSetPriority?: 'Spot';
  readonly scaleSetEvictionPolicy?: 'Delete';
  readonly spotMaxPrice?: -1;
  readonly vnetSubnetID?: string;
}

/** What a pool has from its cluster. */
export interface PoolSurroundings {
  /** @default - the version of the cluster */
  readonly kubernetesVersion?: string;
  /** @default - the network of the cluster's own */
  readonly subnetId?: string;
}

/**
 * The properties of a pool. The taint and label of spot nodes are said too, although AKS adds them by itself, so that a
 * refresh finds no difference.
 * @param pool - a checked pool
 * @param surroundings - what it has from its cluster
 */
export function agentPoolProperties(
  pool: ResolvedManagedNodePool,
  surroundings: PoolSurroundings,
): AgentPoolProperties {
  const { labels, taints, minCount, maxCount } = pool;
  const { kubernetesVersion, subnetId } = surroundings;
  return {
    mode: pool.mode === 'system' ? 'System' : 'User',
    type: 'VirtualMachineScaleSets',
    osType: 'Linux',
    vmSize: pool.vmSize,
    count: minCount,
    ...(scales(pool) ? { enableAutoScaling: true, minCount, maxCount } : {}),
    ...(Object.keys(labels).length === 0 ? {} : { nodeLabels: labels }),
    ...(taints.length === 0 ? {} : { nodeTaints: taints.map(formatTaint) }),
    ...(kubernetesVersion === undefined ? {} : { orchestratorVersion: kubernetesVersion }),
    ...(pool.spot ? { scaleSetPriority: 'Spot', scaleSetEvictionPolicy: 'Delete', spotMaxPrice: -1 } : {}),
    ...(subnetId === undefined ? {} : { vnetSubnetID: subnetId }),
  };
}

/** Whether a pool changes its number of nodes by itself. */
export function scales({ minCount, maxCount }: Pick<ResolvedManagedNodePool, 'minCount' | 'maxCount'>): boolean {
  return maxCount > minCount;
}
