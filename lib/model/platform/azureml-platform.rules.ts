import type { InstalledComponents } from '../components/footprint';
import { systemPoolIssues } from '../components/system-pool.rules';
import { extensionNameCheck } from '../extension/extension-name';
import {
  fieldIssues,
  flag,
  isWellShaped,
  listOf,
  literal,
  mapOf,
  object,
  oneOf,
  optional,
  required,
  text,
  type Check,
  type FieldTable,
} from '../fields';
import { atPath, issue, type Issue, type Path } from '../issues';
import { dnsSubdomain, namespaceName, plainText } from '../names';
import { resourceGroupName, subscriptionId } from '../azure/resource-id';
import { COMPUTE_OPTIONS, WORKSPACE_IDENTITY } from '../compute/kubernetes-compute.rules';
import { computeName, workspaceName } from '../scheduling/origin-names';
import { resolveNodePool } from '../scheduling/resolve-node-pool';
import { devicePluginExtensionIssues, gpuPoolIssues } from '../scheduling/device-plugin.rules';
import { extensionReleaseIssues } from '../scheduling/extension-release.rules';
import { aksNodePoolIssues } from '../scheduling/node-pool.rules';
import type { ResolvedNodePool } from '../scheduling/node-pool';
import { typeName } from '../text-format';
import type {
  AzureMLPlatformSpec,
  PlatformClusterSpec,
  PlatformComputeSpec,
  PlatformExtensionSpec,
  PlatformWorkspaceSpec,
} from './azureml-platform';
import { specsOf } from './cluster-parts';
import { extensionCapacityIssues } from './capacity.rules';
import { clusterPartIssues } from './cluster-parts.rules';
import { computeIssues, defaultInstanceTypeIssues } from './computes.rules';
import {
  instanceTypePlacementIssues,
  podClassIssues,
  routerReplicaIssues,
  type WorkloadClass,
} from './placement.rules';
import { platformPieces } from './platform-pieces';
import { heldSecretIssues } from './secrets.rules';
import { attempt, attemptPiece, type ResolvedPiece } from './resolve-pieces';

const EXTENSION = {
  name: required(extensionNameCheck()),
  version: optional(literal(plainText)),
  enableInference: optional(flag()),
  inferenceRouterHA: optional(flag()),
  installNvidiaDevicePlugin: optional(flag()),
} satisfies FieldTable<PlatformExtensionSpec>;

const WORKSPACE = {
  resourceGroup: required(text(resourceGroupName)),
  name: required(text(workspaceName)),
  subscriptionId: optional(text(subscriptionId)),
  location: optional(text(plainText)),
  identity: optional(WORKSPACE_IDENTITY),
} satisfies FieldTable<PlatformWorkspaceSpec>;

const COMPUTE = {
  name: required(literal(computeName)),
  workspace: required(object(WORKSPACE)),
  namespace: optional(namespaceCheck),
  volumes: optional(descriptions(['name', 'namespace'])),
  ...COMPUTE_OPTIONS,
} satisfies FieldTable<PlatformComputeSpec>;

const CLUSTER = { kind: required(oneOf(['aks', 'arc'])) } satisfies FieldTable<PlatformClusterSpec>;

const PLATFORM = {
  cluster: optional(object(CLUSTER)),
  extension: required(object(EXTENSION)),
  computes: required(listOf(object(COMPUTE))),
  nodePools: optional(descriptions(['name'])),
  instanceTypes: optional(descriptions(['name'])),
  devicePlugin: optional(description([])),
  openShift: optional(description(['extensionName', 'computeNamespaces', 'arcConnected'])),
  routerTls: optional(description(['extensionName'])),
  ingresses: optional(descriptions(['name'])),
  ingressTls: optional(descriptions(['name'])),
  nfsMounts: optional(description([])),
} satisfies FieldTable<AzureMLPlatformSpec>;

/** The issues of a platform, apart by whether its parts would show them too when they were described singly. */
export interface AzureMLPlatformIssues {
  /** Issues of the parts, and between parts that exist as objects in the cluster. */
  readonly ofParts: readonly Issue[];
  /** Issues with what only the whole description knows: its shape, computes, nodes and extension. */
  readonly ofWhole: readonly Issue[];
}

/**
 * Everything that is wrong or unwise with the description of a platform: with each of its parts, and between them.
 * @param spec - the description as given
 */
export function azureMLPlatformIssues(spec: AzureMLPlatformSpec): AzureMLPlatformIssues {
  const shape = fieldIssues(spec, PLATFORM, []);
  const secrets = heldSecretIssues(spec);
  if (!isWellShaped(shape)) return { ofParts: [], ofWhole: [...shape, ...secrets] };
  const pieces = platformPieces(spec).map(attemptPiece);
  const parts = pieces.flatMap(({ resolved }) => (resolved === undefined ? [] : [resolved]));
  return {
    ofParts: [...pieces.flatMap(({ issues }) => issues), ...betweenParts(parts)],
    ofWhole: [
      ...shape,
      ...secrets,
      ...computeIssues(spec.computes),
      ...defaultInstanceTypeIssues(spec.computes, spec.instanceTypes),
      ...openShiftIssues(spec),
      ...extensionIssues(spec, parts),
      ...nodeIssues(spec, parts),
    ],
  };
}

function betweenParts(parts: readonly ResolvedPiece[]): Issue[] {
  const placed = parts.map(({ path, part }) => ({ place: path, part }));
  return clusterPartIssues(placed).flatMap(({ place, issue: one }) => atPath(place, [one]));
}

function openShiftIssues({ cluster, openShift }: AzureMLPlatformSpec): Issue[] {
  return cluster?.kind === 'aks' && openShift !== undefined ? [issue('platform/openshift-on-aks', ['openShift'])] : [];
}

function extensionIssues({ extension }: AzureMLPlatformSpec, parts: readonly ResolvedPiece[]): Issue[] {
  const { installNvidiaDevicePlugin = false } = extension;
  const issues = devicePluginExtensionIssues(specsOf(parts, 'devicePlugin'), installNvidiaDevicePlugin);
  return issues.map((one) => ({ ...one, path: ['devicePlugin'] }));
}

function nodeIssues(spec: AzureMLPlatformSpec, parts: readonly ResolvedPiece[]): Issue[] {
  const pools = Object.entries(spec.nodePools ?? {}).map(([name, pool]) =>
    attempt(['nodePools', name], () => resolveNodePool({ ...pool, name })),
  );
  const issues = pools.flatMap((pool) => pool.issues);
  const resolved = pools.flatMap((pool) => (pool.resolved === undefined ? [] : [pool.resolved]));
  const complete = pools.length > 0 && resolved.length === pools.length;
  return complete ? [...issues, ...aksPoolIssues(spec, resolved), ...poolIssues(spec, resolved, parts)] : issues;
}

function aksPoolIssues(
  { cluster, nodePools = {} }: AzureMLPlatformSpec,
  resolved: readonly ResolvedNodePool[],
): Issue[] {
  if (cluster?.kind !== 'aks') return [];
  return [
    ...Object.entries(nodePools).flatMap(([name, pool]) =>
      atPath(['nodePools', name], aksNodePoolIssues({ ...pool, name })),
    ),
    ...resolved.flatMap((pool) => atPath(['nodePools', pool.name], systemPoolIssues(pool))),
  ];
}

/** The rules between the nodes and everything that runs on them. */
function poolIssues(
  spec: AzureMLPlatformSpec,
  pools: readonly ResolvedNodePool[],
  parts: readonly ResolvedPiece[],
): Issue[] {
  const {
    enableInference = false,
    inferenceRouterHA = true,
    installNvidiaDevicePlugin = false,
    version = '',
  } = spec.extension;
  const workloads = spec.computes.map(originOf);
  const taints = pools.flatMap((pool) => pool.taints);
  return [
    ...extensionReleaseIssues(taints, version, ['extension', 'version']),
    ...atPath(['nodePools'], podClassIssues(pools, { kind: 'extensionSystem' }, 'pods of the extension')),
    ...atPath(['nodePools'], extensionCapacityIssues(installedOf(spec), pools)),
    ...workloads.flatMap((origin, index) =>
      atPath(
        ['computes', index],
        podClassIssues(pools, { kind: 'workload', ...origin }, `workloads of ${origin.compute}`),
      ),
    ),
    ...(enableInference && inferenceRouterHA
      ? atPath(['extension', 'inferenceRouterHA'], routerReplicaIssues(pools))
      : []),
    ...parts.flatMap(({ path, part }) =>
      part.kind === 'instanceType' ? atPath(path, instanceTypePlacementIssues(part.spec, pools, workloads)) : [],
    ),
    ...gpuPoolIssues(pools, specsOf(parts, 'devicePlugin'), installNvidiaDevicePlugin).map((one) =>
      underName(one, pools),
    ),
  ];
}

/** What the description says about the components; what it leaves open is not counted. */
function installedOf({ cluster, extension }: AzureMLPlatformSpec): InstalledComponents {
  const { enableInference = false, inferenceRouterHA = true, installNvidiaDevicePlugin = false } = extension;
  return { cluster: cluster?.kind ?? 'arc', enableInference, inferenceRouterHA, installNvidiaDevicePlugin };
}

function originOf({ name, workspace }: PlatformComputeSpec): WorkloadClass {
  return { resourceGroup: workspace.resourceGroup, workspace: workspace.name, compute: name };
}

function underName(one: Issue, pools: readonly ResolvedNodePool[]): Issue {
  const [index, ...path] = one.path;
  const name = typeof index === 'number' ? (pools[index]?.name ?? '') : '';
  return { ...one, path: ['nodePools', name, ...path] };
}

/** A namespace by name alone, or described; the description itself is checked with the other parts. */
function namespaceCheck(value: unknown, path: Path): Issue[] {
  return typeof value === 'object' ? description([])(value, path) : literal(namespaceName)(value, path);
}

/** Descriptions by name; each is checked by its own domain, except for what the platform derives. */
function descriptions(derived: readonly string[]): Check {
  return mapOf(dnsSubdomain, description(derived));
}

function description(derived: readonly string[]): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [issue('spec/type', path, { received: typeName(value), expected: 'an object' })];
    }
    return derived
      .filter((name) => name in value)
      .map((name) =>
        issue('spec/owned-key', [...path, name], {
          expected: 'nothing: it follows from the rest of the description',
          fix: 'remove it',
        }),
      );
  };
}
