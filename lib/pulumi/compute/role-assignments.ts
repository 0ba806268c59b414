import * as pulumi from '@pulumi/pulumi';
import * as authorization from '@pulumi/azure-native/authorization/index.js';
import { isSameId, type RoleAssignment } from '../../model/compute/role-assignments';
import { isDeferred, resourceIdSegment } from '../../model/deferred';
import { issue, type Issue } from '../../model/issues';
import { assertValid } from '../../model/validation-error';
import { failingTheResource } from '../errors';
import type { AzureMLExtension } from '../extension/azureml-extension';
import { sharedPlace, type ChildPlace } from '../extension/shared-children';

const SUBSCRIPTION_SEGMENT = 1;

/** What is asked of a compute to assign its roles. */
export interface RoleOwner {
  /** The extension on the cluster, whose computes share the assignments of principals that are given. */
  readonly extension: AzureMLExtension;
  /** The compute itself. */
  readonly compute: pulumi.Resource;
  /** How a child of the compute is called. */
  readonly placeOf: (role: string) => ChildPlace;
  /** A text of the description as an Output. */
  readonly output: (text: string) => pulumi.Output<string>;
  /** The object id of the identity that Azure made for the compute. */
  readonly computePrincipalId: () => pulumi.Output<string>;
}

/** What is read of the resource of an assignment. */
interface AssignmentResource extends pulumi.CustomResource {
  readonly principalId: pulumi.Output<string>;
  readonly scope: pulumi.Output<string>;
}

interface Made {
  readonly assignment: RoleAssignment;
  readonly resource: AssignmentResource;
}

/** A role of a compute and its resource. */
export interface AssignedRole extends Made {
  /** Whether an earlier compute made it. */
  readonly existed: boolean;
}

/** The assignments that the computes of an extension share. */
const SHARED = new WeakMap<AzureMLExtension, Made[]>();

/**
 * What contradicts the assignments that earlier computes made: the same name is the same identity or resource.
 * @param extension - the extension of the computes
 * @param assignments - those of another compute
 */
export function sharedRoleIssues(extension: AzureMLExtension, assignments: readonly RoleAssignment[]): Issue[] {
  const found = assignments.flatMap(({ key, principal, scope }) => {
    const earlier = SHARED.get(extension)?.find(({ assignment }) => assignment.key === key)?.assignment;
    if (earlier?.principal.kind !== 'given' || principal.kind !== 'given') return [];
    return differences(
      { principal: principal.name, scope: scope.name },
      isSameId(earlier.principal.principalId, principal.principalId) !== false,
      isSameId(earlier.scope.resourceId, scope.resourceId) !== false,
    );
  });
  return onceEach(found);
}

/**
 * The resource of a role assignment; one of a given principal may be there already. Azure finds a new identity with
 * delay; it waits for one that is said to be a service principal.
 * @param assignment - who gets which role for what
 * @param owner - the compute that needs it
 */
export function roleAssignment(assignment: RoleAssignment, owner: RoleOwner): AssignedRole {
  if (assignment.principal.kind === 'compute') {
    const resource = create(assignment, owner, owner.placeOf(`role:${assignment.key}`));
    return { assignment, resource, existed: false };
  }
  const made = SHARED.get(owner.extension) ?? [];
  const earlier = made.find((one) => isTheSame(one.assignment, assignment));
  if (earlier !== undefined) return { assignment, resource: earlier.resource, existed: true };
  const resource = create(assignment, owner, sharedPlace(owner.extension, `role:${assignment.key}`));
  SHARED.set(owner.extension, [...made, { assignment, resource }]);
  return { assignment, resource, existed: false };
}

/**
 * Whether assignments that were there already are those of the compute, once the ids of both are known.
 * @param assigned - the assignments of the compute
 * @param owner - the compute
 * @returns an empty list that is there when they are, as a dependency of the compute
 */
export function sharedRoleCheck(
  assigned: readonly AssignedRole[],
  owner: RoleOwner,
): pulumi.Output<pulumi.Resource[]> | undefined {
  const shared = assigned.filter(({ existed }) => existed);
  if (shared.length === 0) return undefined;
  const ids = shared.map(({ assignment, resource }) => ({
    principals: pulumi.all([resource.principalId, principalIdOf(assignment, owner)]),
    scopes: pulumi.all([resource.scope, owner.output(assignment.scope.resourceId)]),
  }));
  const checked = pulumi.all(ids).apply((known) =>
    failingTheResource(owner.compute, () => {
      const issues = known.flatMap(({ principals, scopes }, index) => {
        const names = shared[index]?.assignment;
        return differences(
          { principal: names?.principal.name, scope: names?.scope.name },
          isSameId(...principals) === true,
          isSameId(...scopes) === true,
        );
      });
      assertValid('KubernetesCompute', onceEach(issues));
      return [];
    }),
  );
  return pulumi.unsecret(checked);
}

function create(assignment: RoleAssignment, owner: RoleOwner, { name, opts }: ChildPlace): AssignmentResource {
  const { roleDefinitionId, scope } = assignment;
  const subscription = owner.output(resourceIdSegment(scope.resourceId, SUBSCRIPTION_SEGMENT));
  return new authorization.RoleAssignment(
    name,
    {
      scope: owner.output(scope.resourceId),
      principalId: principalIdOf(assignment, owner),
      principalType: assignment.principalType,
      roleDefinitionId: pulumi.interpolate`/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleDefinitionId}`,
    },
    opts,
  );
}

function principalIdOf({ principal }: RoleAssignment, owner: RoleOwner): pulumi.Output<string> {
  return principal.kind === 'given' ? owner.output(principal.principalId) : owner.computePrincipalId();
}

/** Whether two assignments are the same in Azure, as far as that is known: by their names or by their ids. */
function isTheSame(one: RoleAssignment, other: RoleAssignment): boolean {
  const isSamePrincipal =
    one.principal.name === other.principal.name ||
    (one.principal.kind === 'given' &&
      other.principal.kind === 'given' &&
      isKnownSameId(one.principal.principalId, other.principal.principalId));
  const isSameScope =
    one.scope.name === other.scope.name || isKnownSameId(one.scope.resourceId, other.scope.resourceId);
  return one.role === other.role && isSamePrincipal && isSameScope;
}

/** The markers of two computes say nothing about each other. */
function isKnownSameId(one: string, other: string): boolean {
  return !isDeferred(one) && isSameId(one, other) === true;
}

function differences(
  names: { readonly principal: string | undefined; readonly scope: string | undefined },
  isSamePrincipal: boolean,
  isSameScope: boolean,
): Issue[] {
  return [
    ...(isSamePrincipal ? [] : [issue('compute/principal-differs', [], { received: names.principal })]),
    ...(isSameScope ? [] : [issue('compute/scope-differs', ['access'], { received: names.scope })]),
  ];
}

function onceEach(issues: readonly Issue[]): Issue[] {
  const texts = issues.map((one) => JSON.stringify(one));
  return issues.filter((_, position) => texts.indexOf(texts[position] ?? '') === position);
}
