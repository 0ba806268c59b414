import type { ArmTemplate } from 'azureml-kubernetes/arm';
import { evaluateTemplate, parameters, type ArmFunction, type ArmValue } from './arm-evaluator';

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

interface Target {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
}

/** The resource group that templates are deployed to. */
const TARGET: Target = { subscriptionId: '11111111-2222-4333-8444-555555555555', resourceGroup: 'rg-ml' };

/** What a deployment works out; what depends on different things is different. */
const FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  extensionResourceId: joined,
  guid: (...parts) => Buffer.from(joined(...parts)).toString('hex'),
  listKeys: (...parts) => ({ primaryConnectionString: joined(...parts), primarySharedKey: joined(...parts) }),
  reference: (...parts) => {
    const identity = { principalId: `of ${joined(...parts)}` };
    return { identity, aksAssignedIdentity: identity, customerId: joined(...parts) };
  },
  resourceId: joined,
};

function joined(...parts: readonly ArmValue[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('/');
}

/**
 * The resources that a template creates in the group `rg-ml`, those of its nested deployments among them.
 * @param template - the template
 * @param known - the values of its parameters
 */
export function deployedResources(template: ArmTemplate, known: (name: string) => string): DeployedResource[] {
  const values = Object.fromEntries(Object.keys(template.parameters).map((name) => [name, known(name)]));
  const resources = evaluateTemplate(template.resources, { ...FUNCTIONS, ...parameters(values) });
  return (resources as unknown as readonly TemplateResource[]).flatMap((resource) => deployed(resource, TARGET));
}

function deployed(resource: TemplateResource, target: Target): DeployedResource[] {
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
