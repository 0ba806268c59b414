import {
  fieldIssues,
  flag,
  listOf,
  literal,
  mapOf,
  object,
  oneOf,
  optional,
  required,
  text,
  wholeNumber,
  type Check,
  type FieldTable,
} from '../fields';
import { errorsOf, issue, type Issue, type Path } from '../issues';
import { dnsLabel, labelKey, labelValue, plainText } from '../names';
import { byteQuantity, cpuQuantity } from '../quantity';
import { textFormat } from '../text-format';
import { amlarcTaintIssues } from './amlarc-taints.rules';
import type { AmlarcTaintSpec } from './amlarc-taints';
import type { NodeIsolationSpec } from './node-isolation';
import { nodeIsolationIssues } from './node-isolation.rules';
import { CRITICAL_ADDONS_ONLY, TOLERATED_BY, type AllocatableSpec, type NodePoolSpec } from './node-pool';
import { foreignTaints, placedTaints } from './node-pool-taints';
import { formatTaint, isHardTaint } from './taint';
import { mayEnter, taintSetIssues, type PlacedTaint } from './taint-set.rules';
import { taintTextIssues } from './taint-text';

const MAX_GPUS = 64;
const MAX_NODES = 5000;

const ALLOCATABLE = {
  cpu: required(literal(cpuQuantity)),
  memory: required(literal(byteQuantity)),
} satisfies FieldTable<AllocatableSpec>;

const isolation: Check = (value, path) => nodeIsolationIssues(value as NodeIsolationSpec, path);

const taint: Check = (value, path) =>
  typeof value === 'object' ? amlarcTaintIssues(value as AmlarcTaintSpec, path) : taintTextIssues(value, path);

const NODE_POOL = {
  name: required(literal(dnsLabel)),
  mode: optional(oneOf(['system', 'user'])),
  isolation: optional(isolation),
  spot: optional(flag()),
  taints: optional(listOf(taint)),
  toleratedBy: optional(oneOf(TOLERATED_BY)),
  labels: optional(mapOf(labelKey, text(labelValue))),
  gpus: optional(wholeNumber(0, MAX_GPUS)),
  allocatable: optional(object(ALLOCATABLE)),
  minCount: optional(wholeNumber(0, MAX_NODES)),
  maxCount: optional(wholeNumber(0, MAX_NODES)),
  vmSize: optional(text(plainText)),
} satisfies FieldTable<NodePoolSpec>;

const aksPoolName = textFormat<'AksPoolName'>({
  noun: 'name of an AKS node pool',
  code: 'scheduling/aks-pool-name',
  expected: 'at most 12 lower-case letters and digits',
  accepts: /^[a-z][a-z0-9]{0,11}$/,
});

/**
 * Everything that is wrong or unwise with a node pool of any cluster.
 * @param spec - the pool as given
 */
export function nodePoolIssues(spec: NodePoolSpec): Issue[] {
  const shape = fieldIssues(spec, NODE_POOL, []);
  if (errorsOf(shape).length > 0) return shape;
  const taints = placedTaints(spec);
  return [
    ...shape,
    ...taintSetIssues(taints),
    ...ownedLabelIssues(spec),
    ...systemPoolIssues(spec, taints),
    ...countIssues(spec),
    ...toleratedByIssues(spec, taints),
  ];
}

/**
 * What AKS refuses besides: for node pools of AKS clusters, together with {@link nodePoolIssues}.
 * @param spec - a pool that has no errors otherwise
 */
export function aksNodePoolIssues(spec: NodePoolSpec): Issue[] {
  return [
    ...aksPoolName.literalIssues(spec.name, ['name']),
    ...placedTaints(spec)
      .filter((placed) => placed.taint.value === '')
      .map((placed) => issue('scheduling/aks-taint-value', placed.path, { received: formatTaint(placed.taint) })),
  ];
}

/**
 * The rules between the node pools of one cluster.
 * @param pools - all of them
 * @returns issues whose path starts with the position of the pool
 */
export function nodePoolSetIssues(pools: readonly Pick<NodePoolSpec, 'name'>[]): Issue[] {
  return pools.flatMap(({ name }, index) => {
    const first = pools.findIndex((other) => other.name === name);
    return first < index ? [issue('scheduling/node-pool-duplicate', [index, 'name'], { received: name })] : [];
  });
}

function ownedLabelIssues(spec: NodePoolSpec): Issue[] {
  const owned = new Map<string, string>(
    placedTaints({ ...spec, taints: [] }).map(({ taint: { key }, path }) => [key, String(path[0])]),
  );
  return Object.keys(spec.labels ?? {})
    .filter((key) => owned.has(key))
    .map((key) => issue('spec/owned-key', ['labels', key], { expected: `the property ${owned.get(key) ?? ''}` }));
}

function systemPoolIssues({ mode, spot = false }: NodePoolSpec, taints: readonly PlacedTaint[]): Issue[] {
  if (mode !== 'system') return [];
  const refused = taints.filter(
    ({ taint: one, path }) => isHardTaint(one) && one.key !== CRITICAL_ADDONS_ONLY && path[0] !== 'spot',
  );
  const places = new Map(refused.map(({ taint: one, path }) => [path.join('.'), { one, path }]));
  return [
    ...(spot ? [issue('scheduling/spot-system-pool', ['spot'])] : []),
    ...[...places.values()].map(({ one, path }) =>
      issue('scheduling/system-pool-taint', path, { received: formatTaint(one) }),
    ),
  ];
}

function countIssues({ minCount = 1, maxCount = minCount }: NodePoolSpec): Issue[] {
  if (minCount <= maxCount) return [];
  return [
    issue('scheduling/node-counts', ['maxCount'], { received: maxCount, expected: `at least ${String(minCount)}` }),
  ];
}

function toleratedByIssues({ toleratedBy }: NodePoolSpec, placed: readonly PlacedTaint[]): Issue[] {
  if (toleratedBy !== 'workload' && toleratedBy !== 'extensionSystem') return [];
  const path: Path = ['toleratedBy'];
  const taints = placed.map((one) => one.taint);
  const excluded = foreignTaints(taints).length > 0 && !mayEnter(toleratedBy, taints);
  return excluded ? [issue('scheduling/excluded-by-isolation', path, { received: toleratedBy })] : [];
}
