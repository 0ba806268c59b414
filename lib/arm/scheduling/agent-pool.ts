import { apiVersionOf, type ApiVersionChoice } from '../../model/azure/api-versions';
import type { AksAgentPool } from '../../model/scheduling/aks-agent-pool';
import type { TemplateValue } from '../template/render-template';

const TYPE = 'Microsoft.ContainerService/managedClusters/agentPools';
/** Pays up to the price of ordinary machines, and so is never evicted for the price. */
const MAX_PRICE = -1;

/**
 * A node pool of AKS as a resource of a template.
 * @param clusterName - the name of the cluster
 * @param pool - the pool
 */
export function agentPool(clusterName: string, pool: AksAgentPool, choice: ApiVersionChoice = {}): TemplateValue {
  return {
    type: TYPE,
    apiVersion: apiVersionOf(TYPE, choice),
    name: `${clusterName}/${pool.name}`,
    properties: agentPoolProperties(pool),
  };
}

function agentPoolProperties(pool: AksAgentPool): TemplateValue {
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
