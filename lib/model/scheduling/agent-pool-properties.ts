import type { AksAgentPool } from './aks-agent-pool';

/** Pays up to the price of ordinary machines, and so is never evicted for the price. */
const MAX_PRICE = -1;

/** The properties of a node pool as the service of AKS names them, on its own or in the description of a cluster. */
export interface AgentPoolProperties {
  readonly mode: 'System' | 'User';
  readonly type: 'VirtualMachineScaleSets';
  readonly osType: 'Linux';
  readonly vmSize: string;
  readonly count: number;
  readonly enableAutoScaling?: true;
  readonly minCount?: number;
  readonly maxCount?: number;
  readonly scaleSetPriority?: 'Spot';
  readonly scaleSetEvictionPolicy?: 'Delete';
  readonly spotMaxPrice?: number;
  readonly nodeTaints?: readonly string[];
  readonly nodeLabels?: Readonly<Record<string, string>>;
}

/**
 * A node pool as templates and Pulumi send it.
 * @param pool - a checked pool
 * @see https://learn.microsoft.com/rest/api/aks/agent-pools/create-or-update
 */
export function agentPoolProperties(pool: AksAgentPool): AgentPoolProperties {
  const { mode, vmSize, count, autoscaling, priority, nodeTaints, nodeLabels } = pool;
  return {
    mode,
    type: 'VirtualMachineScaleSets',
    osType: 'Linux',
    vmSize,
    count,
    ...(autoscaling === undefined ? {} : { enableAutoScaling: true, ...autoscaling }),
    ...(priority === 'Spot'
      ? { scaleSetPriority: priority, scaleSetEvictionPolicy: 'Delete', spotMaxPrice: MAX_PRICE }
      : {}),
    ...(nodeTaints.length === 0 ? {} : { nodeTaints }),
    ...(Object.keys(nodeLabels).length === 0 ? {} : { nodeLabels }),
  };
}
