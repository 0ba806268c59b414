import { agentPoolProperties, type AgentPoolProperties } from '../../model/scheduling/agent-pool-properties';
import type { AksAgentPool } from '../../model/scheduling/aks-agent-pool';

/** What a pool has from its cluster. */
export interface PoolSurroundings {
  /** @default - the version of the cluster */
  readonly kubernetesVersion?: string;
  /** @default - the network of the cluster's own */
  readonly subnetId?: string;
}

/** A node pool as azure-native takes it, on its own or in the description of a cluster. */
export interface AgentPoolArguments extends AgentPoolProperties {
  readonly orchestratorVersion?: string;
  readonly vnetSubnetID?: string;
}

/**
 * The properties of a pool in its cluster.
 * @param pool - a checked pool
 * @param surroundings - what it has from its cluster
 */
export function agentPoolArguments(pool: AksAgentPool, surroundings: PoolSurroundings): AgentPoolArguments {
  const { kubernetesVersion, subnetId } = surroundings;
  return {
    ...agentPoolProperties(pool),
    ...(kubernetesVersion === undefined ? {} : { orchestratorVersion: kubernetesVersion }),
    ...(subnetId === undefined ? {} : { vnetSubnetID: subnetId }),
  };
}
