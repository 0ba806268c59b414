import { ROUTER_REPLICAS } from '../components/footprint';
import { equalText } from '../deferred';
import { issue, type Issue } from '../issues';
import { parseBytes, parseCpu } from '../quantity';
import { DEFAULT_GPU_RESOURCE, type ResolvedInstanceType } from '../compute/instance-type';
import type { ExtensionOptions } from '../extension/extension';
import { plainLabel } from '../extension/node-selector-key';
import { admission, type Admission, type PodClass } from '../scheduling/admission';
import type { ResolvedNodePool } from '../scheduling/node-pool';
import { formatTaint } from '../scheduling/taint';

/** A workload's origin, and where the description names it. */
export interface WorkloadClass {
  readonly resourceGroup: string;
  readonly workspace: string;
  readonly compute: string;
}

/** Where pods of the extension may run: the nodes, and what its settings say about them. */
export interface Placement extends Required<Pick<ExtensionOptions, 'nodeSelector' | 'tolerations'>> {
  /** All node pools of the cluster. */
  readonly pools: readonly ResolvedNodePool[];
}

/** Labels that clusters put on nodes by themselves; their values are not known from a description. */
const CLUSTER_LABEL = /^((.*\.)?kubernetes\.(io|azure\.com)\/|agentpool$|node\.|topology\.)/;

/**
 * Whether a class of pods finds a pool that admits it.
 * @param placement - where the pods may run
 * @param pod - the class of pods
 * @param noun - what the pods are, for the message
 * @returns at most one issue, with an empty path
 */
export function podClassIssues(placement: Placement, pod: PodClass, noun: string): Issue[] {
  if (poolsFor(placement, pod).length > 0) return [];
  const blocked = placement.pools.map((pool) => `${pool.name} by ${blockers(placement, pool, pod)}`);
  return [issue('platform/pods-without-pool', [], { received: `${noun}: kept from ${blocked.join('; from ')}` })];
}

/**
 * Whether three replicas of azureml-fe, one a node, find their nodes.
 * @param placement - where the pods of the extension may run
 * @returns at most one issue, with an empty path
 */
export function routerReplicaIssues(placement: Placement): Issue[] {
  const nodes = poolsFor(placement, { kind: 'extensionSystem' }).reduce((sum, { maxCount }) => sum + maxCount, 0);
  if (nodes >= ROUTER_REPLICAS) return [];
  return [issue('platform/router-needs-three-nodes', [], { received: nodes, expected: 'at least 3 nodes' })];
}

/**
 * Whether an instance type selects nodes that exist, that can hold it, and that the workloads may enter.
 * @param type - the instance type
 * @param placement - where workloads may run
 * @param workloads - the origins of the workloads
 * @returns issues with paths inside the instance type
 */
export function instanceTypePlacementIssues(
  type: ResolvedInstanceType,
  placement: Placement,
  workloads: readonly WorkloadClass[],
): Issue[] {
  const selected = placement.pools.filter(({ name, labels }) => selects(type.nodeSelector, labels, name));
  if (selected.length === 0) {
    return [issue('platform/instance-type-selects-nothing', ['nodeSelector'], { received: type.nodeSelector })];
  }
  const reachable = workloads.some(
    (origin) => poolsFor({ ...placement, pools: selected }, { kind: 'workload', ...origin }).length > 0,
  );
  return [
    ...(selected.some((pool) => holds(pool, type)) ? [] : [issue('platform/instance-type-too-large', ['resources'])]),
    ...(reachable
      ? []
      : [issue('platform/instance-type-unreachable', ['nodeSelector'], { received: type.nodeSelector })]),
  ];
}

/**
 * The pools that admit a class of pods, or may.
 * @param placement - where the pods may run
 * @param pod - the class of pods
 */
export function poolsFor(placement: Placement, pod: PodClass): ResolvedNodePool[] {
  return placement.pools.filter(
    (pool) => pool.maxCount > 0 && isSelected(placement, pool) && admits(placement, pool, pod).admitted !== false,
  );
}

function admits({ tolerations }: Placement, { taints }: ResolvedNodePool, pod: PodClass): Admission {
  return admission(taints, pod, pod.kind === 'other' ? [] : tolerations[pod.kind]);
}

/** The node selector of the extension holds for its own pods and for workloads. */
function isSelected({ nodeSelector }: Placement, { labels, name }: ResolvedNodePool): boolean {
  const plain = Object.entries(nodeSelector).map(([key, value]) => [plainLabel(key), value]);
  return selects(Object.fromEntries(plain) as Readonly<Record<string, string>>, labels, name);
}

function blockers(placement: Placement, pool: ResolvedNodePool, pod: PodClass): string {
  const { blockedBy } = admits(placement, pool, pod);
  if (blockedBy.length > 0) return blockedBy.map(formatTaint).join(' and ');
  return isSelected(placement, pool) ? 'having no nodes' : 'the nodeSelector of the extension';
}

function selects(
  selector: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
  poolName: string,
): boolean {
  const known: Readonly<Record<string, string>> = {
    agentpool: poolName,
    'kubernetes.azure.com/agentpool': poolName,
    ...labels,
  };
  return Object.entries(selector).every(([key, value]) => {
    const label = known[key];
    return label === undefined ? CLUSTER_LABEL.test(key) : equalText(label, value) !== false;
  });
}

function holds({ allocatable, gpus }: ResolvedNodePool, { requests, gpu }: ResolvedInstanceType): boolean {
  if ((gpu?.count ?? 0) > gpus && gpu?.resource === DEFAULT_GPU_RESOURCE) return false;
  if (allocatable === undefined) return true;
  return (
    parseCpu(requests.cpu) <= parseCpu(allocatable.cpu) && parseBytes(requests.memory) <= parseBytes(allocatable.memory)
  );
}
