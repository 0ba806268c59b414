import type { Properties } from '../provider/wire';

/**
 * What an output of a resource is: `value` for what has no inner structure to azure-native (text, numbers, lists, maps,
 * unions), otherwise its properties. A preview knows only as much of it as the inputs say.
 */
export type Shape = 'value' | { readonly [property: string]: Shape };

/** What azure-native knows of a type of resource: its metadata of the service's API description, as far as used here. */
export interface ResourceType {
  readonly apiVersion: string;

  /** The path of the resource; what stands in braces are inputs, but for the subscription of the configuration. */
  readonly path: string;

  /** Which of the inputs names the resource, and how azure-native names it when the program does not. */
  readonly name: { readonly input: string; readonly auto: 'copy' | 'random' | 'uuid' };

  /** The inputs that cannot change in place besides those of the path (`forceNew` in azure-native's metadata). */
  readonly forceNew: readonly string[];

  /** The outputs that are inputs too, but for what is in the path. */
  readonly settable: { readonly [property: string]: Shape };

  /** The other outputs. */
  readonly readOnly: { readonly [property: string]: Shape };
}

const SUBSCRIPTION = '/subscriptions/{subscriptionId}';
const GROUP = `${SUBSCRIPTION}/resourceGroups/{resourceGroupName}`;

const IDENTITY = { type: 'value', principalId: 'value', tenantId: 'value' } as const;
const COMMON = valuesOf('name', 'type', 'azureApiVersion', 'systemData', 'provisioningState');

function valuesOf<Name extends string>(...names: readonly Name[]): Readonly<Record<Name, 'value'>> {
  return Object.fromEntries(names.map((name) => [name, 'value'])) as Record<Name, 'value'>;
}

/**
 * The types that the library creates. Versions, paths and outputs are those of the classes of `@pulumi/azure-native`
 * 3.28.0; which inputs are immutable is from its documentation of each class and `x-ms-mutability` of the service's
 * description.
 */
const RESOURCE_TYPES = {
  'azure-native:kubernetesconfiguration:Extension': {
    apiVersion: '2023-05-01',
    path: `${GROUP}/providers/{clusterRp}/{clusterResourceName}/{clusterName}/providers/Microsoft.KubernetesConfiguration/extensions/{extensionName}`,
    name: { input: 'extensionName', auto: 'random' },
    // Nothing but the path: the description has no x-ms-mutability.
    forceNew: [],
    settable: {
      ...valuesOf('extensionType', 'autoUpgradeMinorVersion', 'releaseTrain', 'version', 'plan', 'statuses'),
      ...valuesOf('configurationSettings', 'configurationProtectedSettings'),
      scope: { cluster: { releaseNamespace: 'value' }, namespace: { targetNamespace: 'value' } },
      identity: IDENTITY,
      aksAssignedIdentity: IDENTITY,
    },
    readOnly: {
      ...COMMON,
      ...valuesOf('currentVersion', 'customLocationSettings', 'errorInfo', 'isSystemExtension', 'packageUri'),
    },
  },
  'azure-native:containerservice:ManagedCluster': {
    apiVersion: '2025-09-01',
    path: `${GROUP}/providers/Microsoft.ContainerService/managedClusters/{resourceName}`,
    name: { input: 'resourceName', auto: 'random' },
    forceNew: ['location', 'dnsPrefix', 'nodeResourceGroup', 'linuxProfile', 'diskEncryptionSetID'],
    settable: {
      ...valuesOf('location', 'tags', 'sku', 'dnsPrefix', 'kubernetesVersion', 'agentPoolProfiles', 'networkProfile'),
      ...valuesOf('identityProfile', 'nodeResourceGroup', 'storageProfile', 'securityProfile', 'aadProfile'),
      ...valuesOf('apiServerAccessProfile', 'autoUpgradeProfile', 'disableLocalAccounts', 'enableRBAC'),
      ...valuesOf('addonProfiles', 'autoScalerProfile', 'supportPlan', 'publicNetworkAccess'),
      identity: { ...IDENTITY, userAssignedIdentities: 'value' },
      oidcIssuerProfile: { enabled: 'value', issuerURL: 'value' },
    },
    readOnly: { ...COMMON, ...valuesOf('currentKubernetesVersion', 'fqdn', 'powerState', 'maxAgentPools') },
  },
  'azure-native:containerservice:AgentPool': {
    apiVersion: '2025-09-01',
    path: `${GROUP}/providers/Microsoft.ContainerService/managedClusters/{resourceName}/agentPools/{agentPoolName}`,
    name: { input: 'agentPoolName', auto: 'copy' },
    forceNew: ['vmSize', 'gpuInstanceProfile'],
    settable: {
      ...valuesOf('count', 'minCount', 'maxCount', 'enableAutoScaling', 'mode', 'osType', 'osSKU', 'osDiskSizeGB'),
      ...valuesOf('osDiskType', 'vmSize', 'nodeLabels', 'nodeTaints', 'maxPods', 'orchestratorVersion', 'tags'),
      ...valuesOf('scaleSetPriority', 'scaleSetEvictionPolicy', 'spotMaxPrice', 'gpuInstanceProfile', 'gpuProfile'),
      ...valuesOf('availabilityZones', 'vnetSubnetID', 'podSubnetID', 'upgradeSettings', 'powerState'),
    },
    readOnly: { ...COMMON, ...valuesOf('currentOrchestratorVersion', 'nodeImageVersion', 'eTag') },
  },
  'azure-native:machinelearningservices:Compute': {
    apiVersion: '2025-12-01',
    path: `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/{workspaceName}/computes/{computeName}`,
    name: { input: 'computeName', auto: 'copy' },
    forceNew: [],
    settable: {
      ...valuesOf('location', 'sku', 'tags', 'properties'),
      identity: { ...IDENTITY, userAssignedIdentities: 'value' },
    },
    readOnly: valuesOf('name', 'type', 'azureApiVersion', 'systemData'),
  },
  'azure-native:authorization:RoleAssignment': {
    apiVersion: '2022-04-01',
    path: '/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}',
    name: { input: 'roleAssignmentName', auto: 'uuid' },
    forceNew: ['principalId'],
    settable: {
      ...valuesOf('roleDefinitionId', 'principalId', 'principalType', 'description', 'condition', 'conditionVersion'),
      delegatedManagedIdentityResourceId: 'value',
    },
    readOnly: {
      ...valuesOf('name', 'type', 'azureApiVersion', 'scope', 'createdBy', 'createdOn', 'updatedBy', 'updatedOn'),
    },
  },
  'azure-native:relay:Namespace': {
    apiVersion: '2024-01-01',
    path: `${GROUP}/providers/Microsoft.Relay/namespaces/{namespaceName}`,
    name: { input: 'namespaceName', auto: 'random' },
    forceNew: ['location'],
    settable: valuesOf('location', 'tags', 'sku', 'publicNetworkAccess', 'privateEndpointConnections'),
    readOnly: { ...COMMON, ...valuesOf('metricId', 'serviceBusEndpoint', 'status', 'createdAt', 'updatedAt') },
  },
  'azure-native:relay:HybridConnection': {
    apiVersion: '2024-01-01',
    path: `${GROUP}/providers/Microsoft.Relay/namespaces/{namespaceName}/hybridConnections/{hybridConnectionName}`,
    name: { input: 'hybridConnectionName', auto: 'copy' },
    forceNew: ['requiresClientAuthorization'],
    settable: valuesOf('requiresClientAuthorization', 'userMetadata'),
    readOnly: { ...COMMON, ...valuesOf('location', 'listenerCount', 'createdAt', 'updatedAt') },
  },
  'azure-native:relay:HybridConnectionAuthorizationRule': {
    apiVersion: '2024-01-01',
    path: `${GROUP}/providers/Microsoft.Relay/namespaces/{namespaceName}/hybridConnections/{hybridConnectionName}/authorizationRules/{authorizationRuleName}`,
    name: { input: 'authorizationRuleName', auto: 'copy' },
    forceNew: [],
    settable: valuesOf('rights'),
    readOnly: { ...COMMON, location: 'value' },
  },
} as const satisfies Readonly<Record<string, ResourceType>>;

/** The type of a token; aliases of older versions are no tokens here. */
export function resourceTypeOf(token: string): ResourceType {
  const type = (RESOURCE_TYPES as Readonly<Record<string, ResourceType>>)[token];
  if (type === undefined) throw new Error(`Resource type ${token} not found`);
  return type;
}

/** The inputs in the path of a type. */
export function pathInputsOf({ path }: ResourceType): string[] {
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
  return names.filter((name) => name !== 'subscriptionId');
}

/** Properties inside of inputs that Azure writes and nobody else. */
const READ_ONLY_INSIDE: readonly string[] = ['principalId', 'tenantId', 'issuerURL'];

/** What of a resource's outputs could be its inputs (SdkOutputsToSdkInputs in provider/pkg/convert). */
export function inputsAmong({ settable }: ResourceType, outputs: Properties): Properties {
  const entries = Object.entries(settable).map(([name, shape]): [string, unknown] => {
    const value = outputs[name];
    if (shape === 'value' || typeof value !== 'object' || value === null) return [name, value];
    return [name, Object.fromEntries(Object.entries(value).filter(([key]) => !READ_ONLY_INSIDE.includes(key)))];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
