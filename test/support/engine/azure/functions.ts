import type { Cloud, CloudResource } from '../cloud';
import type { Properties } from '../provider/wire';
import { idOf } from './names';
import { resourceTypeOf, type ResourceType } from './resource-types';
import { guidOf } from './service';

interface Call {
  readonly cloud: Cloud;
  readonly args: Properties;
  readonly subscriptionId: string;
}

const CLUSTER = 'azure-native:containerservice:ManagedCluster';
const NAMESPACE = 'azure-native:relay:Namespace';
const RULE = 'azure-native:relay:HybridConnectionAuthorizationRule';

/** The functions that are no reading of a resource. */
const FUNCTIONS: Readonly<Record<string, (call: Call) => Properties>> = {
  'azure-native:authorization:getClientConfig': ({ subscriptionId }) => ({
    clientId: guidOf('client'),
    objectId: guidOf('object'),
    subscriptionId,
    tenantId: guidOf('tenant'),
  }),
  'azure-native:containerservice:listManagedClusterUserCredentials': kubeconfigs,
  'azure-native:containerservice:listManagedClusterAdminCredentials': kubeconfigs,
  'azure-native:relay:listNamespaceKeys': (call) => keysOf(existing(call, NAMESPACE).id),
  'azure-native:relay:listHybridConnectionKeys': (call) => keysOf(existing(call, RULE).id),
};

/** Answers a function of azure-native: `list…`, or `get…` for any type of resource that the stand-in knows. */
export function invoke(cloud: Cloud, token: string, args: Properties, subscriptionId: string): Properties {
  const call = { cloud, args, subscriptionId };
  const answer = FUNCTIONS[token];
  if (answer !== undefined) return answer(call);
  const [, getter, name] = /^(azure-native:\w+:)get(\w+)$/.exec(token) ?? [];
  if (getter === undefined || name === undefined) throw new Error(`Invoke type ${token} not found`);
  const { id, body } = existing(call, getter + name);
  return { ...body, id };
}

function existing({ cloud, args, subscriptionId }: Call, token: string): CloudResource {
  const type: ResourceType = resourceTypeOf(token);
  const id = idOf(type, args, subscriptionId);
  const found = cloud.find(id);
  if (found === undefined) throw new Error(`request failed ${id}: Status=404 Code="ResourceNotFound"`);
  return found;
}

/** The credentials of the one control plane there is. */
function kubeconfigs(call: Call): Properties {
  existing(call, CLUSTER);
  const kubeconfig = process.env['ENGINE_TEST_KUBECONFIG'] ?? '';
  return { kubeconfigs: [{ name: 'clusterUser', value: Buffer.from(kubeconfig).toString('base64') }] };
}

/** The keys of an authorization rule. */
export function keysOf(id: string) {
  const [primaryKey, secondaryKey] = [`${guidOf(`${id} 1`)}=`, `${guidOf(`${id} 2`)}=`];
  const namespace = /namespaces\/([^/]+)/i.exec(id)?.[1] ?? '';
  const rule = id.split('/').at(-1) ?? '';
  const text = (key: string) =>
    `Endpoint=sb://${namespace}.servicebus.windows.net/;SharedAccessKeyName=${rule};SharedAccessKey=${key}`;
  return {
    keyName: rule,
    primaryKey,
    secondaryKey,
    primaryConnectionString: text(primaryKey),
    secondaryConnectionString: text(secondaryKey),
  };
}
