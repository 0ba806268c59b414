import { resourceIdOf } from '../azure/resource-id';
import { resourceIdSegment } from '../deferred';
import { flag, isWellShaped, object, oneOf, optional, required, text, variant, type FieldTable } from '../fields';
import { issue, type Issue, type Path } from '../issues';
import {
  API_SERVERS,
  AZURE_CLOUDS,
  needsTrustedAccess,
  type AksClusterAccess,
  type AttachedAksCluster,
  type AttachedArcCluster,
  type AttachedCluster,
} from './attached-cluster';
import type { ResolvedKubernetesCompute } from './kubernetes-compute';
import { isSameId, isSamePrincipal, requestedAssignments, type RolePrincipal } from './role-assignments';

const PROVIDER_SEGMENT = 5;
const SUBSCRIPTION_SEGMENT = 1;
const MAX_BINDINGS = 8;
const PROVIDERS = { aks: 'Microsoft.ContainerService', arc: 'Microsoft.Kubernetes' } as const;

const ACCESS = {
  azureRbac: optional(flag()),
  localAccounts: optional(flag()),
  authorizedIpRanges: optional(flag()),
  apiServer: optional(oneOf(API_SERVERS)),
  cloud: optional(oneOf(AZURE_CLOUDS)),
} satisfies FieldTable<AksClusterAccess>;

/** How a cluster of AKS is reached, by itself. */
export const aksClusterAccess = object(ACCESS);

const ATTACHED_CLUSTER = variant('kind', {
  aks: object({
    kind: required(oneOf(['aks'])),
    ...ACCESS,
  } satisfies FieldTable<AttachedAksCluster>),
  arc: object({
    kind: required(oneOf(['arc'])),
    relayNamespaceId: optional(text(resourceIdOf('Microsoft.Relay/namespaces'))),
  } satisfies FieldTable<AttachedArcCluster>),
});

/** Where a description has a cluster and the list of its attachments. */
export interface AttachPaths {
  readonly cluster: Path;
  readonly computes: Path;
}

const CLUSTER = 'cluster';
const OWN_PATHS: AttachPaths = { cluster: [CLUSTER], computes: [] };

/**
 * What is wrong or unwise with attaching one cluster to some workspaces.
 * @param cluster - what is known about the cluster
 * @param computes - the checked attachments of this cluster
 * @param paths - where the description has both
 * @returns issues with the cluster, `cluster`, and with a compute, whose path starts with its position
 */
export function attachIssues(
  cluster: AttachedCluster,
  computes: readonly ResolvedKubernetesCompute[],
  paths: AttachPaths = OWN_PATHS,
): Issue[] {
  const shape = ATTACHED_CLUSTER(cluster, [CLUSTER]);
  const issues = isWellShaped(shape) ? [...shape, ...issuesBetween(cluster, computes)] : shape;
  return issues.map((one) => {
    const [first, ...rest] = one.path;
    return { ...one, path: first === CLUSTER ? [...paths.cluster, ...rest] : [...paths.computes, ...one.path] };
  });
}

function issuesBetween(cluster: AttachedCluster, computes: readonly ResolvedKubernetesCompute[]): Issue[] {
  return [
    ...computes.flatMap((compute, index) => clusterReferenceIssues(cluster, compute, computes[0], [index])),
    ...sameNameIssues(cluster, computes),
    ...relayIssues(cluster, computes),
    ...(cluster.kind === 'aks' && needsTrustedAccess(cluster) ? trustedAccessIssues(cluster, computes) : []),
  ];
}

function clusterReferenceIssues(
  { kind }: AttachedCluster,
  { resourceId }: ResolvedKubernetesCompute,
  first: ResolvedKubernetesCompute | undefined,
  path: Path,
): Issue[] {
  const place = [...path, 'resourceId'];
  if (isSameId(resourceIdSegment(resourceId, PROVIDER_SEGMENT), PROVIDERS[kind]) === false) {
    return [
      issue('compute/cluster-kind-differs', place, { received: resourceId, expected: `a cluster of kind ${kind}` }),
    ];
  }
  if (first === undefined || isSameId(resourceId, first.resourceId) !== false) return [];
  return [issue('compute/cluster-differs', place, { received: resourceId, expected: first.resourceId })];
}

/** Names decide what is the same; where ids are known, they must not contradict. */
function sameNameIssues(cluster: AttachedCluster, computes: readonly ResolvedKubernetesCompute[]): Issue[] {
  const placed = computes.flatMap((compute, index) =>
    requestedAssignments(cluster, [compute]).map((one) => ({ ...one, index })),
  );
  const found = placed.flatMap(({ principal, scope, index }, position) => {
    const earlier = placed.slice(0, position);
    const isOtherPrincipal = earlier.some(
      (other) => other.principal.name === principal.name && isContradiction(other.principal, principal),
    );
    const isOtherScope = earlier.some(
      (other) => other.scope.name === scope.name && isSameId(other.scope.resourceId, scope.resourceId) === false,
    );
    return [
      ...(isOtherPrincipal ? [principalIssue(principal, index)] : []),
      ...(isOtherScope && scope.name !== 'cluster'
        ? [issue('compute/scope-differs', [index, 'access'], { received: scope.name })]
        : []),
    ];
  });
  const texts = found.map((one) => JSON.stringify(one));
  return found.filter((_, position) => texts.indexOf(texts[position] ?? '') === position);
}

function principalIssue({ kind, name }: RolePrincipal, index: number): Issue {
  const fix = 'rename one of the computes: their workspaces are known only at deployment';
  return issue('compute/principal-differs', [index], { received: name, ...(kind === 'compute' ? { fix } : {}) });
}

/** Two computes of the same name whose workspaces are not known cannot be told apart by name. */
function isContradiction(...[one, other]: Parameters<typeof isSamePrincipal>): boolean {
  const isSame = isSamePrincipal(one, other);
  return isSame === false || (isSame === undefined && one.kind === 'compute');
}

function relayIssues(cluster: AttachedCluster, computes: readonly ResolvedKubernetesCompute[]): Issue[] {
  if (cluster.kind !== 'arc' || cluster.relayNamespaceId !== undefined) return [];
  const needsRelay = computes.some(({ workspaceIdentity }) => workspaceIdentity.kind === 'userAssigned');
  return needsRelay ? [issue('compute/relay-scope-required', [CLUSTER, 'relayNamespaceId'])] : [];
}

function trustedAccessIssues(
  { apiServer, cloud = 'public' }: AttachedAksCluster,
  computes: readonly ResolvedKubernetesCompute[],
): Issue[] {
  if (apiServer === 'private') return [issue('compute/api-server-private', [CLUSTER, 'apiServer'])];
  if (cloud !== 'public') return [issue('compute/trusted-access-cloud', [CLUSTER, 'cloud'], { received: cloud })];
  const workspaces = computes
    .map(({ workspaceResourceId }) => workspaceResourceId)
    .filter((id, index, all) => all.findIndex((other) => isSameId(other, id) === true) === index);
  const limit = { received: workspaces.length, expected: `at most ${String(MAX_BINDINGS)}` };
  return [
    issue('compute/trusted-access-needed', [CLUSTER]),
    ...computes.flatMap(({ workspaceResourceId, resourceId }, index) => {
      const [own, other] = [workspaceResourceId, resourceId].map((id) => resourceIdSegment(id, SUBSCRIPTION_SEGMENT));
      if (isSameId(own ?? '', other ?? '') !== false) return [];
      const facts = { received: own, expected: other ?? '' };
      return [issue('compute/trusted-access-subscription', [index, 'workspaceResourceId'], facts)];
    }),
    ...(workspaces.length > MAX_BINDINGS ? [issue('compute/trusted-access-limit', [CLUSTER], limit)] : []),
  ];
}
