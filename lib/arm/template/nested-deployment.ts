import { apiVersionOf, type ApiVersionChoice } from '../../model/azure/api-versions';
import { resourceIdSegment } from '../../model/deferred';
import { isSameId } from '../../model/compute/role-assignments';
import { TEMPLATE_SCHEMA, TEMPLATE_VERSION } from './template-schema';
import { call, type ArmArgument, type ArmExpression } from './expression';
import type { TemplateValue } from './render-template';

const TYPE = 'Microsoft.Resources/deployments';
const SUBSCRIPTION = 1;
const RESOURCE_GROUP = 3;

/** A resource of a template, wherever it stands, and what others depend on. */
export interface PlacedResource {
  readonly resource: TemplateValue;
  readonly id: ArmExpression;
}

/** A resource and where it belongs. */
export interface GroupedResource {
  /** The id of a resource whose group it belongs to. */
  readonly owner: string;
  /** The resource without its dependencies. */
  readonly body: Readonly<Record<string, TemplateValue | undefined>>;
  /** The id of the resource itself. */
  readonly id: ArmExpression;
  /** The beginning of the name of its deployment, should it need one, for example `role`. */
  readonly prefix: string;
  /** What tells it from other resources of the prefix; known when the deployment starts. */
  readonly key: readonly ArmArgument[];
  readonly dependsOn: readonly ArmExpression[];
}

/**
 * A resource as it stands in a template that is deployed to the group of the cluster: as it is when it belongs to that
 * group, otherwise, or when that is not known, inside a deployment of its own to its group.
 * @param clusterId - the id of the cluster
 */
export function placeResource(
  clusterId: string,
  { owner, body, id, prefix, key, dependsOn }: GroupedResource,
  choice: ApiVersionChoice = {},
): PlacedResource {
  const needs = dependsOn.length === 0 ? {} : { dependsOn };
  if (isSameGroup(owner, clusterId)) return { resource: { ...body, ...needs }, id };
  const name = call('concat', `${prefix}-`, call('guid', ...key));
  return {
    resource: {
      type: TYPE,
      apiVersion: apiVersionOf(TYPE, choice),
      name,
      subscriptionId: resourceIdSegment(owner, SUBSCRIPTION),
      resourceGroup: resourceIdSegment(owner, RESOURCE_GROUP),
      ...needs,
      properties: {
        mode: 'Incremental',
        template: { $schema: TEMPLATE_SCHEMA, contentVersion: TEMPLATE_VERSION, resources: [body] },
      },
    },
    id: name,
  };
}

function isSameGroup(one: string, other: string): boolean {
  return [SUBSCRIPTION, RESOURCE_GROUP].every(
    (segment) => isSameId(resourceIdSegment(one, segment), resourceIdSegment(other, segment)) === true,
  );
}
