import { equalText, isDeferred, lowerCase, resourceIdSegment } from '../deferred';
import { parseResourceId, resourceId } from '../azure/resource-id';
import type { KnownResourceType } from '../azure/resource-types';
import { needsTrustedAccess, type AttachedCluster } from './attached-cluster';
import type { ComputeAccess } from './compute-identity';
import type { ResolvedKubernetesCompute } from './kubernetes-compute';
import { ROLE_DEFINITIONS, type RoleName } from './role-definitions';

/** A principal whose object id is given. */
export interface GivenPrincipal {
  readonly kind: 'given';
  /** Its name in the description. */
  readonly name: string;
  /** Its object id; may be known only at deployment. */
  readonly principalId: string;
}

/** The principal that Azure makes for a compute; its object id is a property of the compute, once that is there. */
export interface ComputePrincipal {
  readonly kind: 'compute';
  /** Resource group, workspace and compute, as far as they are known. */
  readonly name: string;
  readonly workspaceResourceId: string;
  readonly compute: string;
}

/** Who gets a role. */
export type RolePrincipal = GivenPrincipal | ComputePrincipal;

/** What a role is assigned for. */
export interface RoleScope {
  /** Its name in the description: `cluster`, `relay`, or the kind and name of another resource. */
  readonly name: string;
  /** Its resource id, in its proper letter case; may be known only at deployment. */
  readonly resourceId: string;
  readonly type: KnownResourceType;
  /** The GUID of its subscription, as far as the id is known. */
  readonly subscriptionId: string;
  /** Its resource group, as far as the id is known. */
  readonly resourceGroup: string;
  /** The name of the resource, as far as the id is known. */
  readonly resourceName: string;
}

/** One role of one principal for one scope. */
export interface RoleAssignment {
  /**
   * Principal, role and scope by their names: unique, literal, and the same whatever else is described. Renderers make
   * the GUID or the name of the resource of it.
   */
  readonly key: string;
  readonly principal: RolePrincipal;
  /** What the principal is; said so that Azure does not look for one that is not replicated yet. */
  readonly principalType: 'ServicePrincipal';
  readonly role: RoleName;
  /** The GUID of the role's definition. */
  readonly roleDefinitionId: string;
  readonly scope: RoleScope;
  /** Whether the assignment has to be there before the compute is made, or needs the compute. */
  readonly when: 'before-attach' | 'after-attach';
}

/** The roles on the cluster that the user-assigned identity of a workspace needs. */
const CLUSTER_ROLES = ['reader', 'extensionContributor'] as const satisfies readonly RoleName[];

/** The roles that each property of a {@link ComputeAccess} means, and what its scopes are. */
const ACCESS_ROLES = {
  registries: { scope: 'registry', roles: ['acrPull'] },
  readBlobs: { scope: 'storage', roles: ['blobReader'] },
  writeBlobs: { scope: 'storage', roles: ['blobContributor'] },
  highBusinessImpactStorage: { scope: 'storage', roles: ['blobContributor', 'storageContributor'] },
} as const satisfies Readonly<
  Record<keyof ComputeAccess, { readonly scope: ScopeKind; readonly roles: readonly RoleName[] }>
>;

/** The types of what roles are assigned for. */
const SCOPE_TYPES = {
  aks: 'Microsoft.ContainerService/managedClusters',
  arc: 'Microsoft.Kubernetes/connectedClusters',
  relay: 'Microsoft.Relay/namespaces',
  registry: 'Microsoft.ContainerRegistry/registries',
  storage: 'Microsoft.Storage/storageAccounts',
} as const satisfies Readonly<Record<string, KnownResourceType>>;

type ScopeKind = keyof typeof SCOPE_TYPES;

/** Where a resource id has its parts. */
const SEGMENTS = { subscriptionId: 1, resourceGroup: 3, resourceName: 7 } as const;

/**
 * The role assignments that attaching a cluster needs, each once, in the order of the computes. A workspace with a
 * system-assigned identity needs none: the service makes them itself.
 * @param cluster - what is known about the cluster
 * @param computes - checked attachments of this cluster, as `attachIssues` finds them right
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace
 */
export function roleAssignments(
  cluster: AttachedCluster,
  computes: readonly ResolvedKubernetesCompute[],
): readonly RoleAssignment[] {
  return onceEach(requestedAssignments(cluster, computes));
}

/** The same before what is the same becomes one. */
export function requestedAssignments(
  cluster: AttachedCluster,
  computes: readonly ResolvedKubernetesCompute[],
): readonly RoleAssignment[] {
  return computes.flatMap((compute) => [...workspaceAssignments(cluster, compute), ...computeAssignments(compute)]);
}

function workspaceAssignments(cluster: AttachedCluster, compute: ResolvedKubernetesCompute): RoleAssignment[] {
  const { workspaceIdentity: identity, resourceId: clusterId } = compute;
  if (identity.kind === 'systemAssigned') return [];
  const principal = { kind: 'given', name: identity.name, principalId: identity.principalId } as const;
  const relay = cluster.kind === 'arc' ? cluster.relayNamespaceId : undefined;
  return [
    ...(relay === undefined ? [] : [assignment(principal, 'relayOwner', scopeOf('relay', 'relay', relay))]),
    ...clusterRoles(cluster).map((role) => assignment(principal, role, scopeOf(cluster.kind, 'cluster', clusterId))),
  ];
}

function clusterRoles(cluster: AttachedCluster): readonly RoleName[] {
  const isAzureRbac = cluster.kind === 'aks' && cluster.azureRbac === true;
  const admin = isAzureRbac ? 'rbacClusterAdmin' : 'clusterAdmin';
  return [...CLUSTER_ROLES, admin, ...(needsTrustedAccess(cluster) ? (['contributor'] as const) : [])];
}

function computeAssignments(compute: ResolvedKubernetesCompute): RoleAssignment[] {
  const principal = computePrincipal(compute);
  if (principal === undefined) return [];
  return (['registries', 'readBlobs', 'writeBlobs', 'highBusinessImpactStorage'] as const).flatMap((access) => {
    const { scope, roles } = ACCESS_ROLES[access];
    return Object.entries(compute.access[access]).flatMap(([name, id]) =>
      roles.map((role) => assignment(principal, role, scopeOf(scope, `${scope}/${name}`, id))),
    );
  });
}

function computePrincipal(compute: ResolvedKubernetesCompute): RolePrincipal | undefined {
  const { identity, workspaceResourceId } = compute;
  if (identity === undefined) return undefined;
  if (identity.kind === 'systemAssigned') {
    return { kind: 'compute', name: placeOf(compute), workspaceResourceId, compute: compute.name };
  }
  const { name, principalId } = identity;
  return principalId === undefined ? undefined : { kind: 'given', name, principalId };
}

/** Resource group, workspace and compute; the name of the compute alone where the workspace is not known yet. */
function placeOf({ workspaceResourceId, name }: ResolvedKubernetesCompute): string {
  if (isDeferred(workspaceResourceId)) return name;
  const { resourceGroup, names } = parseResourceId(workspaceResourceId);
  return [resourceGroup, ...names, name].map(lowerCase).join('/');
}

function scopeOf(kind: ScopeKind, name: string, text: string): RoleScope {
  const id = resourceId.parse(text);
  return {
    name,
    resourceId: id,
    type: SCOPE_TYPES[kind],
    subscriptionId: resourceIdSegment(id, SEGMENTS.subscriptionId),
    resourceGroup: resourceIdSegment(id, SEGMENTS.resourceGroup),
    resourceName: resourceIdSegment(id, SEGMENTS.resourceName),
  };
}

function assignment(principal: RolePrincipal, role: RoleName, scope: RoleScope): RoleAssignment {
  return {
    key: `${principal.name}:${role}:${scope.name}`,
    principal,
    principalType: 'ServicePrincipal',
    role,
    roleDefinitionId: ROLE_DEFINITIONS[role].id,
    scope,
    when: principal.kind === 'given' ? 'before-attach' : 'after-attach',
  };
}

function onceEach(assignments: readonly RoleAssignment[]): RoleAssignment[] {
  return assignments.filter(
    (one, index) => assignments.findIndex((other) => other.key === one.key || isSameAssignment(other, one)) === index,
  );
}

/** Whether two assignments are certainly the same in Azure. */
function isSameAssignment(one: RoleAssignment, other: RoleAssignment): boolean {
  return (
    one.role === other.role &&
    isSamePrincipal(one.principal, other.principal) === true &&
    isSameId(one.scope.resourceId, other.scope.resourceId) === true
  );
}

/** Whether two principals are the same; `undefined` when that depends on values that are not known yet. */
export function isSamePrincipal(one: RolePrincipal, other: RolePrincipal): boolean | undefined {
  if (one.kind === 'given' && other.kind === 'given') return isSameId(one.principalId, other.principalId);
  if (one.kind === 'given' || other.kind === 'given') return false;
  return (
    lowerCase(one.compute) === lowerCase(other.compute) && isSameId(one.workspaceResourceId, other.workspaceResourceId)
  );
}

/** Whether two ids are the same, which letter case does not change. */
export function isSameId(one: string, other: string): boolean | undefined {
  return equalText(lowerCase(one), lowerCase(other));
}
