import { assertDescription, type ResolveContext } from '../resolve';
import { AKS_SPOT, type NodePoolSpec, type ResolvedNodePool } from './node-pool';
import { placedTaints, toleratingKinds } from './node-pool-taints';
import { nodePoolIssues } from './node-pool.rules';
import { uncheckedNodeIsolation } from './resolve-node-isolation';

/**
 * Checks a node pool of any cluster and fills its defaults.
 * @throws ValidationError with every issue
 */
export function resolveNodePool(spec: NodePoolSpec, context: ResolveContext = {}): ResolvedNodePool {
  const warnings = assertDescription('node pool', context, nodePoolIssues(spec));
  const taints = placedTaints(spec).map(({ taint }) => taint);
  const { minCount = 1, maxCount = minCount } = spec;
  return {
    name: spec.name,
    mode: spec.mode ?? 'user',
    taints,
    labels: labelsOf(spec),
    tolerating: toleratingKinds(spec, taints),
    gpus: spec.gpus ?? 0,
    ...(spec.allocatable === undefined ? {} : { allocatable: spec.allocatable }),
    minCount,
    maxCount,
    ...(spec.vmSize === undefined ? {} : { vmSize: spec.vmSize }),
    warnings,
  };
}

function labelsOf({ isolation, spot = false, labels = {} }: NodePoolSpec): Readonly<Record<string, string>> {
  const reserved = isolation === undefined ? {} : uncheckedNodeIsolation(isolation).labels;
  return { ...reserved, ...(spot ? { [AKS_SPOT.key]: AKS_SPOT.value } : {}), ...labels };
}
