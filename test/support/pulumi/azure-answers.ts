import type { ProviderAnswers, Registration } from './fake-engine';

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
  id: ({ type, inputs }) =>
    type === 'azure-native:containerservice:ManagedCluster'
      ? `/subscriptions/${SUBSCRIPTION}/resourceGroups/${String(inputs['resourceGroupName'])}/providers/Microsoft.ContainerService/managedClusters/${String(inputs['resourceName'])}`
      : undefined,
  invoke: (token) => INVOKES[token] ?? {},
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
  'azure-native:relay:listHybridConnectionKeys': { primaryConnectionString: 'the connection string' },
};
