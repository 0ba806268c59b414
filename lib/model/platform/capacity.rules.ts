import { capacityIssues } from '../components/capacity.rules';
import { ROUTER_REPLICAS, type InstalledComponents } from '../components/footprint';
import { nodeGroup } from '../components/node-groups';
import type { Issue } from '../issues';
import { poolsFor, type Placement } from './placement.rules';

/**
 * Whether the node pools hold the pods of the extension: at their largest, and as far as their sizes are known. With
 * fewer nodes than the replicas of azureml-fe need, the cluster counts as one for tests, as the Azure CLI decides it,
 * and another rule speaks of the replicas.
 * @param installed - the features that are on
 * @param placement - where the pods of the extension may run
 * @returns issues with an empty path; none when the size of a pool is not known
 */
export function extensionCapacityIssues(installed: InstalledComponents, placement: Placement): Issue[] {
  const admitting = poolsFor(placement, { kind: 'extensionSystem' });
  const groups = admitting.flatMap((pool) => nodeGroup(pool) ?? []);
  if (groups.length === 0 || groups.length < admitting.length) return [];
  const nodes = groups.reduce((sum, group) => sum + group.nodes, 0);
  if (nodes >= ROUTER_REPLICAS) return capacityIssues(installed, groups, 'production');
  return capacityIssues({ ...installed, inferenceRouterHA: false }, groups, 'test');
}
