import type { ArmTemplate } from 'azureml-kubernetes/arm';
import { evaluateTemplate, type ArmFunction, type ArmValue } from './arm-evaluator';

/** A resource as a deployment creates it. */
export interface DeployedResource {
  readonly type: string;
  readonly names: readonly [string, ...string[]];
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  /** The resource that it extends, if it does. */
  readonly scope?: string;
  /** What the request holds: everything but what belongs to the template. */
  readonly body: { readonly properties: Readonly<Record<string, ArmValue>> } & Readonly<Record<string, ArmValue>>;
}

interface TemplateResource {
  readonly type: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly scope?: string;
  readonly dependsOn?: readonly string[];
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  readonly properties: Readonly<Record<string, ArmValue>>;
}

/** What a resource has in a template alone. */
const OF_THE_TEMPLATE = new Set([
  'type',
  'name',
  'apiVersion',
  'scope',
  'dependsOn',
  'subscriptionId',
  'resourceGroup',
]);

/** Where a template is deployed to. */
export interface DeploymentTarget {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
}

/**
 * The resources that a template creates, those of its nested deployments among them.
 * @param template - the template, or one inside
 * @param target - where it is deployed to
 * @param functions - what its expressions call
 */
export function deployedResources(
  template: Pick<ArmTemplate, 'resources'>,
  target: DeploymentTarget,
  functions: Readonly<Record<string, ArmFunction>>,
): DeployedResource[] {
  const resources = evaluateTemplate(template.resources, functions) as unknown as readonly TemplateResource[];
  return resources.flatMap((resource) => deployed(resource, target));
}

function deployed(resource: TemplateResource, target: DeploymentTarget): DeployedResource[] {
  const { type, name, scope, subscriptionId, resourceGroup, properties } = resource;
  if (type !== 'Microsoft.Resources/deployments') {
    const names = name.split('/') as [string, ...string[]];
    const general = Object.entries(resource).filter(([property]) => !OF_THE_TEMPLATE.has(property));
    const body = { ...(Object.fromEntries(general) as Readonly<Record<string, ArmValue>>), properties };
    return [{ type, names, ...target, ...(scope === undefined ? {} : { scope }), body }];
  }
  const inner = {
    subscriptionId: subscriptionId ?? target.subscriptionId,
    resourceGroup: resourceGroup ?? target.resourceGroup,
  };
  const { resources } = properties['template'] as unknown as { readonly resources: readonly TemplateResource[] };
  return resources.flatMap((one) => deployed(one, inner));
}

/** The id of a resource. */
export function idOf({ type, names, subscriptionId, resourceGroup, scope }: DeployedResource): string {
  const [provider = '', ...types] = type.split('/');
  const owner = scope ?? `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
  return [owner, 'providers', provider, ...types.flatMap((one, index) => [one, names[index]])].join('/');
}
