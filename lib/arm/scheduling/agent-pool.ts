import { apiVersionOf, type ApiVersionChoice } from '../../model/azure/api-versions';
import { agentPoolProperties } from '../../model/scheduling/agent-pool-properties';
import type { AksAgentPool } from '../../model/scheduling/aks-agent-pool';
import type { TemplateValue } from '../template/render-template';

const TYPE = 'Microsoft.ContainerService/managedClusters/agentPools';

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
    properties: { ...agentPoolProperties(pool) },
  };
}
