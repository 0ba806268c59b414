import { ROUTER_REPLICAS } from '../components/footprint';
import { equalText } from '../deferred';
import { issue, type Issue } from '../issues';
import { parseBytes, parseCpu } from '../quantity';
import { DEFAULT_GPU_RESOURCE, type ResolvedInstanceType } from '../compute/instance-type';
import { admission, type PodClass } from '../scheduling/admission';
import { extensionTolerations } from '../scheduling/extension-tolerations';
import type { ResolvedNodePool } from '../scheduling/node-pool';
import { formatTaint } from '../scheduling/taint';

/** A workload's origin, and where the description names it. */
export interface WorkloadClass {
  readonly resourceGroup: string;
  readonly workspace: string;
  readonly compute: string;
}

/** Labels that clusters put on nodes by themselves; their values are not known from a description. */
const CLUSTER_LABEL = /^((.*\.)?kubernetes\.(io|azure\.com)\/|agentpool$|node\.|topology\.)/;

/**
 * Whether a class of pods finds a pool that admits it.
 * @param pools - all node pools of the cluster
 * @param pod - the class of pods
 * @param noun - what the pods are, for the message
 * @returns at most one issue, with an empty path
 */
export function podClassIssues(pools: readonly ResolvedNodePool[], pod: PodClass, noun: string): Issue[] {
  if (poolsFor(pools, pod).length > 0) return [];
  const blocked = pools.map(({ name, taints }) => `${name} by ${blockers(pools, taints, pod)}`);
  return [issue('platform/pods-without-pool', [], { received: `${noun}: kept from ${blocked.join('; from ')}` })];
}

/**
 * Whether three replicas of azureml-fe, one a node, find their nodes.
 * @param pools - all node pools of the cluster
 * @returns at most one issue, with an empty path
 */
export function routerReplicaIssues(pools: readonly ResolvedNodePool[]): Issue[] {
  const nodes = poolsFor(pools, { kind: 'extensionSystem' }).reduce((sum, { maxCount }) => sum + maxCount, 0);
  if (nodes >= ROUTER_REPLICAS) return [];
  return [issue('platform/router-needs-three-nodes', [], { received: nodes, expected: 'at least 3 nodes' })];
}

/**
 * Whether an instance type selects nodes that exist, that can hold it, and that the workloads may enter.
 * @param type - the instance type
 * @param pools - all node pools of the cluster
 * @param workloads - the origins of the workloads
 * @returns issues with paths inside the instance type
 */
export function instanceTypePlacementIssues(
  type: ResolvedInstanceType,
  pools: readonly ResolvedNodePool[],
  workloads: readonly WorkloadClass[],
): Issue[] {
  const selected = pools.filter(({ name, labels }) => selects(type.nodeSelector, labels, name));
  if (selected.length === 0) {
    return [issue('platform/instance-type-selects-nothing', ['nodeSelector'], { received: type.nodeSelector })];
  }
  const reachable = workloads.some((origin) => poolsFor(selected, { kind: 'workload', ...origin }, pools).length > 0);
  return [
    ...(selected.some((pool) => holds(pool, type)) ? [] : [issue('platform/instance-type-too-large', ['resources'])]),
    ...(reachable
      ? []
      : [issue('platform/instance-type-unreachable', ['nodeSelector'], { received: type.nodeSelector })]),
  ];
}

/**
 * The pools that admit a class of pods, or may.
 * @param pools - the pools to choose from
 * @param pod - the class of pods
 * @param all - all node pools of the cluster, from which the settings of the extension follow
 */
export function poolsFor(
  pools: readonly ResolvedNodePool[],
  pod: PodClass,
  all: readonly ResolvedNodePool[] = pools,
): ResolvedNodePool[] {
  const extra = extraTolerations(all, pod);
  return pools.filter(({ taints, maxCount }) => maxCount > 0 && admission(taints, pod, extra).admitted !== false);
}

function blockers(pools: readonly ResolvedNodePool[], taints: ResolvedNodePool['taints'], pod: PodClass): string {
  const { blockedBy } = admission(taints, pod, extraTolerations(pools, pod));
  return blockedBy.length === 0 ? 'having no nodes' : blockedBy.map(formatTaint).join(' and ');
}

function extraTolerations(pools: readonly ResolvedNodePool[], pod: PodClass): Parameters<typeof admission>[2] {
  return pod.kind === 'other' ? [] : extensionTolerations(pools)[pod.kind];
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
