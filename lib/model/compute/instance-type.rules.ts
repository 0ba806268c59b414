import { fieldIssues, literal, mapOf, object, optional, required, text, wholeNumber } from '../fields';
import type { FieldTable } from '../fields';
import { errorsOf, issue, type Issue, type Path } from '../issues';
import { dnsSubdomain, labelKey, labelValue } from '../names';
import { byteQuantity, cpuQuantity, parseBytes, parseCpu } from '../quantity';
import { textFormat, type TextFormat } from '../text-format';
import {
  DEFAULT_GPU_RESOURCE,
  type InstanceTypeAmounts,
  type InstanceTypeLimits,
  type InstanceTypeResources,
  type InstanceTypeSpec,
} from './instance-type';

const MAX_GPUS = 1024;
const MLFLOW_MINIMUM = { cpu: '2', memory: '4Gi' } as const;

const cpuAmount = textFormat<'InstanceTypeCpu'>({
  noun: 'amount of CPU',
  code: 'compute/instance-type-cpu',
  expected: 'cores or millicores, more than zero',
  accepts: (amount) =>
    /^(\d+(\.\d{1,3})?|\d+m)$/.test(amount) && isQuantity(cpuQuantity, amount) && parseCpu(amount) > 0n,
});

const memoryAmount = textFormat<'InstanceTypeMemory'>({
  noun: 'amount of memory',
  code: 'compute/instance-type-memory',
  expected: 'a number with a suffix, more than zero',
  accepts: (amount) =>
    /^\d+(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)$/.test(amount) && isQuantity(byteQuantity, amount) && parseBytes(amount) > 0n,
});

const gpuResource = textFormat<'GpuResource'>({
  noun: 'name of an extended resource',
  code: 'compute/instance-type-gpu-resource',
  expected: 'a name with a domain, such as nvidia.com/gpu',
  accepts: (name) => /^[^/]+\//.test(name) && !/^([^/]+\.)?kubernetes\.io\//.test(name) && isLabelKey(name),
});

const AMOUNTS = {
  cpu: required(literal(cpuAmount)),
  memory: required(literal(memoryAmount)),
} satisfies FieldTable<InstanceTypeAmounts>;

const LIMITS = {
  ...AMOUNTS,
  gpu: optional(wholeNumber(1, MAX_GPUS)),
  gpuResource: optional(gpuResourceIssues),
} satisfies FieldTable<InstanceTypeLimits>;

const RESOURCES = {
  requests: required(requestIssues),
  limits: required(object(LIMITS)),
} satisfies FieldTable<InstanceTypeResources>;

const INSTANCE_TYPE = {
  name: required(literal(dnsSubdomain)),
  nodeSelector: optional(mapOf(labelKey, text(labelValue))),
  resources: required(object(RESOURCES)),
} satisfies FieldTable<InstanceTypeSpec>;

/**
 * Everything that is wrong or unwise with an instance type.
 * @param spec - the instance type as given
 */
export function instanceTypeIssues(spec: InstanceTypeSpec): Issue[] {
  const shape = fieldIssues(spec, INSTANCE_TYPE, []);
  if (errorsOf(shape).some(({ path }) => path.length === 0 || path[0] === 'resources')) return shape;
  return [...shape, ...orderIssues(spec.resources), ...mlflowIssues(spec.resources.limits)];
}

/**
 * The rules between the instance types of one cluster.
 * @param types - all of them
 * @returns issues whose path starts with the position of the type
 */
export function instanceTypeSetIssues(types: readonly { readonly name: string }[]): Issue[] {
  return types.flatMap((type, index) => {
    const first = types.findIndex((other) => other.name === type.name);
    return first < index ? [issue('compute/instance-type-duplicate', [index, 'name'], { received: type.name })] : [];
  });
}

function isLabelKey(name: string): boolean {
  return labelKey.literalIssues(name, []).length === 0;
}

function gpuResourceIssues(value: unknown, path: Path): Issue[] {
  const issues = gpuResource.literalIssues(value, path);
  if (issues.length > 0 || value === DEFAULT_GPU_RESOURCE) return issues;
  return [issue('compute/instance-type-other-gpu', path, { received: value })];
}

/** Whether Kubernetes can count the amount: its quantities end below 2^63. */
function isQuantity(quantity: TextFormat<string>, amount: string): boolean {
  return quantity.literalIssues(amount, []).length === 0;
}

function requestIssues(value: unknown, path: Path): Issue[] {
  if (typeof value !== 'object' || value === null) return object(AMOUNTS)(value, path);
  const gpuKeys = Object.keys(value).filter((key) => key.includes('gpu'));
  const amounts = Object.fromEntries(Object.entries(value).filter(([key]) => !gpuKeys.includes(key)));
  return [
    ...object(AMOUNTS)(amounts, path),
    ...gpuKeys.map((key) => issue('compute/instance-type-gpu-in-requests', [...path, key])),
  ];
}

function orderIssues({ requests, limits }: InstanceTypeResources): Issue[] {
  const above = {
    cpu: parseCpu(requests.cpu) > parseCpu(limits.cpu),
    memory: parseBytes(requests.memory) > parseBytes(limits.memory),
  };
  return (['cpu', 'memory'] as const)
    .filter((name) => above[name])
    .map((name) =>
      issue('compute/instance-type-request-above-limit', ['resources', 'requests', name], {
        received: requests[name],
        expected: `at most ${limits[name]}`,
      }),
    );
}

function mlflowIssues(limits: InstanceTypeLimits): Issue[] {
  const small =
    parseCpu(limits.cpu) < parseCpu(MLFLOW_MINIMUM.cpu) ||
    parseBytes(limits.memory) < parseBytes(MLFLOW_MINIMUM.memory);
  if (!small) return [];
  const received = `${limits.cpu} cores, ${limits.memory}`;
  return [issue('compute/instance-type-mlflow', ['resources', 'limits'], { received })];
}
