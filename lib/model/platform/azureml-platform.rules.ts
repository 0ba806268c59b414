import type { ClusterSpec } from '../azure/cluster';
import { clusterIssues } from '../azure/cluster.rules';
import { resourceGroupName, subscriptionId } from '../azure/resource-id';
import { systemPoolIssues } from '../components/system-pool.rules';
import { COMPUTE_OPTIONS, WORKSPACE_IDENTITY } from '../compute/kubernetes-compute.rules';
import {
  fieldIssues,
  isWellShaped,
  listOf,
  literal,
  mapOf,
  object,
  optional,
  required,
  text,
  type Check,
  type FieldTable,
} from '../fields';
import { atPath, errorsOf, issue, type Issue, type Path } from '../issues';
import { dnsSubdomain, namespaceName, plainText } from '../names';
import { devicePluginExtensionIssues } from '../scheduling/device-plugin.rules';
import type { ResolvedNodePool } from '../scheduling/node-pool';
import { aksNodePoolIssues } from '../scheduling/node-pool.rules';
import { computeName, workspaceName } from '../scheduling/origin-names';
import { typeIssue } from '../text-format';
import type { AzureMLPlatformSpec, PlatformComputeSpec, PlatformWorkspaceSpec } from './azureml-platform';
import { specsOf } from './cluster-parts';
import { clusterPartIssues } from './cluster-parts.rules';
import { computeIssues, defaultInstanceTypeIssues } from './computes.rules';
import { nodeIssues } from './node.rules';
import { completePlatformExtension } from './platform-extension';
import { platformExtensionIssues, platformExtensionShape } from './platform-extension.rules';
import { platformPieces } from './platform-pieces';
import { attemptPiece, attemptPools, routerSecretOf, type ResolvedPiece } from './resolve-pieces';
import { heldSecretIssues } from './secrets.rules';

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

const PLATFORM = {
  cluster: optional((value, path) => clusterIssues(value as ClusterSpec, path)),
  extension: required(platformExtensionShape),
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
  const pools = attemptPools(spec);
  const routerSecret = routerSecretOf(parts);
  const extension = completePlatformExtension(spec.extension, { pools: pools.resolved, routerSecret });
  const ofExtension = platformExtensionIssues(spec, extension, routerSecret);
  const complete = pools.resolved.length > 0 && pools.isComplete && errorsOf(ofExtension).length === 0;
  return {
    ofParts: [...pieces.flatMap(({ issues }) => issues), ...betweenParts(parts)],
    ofWhole: [
      ...shape,
      ...secrets,
      ...computeIssues(spec.computes),
      ...defaultInstanceTypeIssues(spec.computes, spec.instanceTypes),
      ...ofExtension,
      ...twoPluginIssues(spec, parts),
      ...pools.issues,
      ...(pools.isComplete ? aksPoolIssues(spec, pools.resolved) : []),
      ...(complete ? nodeIssues({ spec, extension, pools: pools.resolved, parts }) : []),
    ],
  };
}

function betweenParts(parts: readonly ResolvedPiece[]): Issue[] {
  const placed = parts.map(({ path, part }) => ({ place: path, part }));
  return clusterPartIssues(placed).flatMap(({ place, issue: one }) => atPath(place, [one]));
}

function twoPluginIssues({ extension }: AzureMLPlatformSpec, parts: readonly ResolvedPiece[]): Issue[] {
  const { installNvidiaDevicePlugin = false } = extension;
  const issues = devicePluginExtensionIssues(specsOf(parts, 'devicePlugin'), installNvidiaDevicePlugin);
  return issues.map((one) => ({ ...one, path: ['devicePlugin'] }));
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
      return [typeIssue(value, path, 'an object')];
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
