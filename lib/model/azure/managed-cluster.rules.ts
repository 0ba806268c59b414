import { systemPoolIssues } from '../components/system-pool.rules';
import {
  fieldIssues,
  flag,
  isWellShaped,
  listOf,
  mapOf,
  object,
  optional,
  required,
  text,
  type Check,
  type FieldTable,
} from '../fields';
import { atPath, errorsOf, issue, type Issue, type Path } from '../issues';
import { plainText } from '../names';
import { aksAgentPoolIssues } from '../scheduling/aks-agent-pool.rules';
import type { NodePoolSpec } from '../scheduling/node-pool';
import { resolveNodePool } from '../scheduling/resolve-node-pool';
import { needsBlobCsiDriver } from '../storage/blob-csi-driver';
import { typeIssue } from '../text-format';
import { kubernetesVersion, kubernetesVersionIssues } from '../support/kubernetes-window';
import { kubernetesWindowBasis } from '../support/kubernetes-window.rules';
import type {
  ManagedClusterNetworkSpec,
  ManagedClusterSpec,
  NodePoolPlacementSpec,
  SystemPoolSpec,
} from './managed-cluster';
import { resourceGroupName, resourceIdOf } from './resource-id';

const DEFAULT_SYSTEM_POOL = { name: 'system', vmSize: 'Standard_DS3_v2', minCount: 3 } as const;

/** Whatever has rules of its own. */
const elsewhere: Check = () => [];

const SYSTEM_POOL = {
  name: optional(elsewhere),
  vmSize: optional(elsewhere),
  minCount: optional(elsewhere),
  maxCount: optional(elsewhere),
} satisfies FieldTable<SystemPoolSpec>;

/** The resource id of a subnet. */
export const subnetId = resourceIdOf('Microsoft.Network/virtualNetworks/subnets');

const NETWORK = {
  subnetId: optional(text(subnetId)),
  authorizedIpRanges: optional(listOf(text(plainText))),
  privateCluster: optional(flag()),
} satisfies FieldTable<ManagedClusterNetworkSpec>;

const MANAGED_CLUSTER = {
  name: required(text(plainText)),
  resourceGroupName: required(text(resourceGroupName)),
  location: required(text(plainText)),
  kubernetesVersion: optional(text(kubernetesVersion)),
  supportWindow: optional(kubernetesWindowBasis),
  dnsPrefix: optional(text(plainText)),
  systemPool: optional(object(SYSTEM_POOL)),
  nodePools: optional(mapOf(plainText, elsewhere)),
  network: optional(object(NETWORK)),
  volumes: optional(volumes),
  blobCsiDriver: optional(flag()),
  tags: optional(mapOf(plainText, text(plainText))),
} satisfies FieldTable<ManagedClusterSpec>;

const POOL_PLACEMENT = {
  cluster: required(
    object({
      name: MANAGED_CLUSTER.name,
      resourceGroupName: MANAGED_CLUSTER.resourceGroupName,
    } satisfies FieldTable<NodePoolPlacementSpec['cluster']>),
  ),
  kubernetesVersion: MANAGED_CLUSTER.kubernetesVersion,
  subnetId: NETWORK.subnetId,
} satisfies FieldTable<NodePoolPlacementSpec>;

/** The volumes themselves are checked where they are made. */
function volumes(value: unknown, path: Path): Issue[] {
  const fits = Array.isArray(value) && value.every(isSourced);
  return fits ? [] : [typeIssue(value, path, 'a list of volumes')];
}

function isSourced(volume: unknown): boolean {
  const source: unknown = typeof volume === 'object' && volume !== null ? Reflect.get(volume, 'source') : undefined;
  return typeof source === 'object' && source !== null;
}

/** The system pool as a node pool. */
export function systemPoolOf({ systemPool = {} }: ManagedClusterSpec): NodePoolSpec {
  return { ...DEFAULT_SYSTEM_POOL, ...systemPool, mode: 'system' };
}

/**
 * Everything that is wrong or unwise with the description of an AKS cluster.
 * @param spec - the cluster as given
 */
export function managedClusterIssues(spec: ManagedClusterSpec): Issue[] {
  const shape = fieldIssues(spec, MANAGED_CLUSTER, []);
  if (!isWellShaped(shape)) return shape;
  const { kubernetesVersion: version, supportWindow } = spec;
  const judged = version !== undefined && supportWindow !== undefined && !shape.some(isAboutWindow);
  return [
    ...shape,
    ...(judged ? kubernetesVersionIssues(version, supportWindow, ['kubernetesVersion']) : []),
    ...blobDriverIssues(spec),
    ...atPath(['systemPool'], poolIssues(systemPoolOf(spec))),
    ...Object.entries(spec.nodePools ?? {}).flatMap(([name, pool]) =>
      atPath(['nodePools', name], managedNodePoolIssues({ ...pool, name })),
    ),
  ];
}

/**
 * Everything that is wrong or unwise with a user pool of AKS.
 * @param spec - the pool as given
 */
export function managedNodePoolIssues(spec: NodePoolSpec): Issue[] {
  const mode = spec.mode === undefined ? [] : [issue('spec/unknown-property', ['mode'], { received: spec.mode })];
  return [...mode, ...poolIssues(spec)];
}

function isAboutWindow({ path: [first] }: Issue): boolean {
  return first === 'supportWindow';
}

/**
 * What is wrong with where a user pool belongs that is made by itself.
 * @param placement - its cluster, and what it has from it
 */
export function nodePoolPlacementIssues(placement: NodePoolPlacementSpec): Issue[] {
  return fieldIssues(placement, POOL_PLACEMENT, []);
}

function blobDriverIssues({ volumes: given = [], blobCsiDriver }: ManagedClusterSpec): Issue[] {
  if (blobCsiDriver !== false) return [];
  return given.flatMap((volume, index) =>
    needsBlobCsiDriver(volume)
      ? [issue('azure/blob-csi-driver-off', ['volumes', index], { received: volume.source.kind })]
      : [],
  );
}

function poolIssues(spec: NodePoolSpec): Issue[] {
  const issues = aksAgentPoolIssues(spec);
  return errorsOf(issues).length > 0 ? issues : [...issues, ...systemPoolIssues(resolveNodePool(spec))];
}
