import type { Issue } from '../issues';
import { assertDescription, type ResolveContext } from '../resolve';
import { aksAgentPoolIssues } from './aks-agent-pool.rules';
import { AKS_SPOT, type NodePoolSpec } from './node-pool';
import { resolveNodePool } from './resolve-node-pool';
import { formatTaint } from './taint';

/** A node pool as AKS takes it, the same for templates, command lines and Pulumi. */
export interface AksAgentPool {
  readonly name: string;
  readonly mode: 'System' | 'User';
  readonly vmSize: string;
  /** The nodes when the pool is created; the autoscaler changes it afterwards. AKS demands it also with an autoscaler. */
  readonly count: number;
  /** The bounds of the autoscaler; absent when the number of nodes is fixed. */
  readonly autoscaling?: { readonly minCount: number; readonly maxCount: number };
  readonly priority: 'Regular' | 'Spot';
  /** Taints as text, `key=value:Effect`. */
  readonly nodeTaints: readonly string[];
  readonly nodeLabels: Readonly<Record<string, string>>;
}

/** A checked node pool of AKS, with the warnings about it. */
export interface ResolvedAksAgentPool extends AksAgentPool {
  readonly warnings: readonly Issue[];
}

/**
 * A checked node pool as AKS takes it. Spot pools carry the label and taint that AKS adds by itself, so that what is
 * deployed equals what is read back.
 * @param spec - the pool; the size of its machines has to be given
 * @param context - what the caller knows beyond it
 * @throws ValidationError with every issue, those of AKS included
 * @see https://learn.microsoft.com/rest/api/aks/agent-pools/create-or-update
 */
export function resolveAksAgentPool(spec: NodePoolSpec, context: ResolveContext = {}): AksAgentPool {
  assertDescription('AKS node pool', context, aksAgentPoolIssues(spec));
  return uncheckedAksAgentPool(spec);
}

/** The same for a pool that was checked as a part of something else. */
export function uncheckedAksAgentPool(spec: NodePoolSpec): AksAgentPool {
  const pool = resolveNodePool(spec);
  const { name, minCount, maxCount, vmSize = '' } = pool;
  return {
    name,
    mode: pool.mode === 'system' ? 'System' : 'User',
    vmSize,
    count: minCount,
    ...(maxCount > minCount ? { autoscaling: { minCount, maxCount } } : {}),
    priority: pool.labels[AKS_SPOT.key] === AKS_SPOT.value ? 'Spot' : 'Regular',
    nodeTaints: pool.taints.map(formatTaint),
    nodeLabels: pool.labels,
  };
}
