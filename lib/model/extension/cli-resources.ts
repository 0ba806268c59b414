import { deferred, lowerCase } from '../deferred';
import { issue, type Issue } from '../issues';
import { SecretValue } from '../secret';
import type { AzureResourceState, CliAzure, CliCluster } from './cli-input';
import { isTruthy, isWord, type CliMaps } from './cli-values';
import { cliResourceName, clusterNameIssues, type CliNamedResource } from './relay-name';

/** A resource that the Azure CLI creates beside the extension. */
export type CliResource =
  | (CliRegionalResource & { readonly kind: 'logAnalyticsWorkspace' })
  | (CliRegionalResource & { readonly kind: 'relayNamespace' })
  | { readonly kind: 'hybridConnection'; readonly name: string; readonly requiresClientAuthorization: boolean }
  | { readonly kind: 'hybridConnectionAuthorizationRule'; readonly name: string; readonly rights: readonly string[] }
  | (CliRegionalResource & { readonly kind: 'serviceBusNamespace'; readonly sku: string })
  | CliServiceBusTopic
  | CliServiceBusSubscription;

/** What the resources have in common that stand in a region. */
export interface CliRegionalResource {
  readonly name: string;
  /** The region of the cluster, in lower case. */
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A topic of the service bus. */
export interface CliServiceBusTopic {
  readonly kind: 'serviceBusTopic';
  readonly name: string;
  readonly maxSizeInMegabytes: number;
  /** An ISO 8601 duration. */
  readonly defaultMessageTimeToLive: string;
}

/** A subscription to a topic of the service bus. */
export interface CliServiceBusSubscription {
  readonly kind: 'serviceBusSubscription';
  readonly topic: string;
  readonly name: string;
  readonly maxDeliveryCount: number;
  /** An ISO 8601 duration. */
  readonly defaultMessageTimeToLive: string;
  /** An ISO 8601 duration. */
  readonly lockDuration: string;
}

/** What the resources beside the cluster add to the settings, or why they cannot be had. */
export interface NeededResources {
  readonly maps: CliMaps;
  readonly creates: readonly CliResource[];
  readonly issues: readonly Issue[];
}

/** The readable and protected keys around the three resources. */
export const RESOURCE_KEYS = {
  relay: { enabled: 'relayserver.enabled', connection: 'relayServerConnectionString' },
  serviceBus: { enabled: 'servicebus.enabled', connection: 'serviceBusConnectionString' },
  logAnalytics: { enabled: 'logAnalyticsWS', connection: 'azure_log_analytics.connection_string' },
} as const;

/** The names of the deferred values that a deployment reads from the resources beside the cluster. */
export const DEPLOYED_VALUES = {
  relayConnection: 'relay-connection-string',
  serviceBusConnection: 'service-bus-connection-string',
  logAnalyticsKey: 'log-analytics-shared-key',
  logAnalyticsCustomer: 'log-analytics-customer-id',
} as const;

/** The rule of a relay whose connection string the extension takes. */
export const RELAY_RULE = 'azureml_rw';

/** The tier of every relay, which the Azure CLI leaves to the service. */
export const RELAY_SKU = { name: 'Standard', tier: 'Standard' } as const;

/** How a workspace of Log Analytics is charged, which the Azure CLI leaves to the service. */
export const LOG_ANALYTICS_SKU = { name: 'PerGB2018' } as const;

const TAGS = { created_by: 'Azure Arc-enabled ML' } as const;

/** The topics of the service bus and who subscribes to them. */
const TOPICS = [
  ['computestate-updatedby-computeprovider', 'compute-scheduler-computestate'],
  ['jobstate-updatedby-computeprovider', 'compute-scheduler-jobstate'],
] as const;

const UNREADABLE = {
  logAnalytics: 'derivation/log-analytics-unreadable',
  relay: 'derivation/relay-unreadable',
  serviceBus: 'derivation/service-bus-unreadable',
} as const;

/** In the order in which the Azure CLI creates them. */
const NAMED_RESOURCES = ['logAnalytics', 'relay', 'serviceBus'] as const;

/** Adds what the resources bring that an install needs, and says which of them are created. */
export function needResources(maps: CliMaps, cluster: CliCluster, azure: CliAzure = {}): NeededResources {
  const needed = NAMED_RESOURCES.filter((resource) => isNeeded(resource, maps));
  const found = needed.map((resource) => ({ resource, state: azure[resource] ?? 'absent' }));
  const issues = found.flatMap(({ resource, state }) => stateIssues(resource, state, cluster));
  if (issues.length > 0) return { maps, creates: [], issues };
  return {
    maps: {
      settings: needed.reduce((all, resource) => ({ ...all, ...readable(resource, cluster, azure) }), maps.settings),
      protected: { ...maps.protected, ...connections(needed, azure) },
    },
    creates: found.flatMap(({ resource, state }) => (state === 'absent' ? created(resource, cluster) : [])),
    issues,
  };
}

/** The connection strings of some resources, under the keys by which they are given. */
export function connections(resources: readonly CliNamedResource[], azure: CliAzure): Record<string, SecretValue> {
  return Object.fromEntries(
    resources.map((resource) => [RESOURCE_KEYS[resource].connection, connection(resource, azure)]),
  );
}

function isNeeded(resource: CliNamedResource, { settings, protected: protectedSettings }: CliMaps): boolean {
  const keys = RESOURCE_KEYS[resource];
  const isOn =
    resource === 'logAnalytics' ? isWord(settings[keys.enabled], 'true') : !isWord(settings[keys.enabled], 'false');
  return isOn && !isTruthy(settings[keys.connection]) && !isTruthy(protectedSettings[keys.connection]);
}

function stateIssues(resource: CliNamedResource, state: AzureResourceState, cluster: CliCluster): Issue[] {
  const path = ['azure', resource];
  return state === 'forbidden' ? [issue(UNREADABLE[resource], path, { received: state })] : clusterNameIssues(cluster);
}

function connection(resource: CliNamedResource, azure: CliAzure): SecretValue {
  switch (resource) {
    case 'relay':
      return azure.relayConnectionString ?? deployedRelayConnection();
    case 'serviceBus':
      return azure.serviceBusConnectionString ?? answered(DEPLOYED_VALUES.serviceBusConnection);
    case 'logAnalytics':
      return azure.logAnalyticsSharedKey ?? answered(DEPLOYED_VALUES.logAnalyticsKey);
  }
}

/** The connection string of a relay that the deployment reads. */
export function deployedRelayConnection(): SecretValue {
  return answered(DEPLOYED_VALUES.relayConnection);
}

function answered(name: string): SecretValue {
  return SecretValue.of(deferred(name, { secret: true, known: 'deployment-run' }));
}

function readable(resource: CliNamedResource, cluster: CliCluster, azure: CliAzure): Record<string, unknown> {
  const group = `/subscriptions/${cluster.subscriptionId}/resourceGroups/${cluster.resourceGroup}`;
  const name = cliResourceName(resource, cluster);
  switch (resource) {
    case 'relay':
      return {
        'relayserver.hybridConnectionResourceID': `${group}/providers/Microsoft.Relay/namespaces/${name}/hybridConnections/${cluster.name}`,
        'relayserver.hybridConnectionName': cluster.name,
      };
    case 'serviceBus':
      return {
        'servicebus.resourceID': `${group}/providers/Microsoft.ServiceBus/namespaces/${name}`,
        ...Object.fromEntries(TOPICS.map(([topic, to]) => [`servicebus.topicSubMapping.${topic}`, to])),
      };
    case 'logAnalytics':
      return {
        'azure_log_analytics.enabled': true,
        'azure_log_analytics.customer_id':
          azure.logAnalyticsCustomerId ?? deferred(DEPLOYED_VALUES.logAnalyticsCustomer, { known: 'deployment-run' }),
      };
  }
}

function created(resource: CliNamedResource, cluster: CliCluster): readonly CliResource[] {
  const inRegion = {
    name: cliResourceName(resource, cluster),
    location: lowerCase(cluster.location),
    tags: TAGS,
  };
  switch (resource) {
    case 'logAnalytics':
      return [{ kind: 'logAnalyticsWorkspace', ...inRegion }];
    case 'relay':
      return [
        { kind: 'relayNamespace', ...inRegion },
        { kind: 'hybridConnection', name: cluster.name, requiresClientAuthorization: true },
        { kind: 'hybridConnectionAuthorizationRule', name: RELAY_RULE, rights: ['Manage', 'Send', 'Listen'] },
      ];
    case 'serviceBus':
      return [{ kind: 'serviceBusNamespace', ...inRegion, sku: 'standard' }, ...TOPICS.flatMap(topicAndSubscription)];
  }
}

function topicAndSubscription([topic, name]: (typeof TOPICS)[number]): readonly CliResource[] {
  return [
    { kind: 'serviceBusTopic', name: topic, maxSizeInMegabytes: 5120, defaultMessageTimeToLive: 'P60D' },
    {
      kind: 'serviceBusSubscription',
      topic,
      name,
      maxDeliveryCount: 1,
      defaultMessageTimeToLive: 'P14D',
      lockDuration: 'PT30S',
    },
  ];
}
