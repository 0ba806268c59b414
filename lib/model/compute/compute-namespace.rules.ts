import { annotationMap } from '../annotations';
import {
  fieldIssues,
  literal,
  mapOf,
  object,
  oneOf,
  optional,
  required,
  text,
  wholeNumber,
  type FieldTable,
} from '../fields';
import { isDeferred } from '../deferred';
import { issue, type Issue, type Path } from '../issues';
import { labelKey, labelValue, namespaceName } from '../names';
import { byteQuantity, cpuQuantity, parseBytes, parseCpu } from '../quantity';
import {
  POD_SECURITY_LEVELS,
  type ComputeNamespaceSpec,
  type ContainerAmounts,
  type LimitRangeSpec,
  type PodSecuritySpec,
  type QuotaLimits,
  type QuotaRequests,
  type QuotaSpec,
} from './compute-namespace';
import { quotaHardLimits } from './quota-resources';

const MAX_COUNT = 1_000_000;
const RESERVED = /^(default|azureml|azure-arc|kube-.*|openshift(-.*)?)$/;
const POD_SECURITY_LABEL = /^pod-security\.kubernetes\.io\/(enforce|warn|audit)$/;
const count = wholeNumber(0, MAX_COUNT);

const POD_SECURITY = {
  enforce: optional(oneOf(POD_SECURITY_LEVELS)),
  warn: optional(oneOf(POD_SECURITY_LEVELS)),
  audit: optional(oneOf(POD_SECURITY_LEVELS)),
} satisfies FieldTable<PodSecuritySpec>;

const AMOUNTS = {
  cpu: optional(literal(cpuQuantity)),
  memory: optional(literal(byteQuantity)),
} satisfies FieldTable<ContainerAmounts & QuotaLimits>;

const QUOTA_REQUESTS = {
  ...AMOUNTS,
  gpu: optional(count),
  storage: optional(literal(byteQuantity)),
} satisfies FieldTable<QuotaRequests>;

const QUOTA = {
  requests: optional(object(QUOTA_REQUESTS)),
  limits: optional(object<QuotaLimits>(AMOUNTS)),
  pods: optional(count),
  persistentVolumeClaims: optional(count),
} satisfies FieldTable<QuotaSpec>;

const LIMIT_RANGE = {
  default: optional(object<ContainerAmounts>(AMOUNTS)),
  defaultRequest: optional(object<ContainerAmounts>(AMOUNTS)),
  min: optional(object<ContainerAmounts>(AMOUNTS)),
  max: optional(object<ContainerAmounts>(AMOUNTS)),
} satisfies FieldTable<LimitRangeSpec>;

const COMPUTE_NAMESPACE = {
  name: required(text(namespaceName)),
  podSecurity: optional(object(POD_SECURITY)),
  quota: optional(object(QUOTA)),
  limitRange: optional(object(LIMIT_RANGE)),
  labels: optional(mapOf(labelKey, text(labelValue))),
  annotations: optional(annotationMap()),
} satisfies FieldTable<ComputeNamespaceSpec>;

/**
 * Everything that is wrong or unwise with the namespace of a compute.
 * @param spec - the namespace as given
 */
export function computeNamespaceIssues(spec: ComputeNamespaceSpec): Issue[] {
  const shape = fieldIssues(spec, COMPUTE_NAMESPACE, []);
  const wrong = new Set(shape.map(({ path }) => path[0]));
  const ifRight = (name: keyof ComputeNamespaceSpec, rule: () => Issue[]): Issue[] =>
    wrong.has(undefined) || wrong.has(name) ? [] : rule();
  return [
    ...shape,
    ...ifRight('name', () => reservedIssues(spec.name)),
    ...ifRight('podSecurity', () => podSecurityIssues(spec.podSecurity ?? {})),
    ...ifRight('labels', () => ownedLabelIssues(spec.labels ?? {})),
    ...ifRight('limitRange', () => limitRangeIssues(spec.limitRange)),
    ...ifRight('quota', () => quotaIssues(spec.quota, wrong.has('limitRange') ? undefined : spec.limitRange)),
  ];
}

/**
 * The rules between the namespaces of one cluster.
 * @param namespaces - all of them
 * @returns issues whose path starts with the position of the namespace
 */
export function computeNamespaceSetIssues(namespaces: readonly { readonly name: string }[]): Issue[] {
  return namespaces.flatMap(({ name }, index) => {
    const first = namespaces.findIndex((other) => other.name === name);
    return first < index ? [issue('compute/namespace-duplicate', [index, 'name'], { received: name })] : [];
  });
}

function reservedIssues(name: string): Issue[] {
  if (isDeferred(name) || !RESERVED.test(name)) return [];
  return [issue('compute/namespace-reserved', ['name'], { received: name })];
}

function podSecurityIssues({ enforce, warn = 'baseline', audit = 'baseline' }: PodSecuritySpec): Issue[] {
  if (enforce === undefined) return [];
  const given = { warn, audit };
  return (['warn', 'audit'] as const)
    .filter((name) => POD_SECURITY_LEVELS.indexOf(given[name]) < POD_SECURITY_LEVELS.indexOf(enforce))
    .map((name) =>
      issue('compute/pod-security-order', ['podSecurity', name], {
        received: given[name],
        expected: `${enforce} or stricter`,
      }),
    );
}

function ownedLabelIssues(labels: Readonly<Record<string, string>>): Issue[] {
  return Object.keys(labels)
    .filter((key) => POD_SECURITY_LABEL.test(key))
    .map((key) => issue('spec/owned-key', ['labels', key], { expected: 'the property podSecurity' }));
}

function quotaIssues(quota: QuotaSpec | undefined, limitRange: LimitRangeSpec | undefined): Issue[] {
  if (quota === undefined) return [];
  if (Object.keys(quotaHardLimits(quota)).length === 0) return [issue('compute/quota-empty', ['quota'])];
  return [...requestsAboveLimits(quota), ...missingDefaults(quota, limitRange ?? {})];
}

function requestsAboveLimits({ requests = {}, limits = {} }: QuotaSpec): Issue[] {
  return aboveIssues('compute/quota-requests-above-limits', ['quota', 'requests'], requests, limits);
}

function missingDefaults(quota: QuotaSpec, range: LimitRangeSpec): Issue[] {
  const requestDefaults = { ...range.default, ...range.defaultRequest };
  return (['cpu', 'memory'] as const).flatMap((name) => [
    ...(quota.requests?.[name] !== undefined && requestDefaults[name] === undefined
      ? [issue('compute/quota-without-defaults', ['quota', 'requests', name])]
      : []),
    ...(quota.limits?.[name] !== undefined && range.default?.[name] === undefined
      ? [issue('compute/quota-without-defaults', ['quota', 'limits', name])]
      : []),
  ]);
}

function limitRangeIssues(range: LimitRangeSpec | undefined): Issue[] {
  if (range === undefined) return [];
  const steps = (['min', 'defaultRequest', 'default', 'max'] as const).filter((name) => range[name] !== undefined);
  const amounts = steps.flatMap((name): unknown[] => Object.values(range[name] ?? {}));
  if (amounts.length === 0) return [issue('compute/limit-range-empty', ['limitRange'])];
  return steps.flatMap((lower, index) =>
    steps
      .slice(index + 1)
      .flatMap((upper) =>
        aboveIssues('compute/limit-range-order', ['limitRange', lower], range[lower] ?? {}, range[upper] ?? {}),
      ),
  );
}

function aboveIssues(
  code: 'compute/limit-range-order' | 'compute/quota-requests-above-limits',
  path: Path,
  lower: ContainerAmounts,
  upper: ContainerAmounts,
): Issue[] {
  const parse = { cpu: parseCpu, memory: parseBytes };
  return (['cpu', 'memory'] as const).flatMap((name) => {
    const [low, high] = [lower[name], upper[name]];
    if (low === undefined || high === undefined || parse[name](low) <= parse[name](high)) return [];
    return [issue(code, [...path, name], { received: low, expected: `at most ${high}` })];
  });
}
