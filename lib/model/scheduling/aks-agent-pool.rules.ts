import { errorsOf, issue, type Issue } from '../issues';
import type { NodePoolSpec } from './node-pool';
import { aksNodePoolIssues, nodePoolIssues } from './node-pool.rules';

/** The most nodes that AKS gives one pool. */
const MAX_NODES = 1000;

/**
 * Everything that is wrong or unwise with a node pool that AKS is to create.
 * @param spec - the pool as given
 */
export function aksAgentPoolIssues(spec: NodePoolSpec): Issue[] {
  const own = nodePoolIssues(spec);
  return [...own, ...creationIssues(spec), ...(errorsOf(own).length === 0 ? aksNodePoolIssues(spec) : [])];
}

/** What AKS needs to create a pool, beyond the rules for any pool. */
function creationIssues({ vmSize, mode, minCount = 1, maxCount = minCount }: NodePoolSpec): Issue[] {
  return [
    ...(vmSize === undefined ? [issue('scheduling/aks-vm-size', ['vmSize'])] : []),
    ...(mode === 'system' && minCount === 0
      ? [issue('scheduling/aks-system-pool-empty', ['minCount'], { received: minCount, expected: 'at least 1' })]
      : []),
    ...(maxCount > MAX_NODES
      ? [
          issue('scheduling/aks-pool-too-large', ['maxCount'], {
            received: maxCount,
            expected: `at most ${String(MAX_NODES)}`,
          }),
        ]
      : []),
  ];
}
