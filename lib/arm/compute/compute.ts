import { apiVersionOf, type ApiVersionChoice } from '../../model/azure/api-versions';
import type { ComputeIdentity } from '../../model/compute/compute-identity';
import { computeResource } from '../../model/compute/compute-resource';
import type { ResolvedKubernetesCompute } from '../../model/compute/kubernetes-compute';
import { resourceIdSegment } from '../../model/deferred';
import { call, type ArmExpression } from '../template/expression';
import { placeResource, type PlacedResource } from '../template/nested-deployment';
import type { TemplateValue } from '../template/render-template';

/** The resource type of an attachment. */
export const COMPUTE_TYPE = 'Microsoft.MachineLearningServices/workspaces/computes';
const WORKSPACE = 7;

/**
 * An attachment as a resource of a template.
 * @param compute - a checked attachment
 * @param principalId - the identity of the extension, when the attachment does not say it
 * @param dependsOn - what has to be there before
 */
export function placeCompute(
  compute: ResolvedKubernetesCompute,
  principalId: ArmExpression | undefined,
  dependsOn: readonly ArmExpression[],
  choice: ApiVersionChoice = {},
): PlacedResource {
  const { workspaceResourceId, resourceId, name, identity } = compute;
  const workspace = resourceIdSegment(workspaceResourceId, WORKSPACE);
  const { properties, ...general } = computeResource(compute);
  return placeResource(
    resourceId,
    {
      owner: workspaceResourceId,
      id: call('resourceId', COMPUTE_TYPE, workspace, name),
      prefix: 'attach',
      key: [workspaceResourceId, name],
      dependsOn,
      body: {
        type: COMPUTE_TYPE,
        apiVersion: apiVersionOf(COMPUTE_TYPE, choice),
        name: `${workspace}/${name}`,
        ...general,
        ...(identity === undefined ? {} : { identity: identityBody(identity) }),
        properties: {
          ...properties,
          properties: {
            ...(principalId === undefined ? {} : { extensionPrincipalId: principalId }),
            ...properties.properties,
          },
        },
      },
    },
    choice,
  );
}

function identityBody(identity: ComputeIdentity): TemplateValue {
  return identity.kind === 'systemAssigned'
    ? { type: 'SystemAssigned' }
    : { type: 'UserAssigned', userAssignedIdentities: { [identity.resourceId]: {} } };
}
