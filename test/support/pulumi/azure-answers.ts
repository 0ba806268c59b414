import type { ProviderAnswers, Registration } from './fake-engine';
import { UNKNOWN } from './wire-values';

const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444';

/** The id of a cluster in the resource group of the tests. */
export function clusterId(
  provider: 'Microsoft.ContainerService/managedClusters' | 'Microsoft.Kubernetes/connectedClusters',
): string {
  return `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-ml/providers/${provider}/ml`;
}

/** What azure-native adds to the inputs of the resources that the components make. */
export const AZURE_ANSWERS: ProviderAnswers = {
  state: (resource) => STATES[resource.type]?.(resource),
  id: ({ type, inputs }) => {
    const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${String(inputs['resourceGroupName'])}/providers`;
    const relay = `${group}/Microsoft.Relay/namespaces/${String(inputs['namespaceName'])}`;
    const cluster = `${group}/Microsoft.ContainerService/managedClusters/${String(inputs['resourceName'])}`;
    if (type === 'azure-native:relay:Namespace') return relay;
    return type === 'azure-native:containerservice:ManagedCluster' ? cluster : undefined;
  },
  invoke: (token) => INVOKES[token] ?? {},
};

/** The same in a preview of what is not there yet: what Azure fills in is not known. */
export const AZURE_PREVIEW: ProviderAnswers = {
  ...AZURE_ANSWERS,
  state: ({ type }) => (type in STATES ? { ...UNKNOWN_OUTPUTS } : undefined),
};

const UNKNOWN_OUTPUTS = {
  name: UNKNOWN,
  currentVersion: UNKNOWN,
  oidcIssuerProfile: { enabled: true, issuerURL: UNKNOWN },
  identity: { type: 'SystemAssigned', principalId: UNKNOWN },
  aksAssignedIdentity: { principalId: UNKNOWN },
};

type StateOf = (resource: Registration) => Readonly<Record<string, unknown>>;

const STATES: Readonly<Record<string, StateOf>> = {
  'azure-native:containerservice:ManagedCluster': ({ inputs }) => ({
    name: inputs['resourceName'],
    oidcIssuerProfile: { enabled: true, issuerURL: 'https://issuer.contoso.com' },
  }),
  'azure-native:kubernetesconfiguration:Extension': ({ inputs }) => ({
    name: inputs['extensionName'],
    currentVersion: '1.1.88',
    aksAssignedIdentity: { principalId: 'principal-of-aks' },
    identity: { type: 'SystemAssigned', principalId: 'principal-of-arc' },
  }),
  'azure-native:machinelearningservices:Compute': ({ inputs }) => ({
    name: inputs['computeName'],
    identity: { type: 'SystemAssigned', principalId: 'principal-of-compute' },
  }),
  'azure-native:operationalinsights:Workspace': ({ inputs }) => ({
    name: inputs['workspaceName'],
    customerId: 'the customer',
  }),
  'azure-native:relay:Namespace': ({ inputs }) => ({ name: inputs['namespaceName'] }),
  'azure-native:relay:HybridConnection': ({ inputs }) => ({ name: inputs['hybridConnectionName'] }),
  'azure-native:relay:HybridConnectionAuthorizationRule': ({ inputs }) => ({ name: inputs['authorizationRuleName'] }),
};

const INVOKES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'azure-native:containerservice:listManagedClusterUserCredentials': {
    kubeconfigs: [{ name: 'clusterUser', value: Buffer.from('the kubeconfig').toString('base64') }],
  },
  'azure-native:containerservice:getManagedCluster': { location: 'westeurope' },
  'azure-native:kubernetes:getConnectedCluster': { location: 'northeurope' },
  'azure-native:operationalinsights:getSharedKeys': { primarySharedKey: 'the shared key' },
  'azure-native:relay:listNamespaceKeys': { primaryConnectionString: 'the connection string' },
  'azure-native:relay:listHybridConnectionKeys': { primaryConnectionString: 'the connection string' },
};
