import { apiVersionOf, type ApiVersionChoice } from '../../model/azure/api-versions';
import { computeId } from '../../model/compute/compute-resource';
import type { ComputePrincipal, RoleAssignment } from '../../model/compute/role-assignments';
import { resourceIdSegment } from '../../model/deferred';
import { call, property, type ArmArgument, type ArmExpression } from '../template/expression';
import { placeResource, type PlacedResource } from '../template/nested-deployment';
import { COMPUTE_TYPE } from './compute';

const TYPE = 'Microsoft.Authorization/roleAssignments';
const SUBSCRIPTION = 1;

/**
 * A role assignment as a resource of a template. Its name is a GUID of scope, principal and role, so that deploying again
 * finds it; for the identity of a compute, which is not known when names are made, of the id of the compute.
 * @param clusterId - the id of the cluster, to whose group the template is deployed
 * @param dependsOn - what has to be there before
 */
export function placeRoleAssignment(
  clusterId: string,
  assignment: RoleAssignment,
  dependsOn: readonly ArmExpression[],
  choice: ApiVersionChoice = {},
): PlacedResource {
  const { scope, principal, roleDefinitionId } = assignment;
  const who =
    principal.kind === 'given' ? principal.principalId : computeId(principal.workspaceResourceId, principal.compute);
  const key: readonly ArmArgument[] = [scope.resourceId, who, roleDefinitionId];
  const name = call('guid', ...key);
  const subscription = resourceIdSegment(scope.resourceId, SUBSCRIPTION);
  return placeResource(
    clusterId,
    {
      owner: scope.resourceId,
      id: call('extensionResourceId', scope.resourceId, TYPE, name),
      prefix: 'role',
      key,
      dependsOn,
      body: {
        type: TYPE,
        apiVersion: apiVersionOf(TYPE, choice),
        name,
        scope: scope.resourceId,
        properties: {
          roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleDefinitionId}`,
          principalId: principal.kind === 'given' ? principal.principalId : identityOf(principal, choice),
          principalType: 'ServicePrincipal',
        },
      },
    },
    choice,
  );
}

function identityOf({ workspaceResourceId, compute }: ComputePrincipal, choice: ApiVersionChoice): ArmExpression {
  const read = call('reference', computeId(workspaceResourceId, compute), apiVersionOf(COMPUTE_TYPE, choice), 'Full');
  return property(read, 'identity', 'principalId');
}
