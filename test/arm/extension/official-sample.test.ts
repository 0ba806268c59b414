import {
  deferred,
  SecretValue,
  wireSettings,
  type AksClusterSpec,
  type ClusterSpec,
  type ExtensionSpec,
  type InferenceSpec,
} from 'azureml-kubernetes';
import { extensionTemplate } from 'azureml-kubernetes/arm';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificates';
import { errorMessage } from '../../support/error-message';

/*
 * The template that Microsoft published as a sample, deployextension.json of Azure/AML-Kubernetes, has 25 oddities. For
 * each of them: what this library does instead.
 */
const AKS_ID =
  '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-ml/providers/Microsoft.ContainerService/managedClusters/ml';
const AKS: AksClusterSpec = {
  kind: 'aks',
  resourceId: AKS_ID,
  location: 'westeurope',
};
const TRAINING: ExtensionSpec = { name: 'azureml', enableTraining: true };
const INSECURE = { allowInsecureConnections: true } as const;
const HTTPS = {
  https: { sslCname: 'ml.contoso.com', certificate: CERTIFICATE, key: SecretValue.of(PRIVATE_KEY) },
} as const;

interface Resource {
  readonly apiVersion: string;
  readonly identity?: unknown;
  readonly properties: {
    readonly releaseTrain?: string;
    readonly version?: string;
    readonly autoUpgradeMinorVersion: boolean;
    readonly configurationSettings: Readonly<Record<string, unknown>>;
    readonly configurationProtectedSettings?: Readonly<Record<string, unknown>>;
  };
}

function resourceOf(extension: ExtensionSpec, cluster: ClusterSpec = AKS): Resource {
  return extensionTemplate({ cluster, extension }).template.resources.at(-1) as unknown as Resource;
}

function inference(spec: InferenceSpec): ExtensionSpec {
  return { name: 'azureml', enableInference: spec };
}

function settingsOf(extension: ExtensionSpec, cluster: ClusterSpec = AKS): Readonly<Record<string, unknown>> {
  return resourceOf(extension, cluster).properties.configurationSettings;
}

function refused(extension: unknown, cluster: ClusterSpec = AKS): string {
  return errorMessage(() => extensionTemplate({ cluster, extension: extension as ExtensionSpec }));
}

const LOAD_BALANCER = { inferenceRouterServiceType: 'LoadBalancer' } as const;

describe('where the official sample goes wrong', () => {
  test('S1: nothing about the router is asked for training alone, and its service type has no default', () => {
    expect(extensionTemplate({ cluster: AKS, extension: TRAINING }).template.parameters).toStrictEqual({});
    expect(refused({ name: 'azureml', enableInference: INSECURE })).toContain(
      'enableInference.inferenceRouterServiceType: ',
    );
  });

  test('S2: without protected settings the property is left out', () => {
    expect(resourceOf(TRAINING).properties).not.toHaveProperty('configurationProtectedSettings');
  });

  test('S3: training alone has no certificate, not even an empty one', () => {
    expect(Object.keys(settingsOf(TRAINING)).filter((key) => key.startsWith('scoringFe'))).toStrictEqual([]);
  });

  test('S4: HTTPS without certificate or key is refused', () => {
    const empty = { sslCname: 'ml.contoso.com', certificate: '', key: SecretValue.of('') };

    expect(refused(inference({ ...LOAD_BALANCER, https: empty }))).toContain('enableInference.https.certificate: ');
  });

  test('S5: the load balancer is public unless an internal one is asked for', () => {
    expect(settingsOf(inference({ ...LOAD_BALANCER, ...INSECURE }))).not.toHaveProperty('internalLoadBalancerProvider');
  });

  test('S6: an internal load balancer on a NodePort is refused', () => {
    const both = { inferenceRouterServiceType: 'NodePort', internalLoadBalancerProvider: 'azure', ...INSECURE };

    expect(refused({ name: 'azureml', enableInference: both })).toContain('internalLoadBalancerProvider');
  });

  test('S7, S24: every setting is text, derived flags in lower case and those of people with a capital', () => {
    const spec = inference({ ...LOAD_BALANCER, ...INSECURE, internalLoadBalancerProvider: 'azure' });
    const settings = settingsOf(spec);

    expect(Object.values(settings).filter((value) => typeof value !== 'string')).toStrictEqual([]);
    expect(settings).toMatchObject({
      enableInference: 'True',
      allowInsecureConnections: 'True',
      'scoringFe.serviceType.internalLoadBalancer': expect.stringMatching(/^true$/i) as unknown,
      'servicebus.enabled': 'false',
    });
  });

  test('S8: a public load balancer says nothing about an internal one', () => {
    expect(settingsOf(inference({ ...LOAD_BALANCER, ...INSECURE }))).not.toHaveProperty([
      'scoringFe.serviceType.internalLoadBalancer',
    ]);
  });

  test('S9, S10: domain and location are those of the Azure CLI', () => {
    expect(settingsOf(TRAINING)).toMatchObject({
      domain: 'westeurope.cloudapp.azure.com',
      location: 'westeurope',
      jobSchedulerLocation: 'westeurope',
    });
  });

  test('S11: the purpose is said for small clusters only', () => {
    expect(settingsOf(TRAINING)).not.toHaveProperty('clusterPurpose');
    expect(settingsOf(TRAINING, { ...AKS, nodeCount: 2 })).toMatchObject({ clusterPurpose: 'DevTest' });
  });

  test('S12: a secret is named under both keys', () => {
    const https = { sslCname: 'ml.contoso.com', sslSecret: 'router-tls' };

    expect(settingsOf(inference({ ...LOAD_BALANCER, https }))).toMatchObject({
      sslSecret: 'router-tls',
      'scoringFe.sslSecret': 'router-tls',
    });
  });

  test('S13: HTTPS and insecure connections exclude each other', () => {
    expect(refused({ name: 'azureml', enableInference: { ...LOAD_BALANCER, ...INSECURE, ...HTTPS } })).toContain(
      'enableInference',
    );
  });

  test('S14: node selectors are labels, prefixed and escaped here, and cannot be other settings', () => {
    expect(settingsOf({ ...TRAINING, nodeSelector: { 'kubernetes.io/os': 'linux' } })).toMatchObject({
      'nodeSelector.kubernetes\\.io/os': 'linux',
    });
  });

  test('S15: a train with automatic upgrades, or a version without', () => {
    expect(resourceOf(TRAINING).properties).toMatchObject({ releaseTrain: 'stable', autoUpgradeMinorVersion: true });
    const pinned = resourceOf({ ...TRAINING, upgrades: { kind: 'pinned', version: '1.1.88' } }).properties;

    expect(pinned).toMatchObject({ version: '1.1.88', autoUpgradeMinorVersion: false });
    expect(pinned).not.toHaveProperty('releaseTrain');
  });

  test('S16, S21: no identity on AKS; identity and relay on Arc', () => {
    const arc: ClusterSpec = {
      kind: 'arc',
      resourceId: AKS_ID.replace(
        'Microsoft.ContainerService/managedClusters',
        'Microsoft.Kubernetes/connectedClusters',
      ),
      location: 'westeurope',
    };

    expect(resourceOf(TRAINING)).not.toHaveProperty('identity');
    expect(resourceOf(TRAINING, arc).identity).toStrictEqual({ type: 'SystemAssigned' });
    expect(settingsOf(TRAINING, arc)).toMatchObject({ 'relayserver.enabled': 'true', 'nginxIngress.enabled': 'false' });
  });

  test('S17: an extension that does nothing is refused', () => {
    expect(refused({ name: 'azureml', enableTraining: false, enableInference: false })).toContain('enableTraining');
  });

  test('S18: the parameters file holds what is given and nothing empty', () => {
    const cluster = { ...AKS, location: deferred('location') };

    expect(extensionTemplate({ cluster, extension: TRAINING }).parameters.parameters).toStrictEqual({});
  });

  test('S19, S20: ids are written in their proper letter case, and have no limit of their own', () => {
    const typed = AKS_ID.replace('resourceGroups', 'resourcegroups').replace('managedClusters', 'managedclusters');

    expect(settingsOf(TRAINING, { kind: 'aks', location: 'westeurope', resourceId: typed })).toMatchObject({
      cluster_name: AKS_ID,
      clusterId: AKS_ID,
    });
  });

  test('S22: there are outputs', () => {
    const { outputs = {} } = extensionTemplate({ cluster: AKS, extension: TRAINING }).template;

    expect(Object.keys(outputs)).toStrictEqual(['extensionId', 'version', 'state', 'principalId']);
  });

  test('S23: the API version is a choice', () => {
    const apiVersions = { 'Microsoft.KubernetesConfiguration/extensions': '2025-03-01' } as const;
    const { template } = extensionTemplate({ cluster: AKS, extension: TRAINING }, { apiVersions });

    expect(resourceOf(TRAINING).apiVersion).toBe('2023-05-01');
    expect(template.resources).toMatchObject([{ apiVersion: '2025-03-01' }]);
  });

  test('S25: one replica of the router on a small cluster', () => {
    const spec = inference({ ...LOAD_BALANCER, ...INSECURE });

    expect(settingsOf(spec, { ...AKS, nodeCount: 2 })).toMatchObject({
      inferenceRouterHA: expect.stringMatching(/^false$/i) as unknown,
    });
    expect(settingsOf(spec)).not.toHaveProperty('inferenceRouterHA');
    expect(wireSettings(spec, AKS).settings).not.toHaveProperty('inferenceRouterHA');
  });
});
