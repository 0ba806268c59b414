import * as pulumi from '@pulumi/pulumi';
import { RoleAssignment as AzureRoleAssignment } from '@pulumi/azure-native/authorization/index.js';
import type { RoleAssignment } from '../../model/compute/role-assignments';
import { resourceIdSegment } from '../../model/deferred';

const SUBSCRIPTION_SEGMENT = 1;

/** What is asked of a component to assign a role. */
export interface RoleChildren {
  /** The name of a child. */
  readonly nameOf: (key: string) => string;
  /** The options of a child. */
  readonly optsOf: (key: string) => pulumi.CustomResourceOptions;
  /** A text of the description as an Output. */
  readonly output: (text: string) => pulumi.Output<string>;
  /** The object id of the identity that Azure made for the compute. */
  readonly computePrincipalId: () => pulumi.Output<string>;
}

/**
 * Creates the resource of a role assignment. Azure finds a new identity with delay; it waits for one that is said to be
 * a service principal.
 * @param assignment - who gets which role for what
 * @param children - how its texts and options are had
 */
export function createRoleAssignment(assignment: RoleAssignment, children: RoleChildren): pulumi.CustomResource {
  const { key, principal, roleDefinitionId, scope } = assignment;
  const scopeId = children.output(scope.resourceId);
  const subscription = children.output(resourceIdSegment(scope.resourceId, SUBSCRIPTION_SEGMENT));
  const principalId =
    principal.kind === 'given' ? children.output(principal.principalId) : children.computePrincipalId();
  return new AzureRoleAssignment(
    children.nameOf(key),
    {
      scope: scopeId,
      principalId,
      principalType: 'ServicePrincipal',
      roleDefinitionId: pulumi.interpolate`/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleDefinitionId}`,
    },
    children.optsOf(key),
  );
}
