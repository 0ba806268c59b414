import { resourceIdOf } from '../azure/resource-id';
import { tagName, tagValue } from '../azure/tags';
import {
  fieldIssues,
  flag,
  isWellShaped,
  literal,
  mapOf,
  object,
  oneOf,
  optional,
  required,
  text,
  variant,
  type FieldTable,
} from '../fields';
import { issue, type Issue, type Path } from '../issues';
import { dnsSubdomain, namespaceName, plainText } from '../names';
import { computeName } from '../scheduling/origin-names';
import type {
  ComputeAccess,
  SystemAssignedComputeIdentity,
  UserAssignedComputeIdentity,
  UserAssignedWorkspaceIdentity,
} from './compute-identity';
import type { KubernetesComputeOptions, KubernetesComputeSpec } from './kubernetes-compute';
import { principalId } from './principal-id';

const STARTS_WITH_LETTER = /^[A-Za-z]/;

/** The resource id of a workspace. */
export const workspaceId = resourceIdOf('Microsoft.MachineLearningServices/workspaces');

/** The resource id of a cluster that can be attached. */
export const attachableClusterId = resourceIdOf(
  'Microsoft.ContainerService/managedClusters',
  'Microsoft.Kubernetes/connectedClusters',
);

/** The resource id of a managed identity. */
export const identityId = resourceIdOf('Microsoft.ManagedIdentity/userAssignedIdentities');
const registries = optional(mapOf(plainText, text(resourceIdOf('Microsoft.ContainerRegistry/registries'))));
const storageAccounts = optional(mapOf(plainText, text(resourceIdOf('Microsoft.Storage/storageAccounts'))));

const SYSTEM_ASSIGNED = object({
  kind: required(oneOf(['systemAssigned'])),
} satisfies FieldTable<SystemAssignedComputeIdentity>);

const COMPUTE_IDENTITY = variant('kind', {
  systemAssigned: SYSTEM_ASSIGNED,
  userAssigned: object({
    kind: required(oneOf(['userAssigned'])),
    name: required(literal(plainText)),
    resourceId: required(text(identityId)),
    principalId: optional(text(principalId)),
  } satisfies FieldTable<UserAssignedComputeIdentity>),
});

/** The identity of a workspace. */
export const WORKSPACE_IDENTITY = variant('kind', {
  systemAssigned: SYSTEM_ASSIGNED,
  userAssigned: object({
    kind: required(oneOf(['userAssigned'])),
    name: required(literal(plainText)),
    principalId: required(text(principalId)),
  } satisfies FieldTable<UserAssignedWorkspaceIdentity>),
});

const ACCESS = {
  registries,
  readBlobs: storageAccounts,
  writeBlobs: storageAccounts,
  highBusinessImpactStorage: storageAccounts,
} satisfies FieldTable<ComputeAccess>;

/** The properties of an attachment that do not depend on the cluster and the workspace. */
export const COMPUTE_OPTIONS = {
  identity: optional(COMPUTE_IDENTITY),
  access: optional(object(ACCESS)),
  defaultInstanceType: optional(text(dnsSubdomain)),
  description: optional(text(plainText)),
  disableLocalAuth: optional(flag()),
  tags: optional(mapOf(tagName, text(tagValue))),
  instanceTypes: optional(instanceTypesIssues),
} satisfies FieldTable<KubernetesComputeOptions>;

const KUBERNETES_COMPUTE = {
  name: required(literal(computeName)),
  workspaceResourceId: required(text(workspaceId)),
  resourceId: required(text(attachableClusterId)),
  location: optional(text(plainText)),
  computeLocation: optional(text(plainText)),
  namespace: optional(text(namespaceName)),
  workspaceIdentity: optional(WORKSPACE_IDENTITY),
  extensionPrincipalId: optional(text(principalId)),
  extensionInstanceReleaseTrain: optional(text(plainText)),
  ...COMPUTE_OPTIONS,
} satisfies FieldTable<KubernetesComputeSpec>;

/**
 * Everything that is wrong or unwise with the attachment of a cluster to a workspace.
 * @param spec - the attachment as given
 */
export function kubernetesComputeIssues(spec: KubernetesComputeSpec): Issue[] {
  const shape = fieldIssues(spec, KUBERNETES_COMPUTE, []);
  return isWellShaped(shape) ? [...shape, ...nameIssues(spec.name, shape), ...computeAccessIssues(spec)] : shape;
}

/**
 * What is wrong between the options of an attachment: access is of use to an identity only.
 * @param options - options of the right shape
 */
export function computeAccessIssues(options: KubernetesComputeOptions): Issue[] {
  const { access = {}, identity } = options;
  const grants = Object.values(access).some((resources: object) => Object.keys(resources).length > 0);
  if (!grants) return [];
  if (identity === undefined) return [issue('compute/access-without-identity', ['access'])];
  if (identity.kind === 'systemAssigned' || identity.principalId !== undefined) return [];
  return [issue('compute/principal-required', ['identity', 'principalId'])];
}

function nameIssues(name: string, found: readonly Issue[]): Issue[] {
  if (found.some(({ path }) => path[0] === 'name') || STARTS_WITH_LETTER.test(name)) return [];
  return [issue('compute/name-start', ['name'], { received: name })];
}

function instanceTypesIssues(_value: unknown, path: Path): Issue[] {
  return [issue('compute/instance-types-map', path)];
}
