import type { ResolvedNodePool } from '../scheduling/node-pool';
import { parseAmounts } from './amounts';
import { aksAllocatable, type AksNode } from './aks-reservations';
import type { NodeGroup } from './capacity';
import { vmSizeOf, type VmSizes } from './vm-sizes';

/** What is known about the nodes besides their pool. */
export interface NodeGroupOptions extends Pick<AksNode, 'maxPods' | 'kubernetesVersion'> {
  /**
   * Sizes of virtual machines by name.
   * @default - the table of the library
   */
  readonly vmSizes?: VmSizes;
}

/**
 * The nodes of a pool as far as they can be counted: its largest number of nodes, each with what the description says
 * can be used of it, or what AKS leaves of the size of its virtual machines.
 * @param pool - a checked pool
 * @param options - what is known besides
 * @returns `undefined` when neither is known
 */
export function nodeGroup(
  pool: Pick<ResolvedNodePool, 'name' | 'maxCount' | 'allocatable' | 'vmSize'>,
  options: NodeGroupOptions = {},
): NodeGroup | undefined {
  const { name, maxCount, allocatable, vmSize = '' } = pool;
  if (allocatable !== undefined) return { name, nodes: maxCount, allocatable: parseAmounts(allocatable) };
  const { vmSizes, ...node } = options;
  const size = vmSizeOf(vmSize, vmSizes);
  if (size === undefined) return undefined;
  return { name, nodes: maxCount, allocatable: aksAllocatable({ vCpus: size.vCpus, memory: size.memory, ...node }) };
}
