import * as fc from 'fast-check';
import {
  deferred,
  revealSecret,
  SecretValue,
  substituteDeferredIn,
  wireSettings,
  type ClusterSpec,
  type ExtensionSpec,
} from 'azureml-kubernetes';
import { extensionTemplate, type ArmTemplate, type ExtensionTemplateSpec } from 'azureml-kubernetes/arm';
import { evaluateTemplate, parameters } from '../../support/arm-evaluator';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificates';
import { CONNECTION, deployedValues, LIVE_FUNCTIONS } from '../../support/deployed-values';
import { errorMessage } from '../../support/error-message';
import { deployments } from '../../support/extension-arbitraries';

const GROUP = '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-ml';
const AKS_ID = `${GROUP}/providers/Microsoft.ContainerService/managedClusters/ml`;
const ARC_ID = `${GROUP}/providers/Microsoft.Kubernetes/connectedClusters/ml`;
const AKS: ClusterSpec = {
  kind: 'aks',
  resourceId: AKS_ID,
  location: 'westeurope',
};
const ARC: ClusterSpec = {
  kind: 'arc',
  resourceId: ARC_ID,
  location: 'westeurope',
};
const TRAINING: ExtensionSpec = { name: 'azureml', enableTraining: true };
const HTTPS: ExtensionSpec = {
  name: 'azureml',
  enableInference: {
    inferenceRouterServiceType: 'LoadBalancer',
    https: { sslCname: 'ml.contoso.com', certificate: CERTIFICATE, key: SecretValue.of(PRIVATE_KEY) },
  },
};

interface ExtensionResource {
  readonly type: string;
  readonly identity?: unknown;
  readonly dependsOn?: readonly string[];
  readonly properties: {
    readonly configurationSettings: Readonly<Record<string, string>>;
    readonly configurationProtectedSettings?: Readonly<Record<string, string>>;
  };
}

function extensionOf(template: ArmTemplate): ExtensionResource {
  const resources = template.resources as unknown as readonly ExtensionResource[];
  const found = resources.find(({ type }) => type === 'Microsoft.KubernetesConfiguration/extensions');
  if (found === undefined) throw new Error('no extension in the template');
  return found;
}

function templateOf(spec: ExtensionTemplateSpec): ArmTemplate {
  return extensionTemplate(spec).template;
}

describe('the template of the extension', () => {
  test('holds the extension on a cluster of AKS, without identity, and its outputs', () => {
    expect(extensionTemplate({ cluster: AKS, extension: TRAINING })).toStrictEqual({
      template: {
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
        contentVersion: '1.0.0.0',
        parameters: {},
        resources: [
          {
            type: 'Microsoft.KubernetesConfiguration/extensions',
            apiVersion: '2023-05-01',
            name: 'azureml',
            scope: AKS_ID,
            properties: {
              extensionType: 'microsoft.azureml.kubernetes',
              autoUpgradeMinorVersion: true,
              releaseTrain: 'stable',
              scope: { cluster: { releaseNamespace: 'azureml' } },
              configurationSettings: wireSettings(TRAINING, AKS).settings,
            },
          },
        ],
        outputs: {
          extensionId: {
            type: 'string',
            value: `[extensionResourceId('${AKS_ID}', 'Microsoft.KubernetesConfiguration/extensions', 'azureml')]`,
          },
          version: {
            type: 'string',
            value: `[reference(extensionResourceId('${AKS_ID}', 'Microsoft.KubernetesConfiguration/extensions', 'azureml'), '2023-05-01').currentVersion]`,
          },
          state: {
            type: 'string',
            value: `[reference(extensionResourceId('${AKS_ID}', 'Microsoft.KubernetesConfiguration/extensions', 'azureml'), '2023-05-01').provisioningState]`,
          },
          principalId: {
            type: 'string',
            value: `[reference(extensionResourceId('${AKS_ID}', 'Microsoft.KubernetesConfiguration/extensions', 'azureml'), '2023-05-01').aksAssignedIdentity.principalId]`,
          },
        },
      },
      parameters: {
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
        contentVersion: '1.0.0.0',
        parameters: {},
      },
    });
  });

  test('makes the relay on Arc, asks for an identity, and reads the connection string while it is deployed', () => {
    const template = templateOf({ cluster: ARC, extension: TRAINING });
    const name = wireSettings(TRAINING, ARC).createsInAzure[0];
    const relay = name !== undefined && 'name' in name ? name.name : '';
    const rule = `resourceId('Microsoft.Relay/namespaces/hybridConnections/authorizationRules', '${relay}', 'ml', 'azureml_rw')`;

    expect(template.resources.slice(0, -1)).toStrictEqual([
      {
        type: 'Microsoft.Relay/namespaces',
        apiVersion: '2021-11-01',
        name: relay,
        location: 'westeurope',
        tags: { created_by: 'Azure Arc-enabled ML' },
        sku: { name: 'Standard', tier: 'Standard' },
        properties: {},
      },
      {
        type: 'Microsoft.Relay/namespaces/hybridConnections',
        apiVersion: '2021-11-01',
        name: `${relay}/ml`,
        dependsOn: [`[resourceId('Microsoft.Relay/namespaces', '${relay}')]`],
        properties: { requiresClientAuthorization: true },
      },
      {
        type: 'Microsoft.Relay/namespaces/hybridConnections/authorizationRules',
        apiVersion: '2021-11-01',
        name: `${relay}/ml/azureml_rw`,
        dependsOn: [`[resourceId('Microsoft.Relay/namespaces/hybridConnections', '${relay}', 'ml')]`],
        properties: { rights: ['Manage', 'Send', 'Listen'] },
      },
    ]);
    expect(extensionOf(template)).toMatchObject({
      identity: { type: 'SystemAssigned' },
      dependsOn: [`[${rule}]`],
      properties: {
        configurationProtectedSettings: {
          'relayserver.relayConnectionString': `[listKeys(${rule}, '2021-11-01').primaryConnectionString]`,
        },
      },
    });
    expect(template.outputs).toMatchObject({
      principalId: { value: expect.stringMatching(/'2023-05-01', 'Full'\)\.identity\.principalId\]$/) as unknown },
    });
  });

  test('reads the connection string of an existing relay while it is deployed, when it is not given', () => {
    const relay = { kind: 'existing', hybridConnectionResourceId: deferred('relayId') } as const;
    const template = templateOf({ cluster: ARC, extension: { ...TRAINING, relay } });

    expect(template.resources).toHaveLength(1);
    expect(extensionOf(template).properties.configurationProtectedSettings).toStrictEqual({
      relayServerConnectionString: expect.anything() as unknown,
      'relayserver.relayConnectionString':
        "[listKeys(concat(parameters('relayId'), '/authorizationRules/azureml_rw'), '2021-11-01').primaryConnectionString]",
    });
  });

  test('makes the node pools of AKS before the extension', () => {
    const { resources } = templateOf({
      cluster: AKS,
      extension: TRAINING,
      nodePools: { jobs: { vmSize: 'Standard_DS4_v2', minCount: 0, maxCount: 4, spot: true } },
    });

    expect(resources[0]).toStrictEqual({
      type: 'Microsoft.ContainerService/managedClusters/agentPools',
      apiVersion: '2025-09-01',
      name: 'ml/jobs',
      properties: {
        mode: 'User',
        type: 'VirtualMachineScaleSets',
        osType: 'Linux',
        vmSize: 'Standard_DS4_v2',
        count: 0,
        enableAutoScaling: true,
        minCount: 0,
        maxCount: 4,
        scaleSetPriority: 'Spot',
        scaleSetEvictionPolicy: 'Delete',
        spotMaxPrice: -1,
        nodeTaints: ['kubernetes.azure.com/scalesetpriority=spot:NoSchedule'],
        nodeLabels: { 'kubernetes.azure.com/scalesetpriority': 'spot' },
      },
    });
    expect(resources[1]).toMatchObject({
      dependsOn: ["[resourceId('Microsoft.ContainerService/managedClusters/agentPools', 'ml', 'jobs')]"],
    });
  });

  test('takes certificate and key as secure parameters, from key vaults where the caller says so', () => {
    const vaultId = `${GROUP}/providers/Microsoft.KeyVault/vaults/ml`;
    const { template, parameters: file } = extensionTemplate(
      { cluster: AKS, extension: HTTPS },
      { keyVaultSecrets: { sslKey: { vaultId, secretName: 'ml-key', secretVersion: '1' } } },
    );

    expect(template.parameters).toStrictEqual({
      sslCertificate: { type: 'secureString' },
      sslKey: { type: 'secureString' },
    });
    expect(extensionOf(template).properties.configurationProtectedSettings).toStrictEqual({
      'scoringFe.sslCert': "[base64(parameters('sslCertificate'))]",
      'scoringFe.sslKey': "[base64(parameters('sslKey'))]",
    });
    expect(file.parameters).toStrictEqual({
      sslKey: { reference: { keyVault: { id: vaultId }, secretName: 'ml-key', secretVersion: '1' } },
    });
  });

  test('serves several clusters when cluster and location are deferred', () => {
    const cluster: ClusterSpec = { kind: 'aks', resourceId: deferred('clusterId'), location: deferred('location') };
    const { template, parameters: file } = extensionTemplate(
      { cluster, extension: TRAINING },
      { expressions: { location: 'resourceGroup().location' }, values: { clusterId: AKS_ID } },
    );

    expect(template.parameters).toStrictEqual({ clusterId: { type: 'string' } });
    expect(template.resources).toMatchObject([{ scope: "[parameters('clusterId')]" }]);
    expect(extensionOf(template).properties.configurationSettings).toMatchObject({
      cluster_name: "[parameters('clusterId')]",
      location: '[toLower(resourceGroup().location)]',
      domain: "[concat(toLower(resourceGroup().location), '.cloudapp.azure.com')]",
    });
    expect(file.parameters).toStrictEqual({ clusterId: { value: AKS_ID } });
  });

  test('evaluates to the settings that are sent when everything is known before', () => {
    fc.assert(
      fc.property(deployments, ({ spec, cluster }) => {
        const { template } = extensionTemplate({ cluster, extension: spec });
        const known = deployedValues(cluster);
        const { properties } = evaluateTemplate(extensionOf(template), {
          ...parameters(Object.fromEntries(Object.keys(template.parameters).map((name) => [name, known(name)]))),
          ...LIVE_FUNCTIONS,
        }) as unknown as ExtensionResource;
        const sent = wireSettings(
          substituteDeferredIn(spec, ({ name }) => known(name)),
          substituteDeferredIn(cluster, ({ name }) => known(name)),
          { azure: { relayConnectionString: SecretValue.of(CONNECTION) } },
        );

        expect(properties.configurationSettings).toStrictEqual(sent.settings);
        expect(properties.configurationProtectedSettings ?? {}).toStrictEqual(
          Object.fromEntries(Object.entries(sent.protected).map(([key, value]) => [key, revealSecret(value)])),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('fails with the issues of the description', () => {
    const extension = { ...TRAINING, name: 'Bad Name' };

    expect(errorMessage(() => extensionTemplate({ cluster: AKS, extension }))).toMatch(/extension\/name\]$/);
  });
});
