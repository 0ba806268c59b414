import { withExplicitDefaults } from 'azureml-kubernetes';
import { idOf, type DeployedResource } from '../deployed-resources';
import { SUBSCRIPTION } from '../attach';
import { AZURE_ANSWERS } from '../pulumi/azure-answers';
import type { ProviderAnswers, Registration } from '../pulumi/fake-engine';
import { revealed } from '../pulumi/wire-values';

/** What is sent to Azure about a resource, as templates and Pulumi both have it. */
export interface AzureRequest {
  /** The id below the subscription, which Pulumi has from its provider; of a role assignment, what the role is for. */
  readonly id: string;
  /** What is sent, the properties of `properties` among the others. */
  readonly body: Data;
}

type Data = Readonly<Record<string, unknown>>;

/** A resource of azure-native. */
interface AzureNativeType {
  /** The path of its requests below the subscription, with the inputs that it is made of. */
  readonly path: string;
  /** What its SDK adds when nothing is said, as Azure does by itself. */
  readonly added?: Data;
}

const RELAY = '/resourceGroups/{resourceGroupName}/providers/Microsoft.Relay/namespaces/{namespaceName}';
const ON_CLUSTER = '{clusterRp}/{clusterResourceName}/{clusterName}/providers/Microsoft.KubernetesConfiguration';
const ROLES = '/providers/Microsoft.Authorization/roleAssignments';

const TYPES: Readonly<Record<string, AzureNativeType>> = {
  'azure-native:authorization:RoleAssignment': { path: `{scope}${ROLES}` },
  'azure-native:containerservice:AgentPool': {
    path: '/resourceGroups/{resourceGroupName}/providers/Microsoft.ContainerService/managedClusters/{resourceName}/agentPools/{agentPoolName}',
  },
  'azure-native:kubernetesconfiguration:Extension': {
    path: `/resourceGroups/{resourceGroupName}/providers/${ON_CLUSTER}/extensions/{extensionName}`,
    added: { releaseTrain: 'Stable' },
  },
  'azure-native:machinelearningservices:Compute': {
    path: '/resourceGroups/{resourceGroupName}/providers/Microsoft.MachineLearningServices/workspaces/{workspaceName}/computes/{computeName}',
  },
  'azure-native:operationalinsights:Workspace': {
    path: '/resourceGroups/{resourceGroupName}/providers/Microsoft.OperationalInsights/workspaces/{workspaceName}',
  },
  'azure-native:relay:HybridConnection': { path: `${RELAY}/hybridConnections/{hybridConnectionName}` },
  'azure-native:relay:HybridConnectionAuthorizationRule': {
    path: `${RELAY}/hybridConnections/{hybridConnectionName}/authorizationRules/{authorizationRuleName}`,
  },
  'azure-native:relay:Namespace': { path: RELAY, added: { publicNetworkAccess: 'Enabled' } },
};

/** The requests of the resources of Azure that a program registered. */
export function requestsOfProgram(resources: readonly Registration[]): AzureRequest[] {
  return resources.flatMap(({ type, inputs }) => {
    const known = TYPES[type];
    return known === undefined ? [] : [requestOf(known, revealed(inputs) as Data)];
  });
}

function requestOf({ path, added = {} }: AzureNativeType, inputs: Data): AzureRequest {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const sent = Object.entries(inputs).filter(([name, value]) => !names.includes(name) && added[name] !== value);
  return {
    id: filled(path, inputs),
    body: Object.fromEntries(sent),
  };
}

/** Azure as a program finds it, with the answers of the stand-in for deployments. */
export const SAME_AZURE: ProviderAnswers = {
  ...AZURE_ANSWERS,
  id: ({ type, inputs }) => {
    const known = TYPES[type];
    return known === undefined ? undefined : `${SUBSCRIPTION}${requestOf(known, inputs).id}`;
  },
  state: (resource) => {
    const { inputs, type } = resource;
    if (type.endsWith(':Workspace')) {
      return { name: inputs['workspaceName'], customerId: logAnalyticsOf(inputs) };
    }
    const known = TYPES[type];
    if (!type.endsWith(':Compute') || known === undefined) return AZURE_ANSWERS.state?.(resource);
    return { identity: { type: 'SystemAssigned', principalId: `of ${requestOf(known, inputs).id}` } };
  },
  invoke: (token, args) => KEYS[token]?.(args) ?? AZURE_ANSWERS.invoke?.(token, args) ?? {},
};

const RULES = 'Microsoft.Relay/namespaces/hybridConnections/authorizationRules';

/** The keys of resources, named after what they belong to. */
const KEYS: Readonly<Record<string, (args: Data) => Data>> = {
  'azure-native:operationalinsights:getSharedKeys': (args) => ({ primarySharedKey: logAnalyticsOf(args) }),
  'azure-native:relay:listHybridConnectionKeys': (args) => {
    const names = ['namespaceName', 'hybridConnectionName', 'authorizationRuleName'].map((name) => args[name]);
    return { primaryConnectionString: [RULES, ...names].join('/') };
  },
  'azure-native:relay:listNamespaceKeys': (args) => ({
    primaryConnectionString: filled(`${RELAY}/authorizationRules/{authorizationRuleName}`, args),
  }),
};

function logAnalyticsOf({ workspaceName }: Data): string {
  return `Microsoft.OperationalInsights/workspaces/${String(workspaceName)}`;
}

function filled(path: string, names: Data): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(names[name]));
}

/**
 * The requests of a deployment.
 * @param resources - what it creates
 * @param target - the resource group that it is deployed to; by default the one of the tests
 */
export function requestsOfDeployment(resources: readonly DeployedResource[], target?: string): AzureRequest[] {
  return resources.map((resource) => {
    const { type, body, scope, resourceGroup } = resource;
    if (type === 'Microsoft.Authorization/roleAssignments') {
      return { id: `${String(scope)}${ROLES}`, body: workedOut(body.properties) };
    }
    const id = idOf({ ...resource, resourceGroup: target ?? resourceGroup });
    return { id: id.replace(/^\/subscriptions\/[^/]+/, ''), body: workedOut(flat(resource)) };
  });
}

/** Properties stand beside the others, but for those of a compute; identities are a list. */
function flat({ type, body }: DeployedResource): Data {
  const { properties, ...general } = body;
  if (type !== 'Microsoft.MachineLearningServices/workspaces/computes') return { ...general, ...properties };
  const { identity } = body as { readonly identity?: { readonly userAssignedIdentities?: object } };
  if (identity?.userAssignedIdentities === undefined) return body;
  const userAssignedIdentities = Object.keys(identity.userAssignedIdentities);
  return { ...body, identity: { ...identity, userAssignedIdentities } };
}

/** What a deployment works out about other resources, without their subscription and the version of the API. */
function workedOut<Value>(value: Value): Value {
  const text = JSON.stringify(value)
    .replaceAll(/"of \/subscriptions\/[^/]+(\/[^"]+)\/[^/]+\/Full"/g, '"of $1"')
    .replaceAll(/"\/subscriptions\/[^/]+(\/[^"]+\/authorizationRules\/\w+)\/[^"/]+"/g, '"$1"')
    .replaceAll(/"(Microsoft\.(?:Relay|OperationalInsights)\/[^"]+)\/[^"/]+"/g, '"$1"');
  return JSON.parse(text) as Value;
}

/** A request with the defaults that Pulumi says too, since an update takes no setting away. */
export function sayingDefaults({ id, body }: AzureRequest): AzureRequest {
  const { configurationSettings, ...rest } = body;
  if (configurationSettings === undefined) return { id, body };
  const settings = configurationSettings as Readonly<Record<string, string>>;
  return { id, body: { ...rest, configurationSettings: withExplicitDefaults(settings) } };
}

/** Requests in an order that does not depend on who sends them. */
export function inOrder(requests: readonly AzureRequest[]): AzureRequest[] {
  const keyed = requests.map((request): [string, AzureRequest] => [JSON.stringify(sorted(request)), request]);
  return keyed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, request]) => request);
}

/** Data with the keys of objects in order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
