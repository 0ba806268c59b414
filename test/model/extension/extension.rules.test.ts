import type { ClusterSpec } from '../../../lib/model/azure/cluster';
import { resolveCluster } from '../../../lib/model/azure/resolve-cluster';
import { deferred } from '../../../lib/model/deferred';
import type { ExtensionSpec } from '../../../lib/model/extension/extension';
import {
  extensionIssues,
  extensionOnClusterIssues,
  extensionSetIssues,
} from '../../../lib/model/extension/extension.rules';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import { CERTIFICATE, OTHER_KEYS, PRIVATE_KEY } from '../../support/certificates';
import { AKS, ARC, EVERYTHING, INFERENCE, TRAINING } from '../../support/extensions';

function messages(spec: unknown): string[] {
  return extensionIssues(spec as ExtensionSpec).map(formatIssue);
}

function withInference(changes: object): object {
  return { ...INFERENCE, enableInference: { ...INFERENCE.enableInference, ...changes } };
}

function onCluster(spec: unknown, cluster: unknown): string[] {
  return extensionOnClusterIssues(spec as ExtensionSpec, cluster as ClusterSpec).map(formatIssue);
}

describe('extensionIssues', () => {
  test.each([{ spec: TRAINING }, { spec: INFERENCE }, { spec: EVERYTHING }, { spec: { ...TRAINING, ...INFERENCE } }])(
    'finds nothing wrong with a complete description (%#)',
    ({ spec }) => {
      expect(messages(spec)).toStrictEqual([]);
    },
  );

  test('fails when nothing is enabled', () => {
    const message =
      'neither training nor online endpoints are enabled, so that the extension would do nothing; set enableTraining to true, or describe enableInference, or both [extension/nothing-enabled]';
    expect(messages({ name: 'azureml' })).toStrictEqual([message]);
    expect(messages({ name: 'azureml', enableTraining: false, enableInference: false })).toStrictEqual([message]);
  });

  test('fails on names that Azure or the types do not take', () => {
    expect(
      extensionIssues({ ...TRAINING, name: '-x', clusterPurpose: 'Test' } as unknown as ExtensionSpec, ['extension']),
    ).toMatchObject([
      { code: 'extension/name', path: ['extension', 'name'] },
      { code: 'spec/choice', path: ['extension', 'clusterPurpose'] },
    ]);
  });

  test('fails on a train together with a version', () => {
    expect(
      messages({ ...TRAINING, upgrades: { kind: 'auto', releaseTrain: 'stable', version: '1.1.88' } }),
    ).toStrictEqual([
      "upgrades: a release train means automatic upgrades, and a pinned version means none; give { kind: 'auto', releaseTrain } or { kind: 'pinned', version } [extension/train-with-version]",
    ]);
    expect(messages({ ...TRAINING, upgrades: { kind: 'auto', releaseTrain: 'preview' } })).toStrictEqual([]);
  });

  test('fails on a pinned version without what the description uses', () => {
    const pinned = { ...EVERYTHING, upgrades: { kind: 'pinned', version: '1.1.4' } };
    const fix = 'pin a newer version, or leave out what it does not have [extension/release-too-old]';
    const reason =
      'upgrades.version: the pinned version does not have what the description uses (received "1.1.4", expected';
    expect(messages(pinned)).toStrictEqual([
      `${reason} 1.1.16 or newer: pods tolerate the amlarc taints); ${fix}`,
      `${reason} 1.1.5 or newer: azureml-fe-v2 routes inference requests); ${fix}`,
      `${reason} 1.1.5 or newer: Volcano schedules jobs); ${fix}`,
    ]);
    expect(messages({ ...TRAINING, upgrades: pinned.upgrades })).toStrictEqual([]);
    expect(messages({ ...pinned, upgrades: { kind: 'pinned', version: deferred('version') } })).toStrictEqual([]);
    expect(messages({ ...pinned, upgrades: { kind: 'pinned', version: '1.1' } })).toStrictEqual([]);
  });

  test('fails on a node selector with a key twice, in plain and escaped form', () => {
    expect(messages({ ...TRAINING, nodeSelector: { 'a.b/c': 'x', 'a\\.b/c': 'y' } })).toStrictEqual([
      'nodeSelector["a\\\\.b/c"]: the node selector has the same key twice, once with escaped dots (received "a\\\\.b/c"); keep the one without backslashes; the library escapes dots [extension/node-selector-duplicate]',
    ]);
    expect(messages({ ...TRAINING, nodeSelector: { 'a\\.b/c': 'x' } })).toStrictEqual([]);
  });

  test('fails on node selectors that are no labels', () => {
    expect(extensionIssues({ ...TRAINING, nodeSelector: { 'a b': '', c: 'd,e' } })).toMatchObject([
      { code: 'name/label-key', path: ['nodeSelector', 'a b'] },
      { code: 'extension/setting-value', path: ['nodeSelector', 'a b'] },
      { code: 'name/label-value', path: ['nodeSelector', 'c'] },
    ]);
  });

  test('fails on tolerations that Kubernetes refuses', () => {
    const tolerations = { workload: [{ operator: 'Exists', key: 'sku', value: 'gpu' }], extensionSystem: [] };
    expect(extensionIssues({ ...TRAINING, tolerations } as unknown as ExtensionSpec)).toMatchObject([
      { code: 'spec/empty-list', path: ['tolerations', 'extensionSystem'] },
      { code: 'scheduling/toleration', path: ['tolerations', 'workload', 0, 'value'] },
    ]);
  });

  test('fails on a scheduler configuration for a Volcano that is not installed', () => {
    expect(
      messages({ ...TRAINING, enableTraining: { installVolcano: false, volcanoSchedulerConfigMap: 'own' } }),
    ).toStrictEqual([
      'enableTraining.volcanoSchedulerConfigMap: a scheduler configuration is given for a Volcano that the extension does not install; remove volcanoSchedulerConfigMap and configure the existing Volcano itself, or set installVolcano to true [extension/volcano-not-installed]',
    ]);
    expect(messages({ ...TRAINING, enableTraining: { installVolcano: 'no' } })).toHaveLength(1);
  });

  test('fails on a relay that is none', () => {
    const connectionString = SecretValue.of('Endpoint=sb://x');
    expect(
      extensionIssues({
        ...TRAINING,
        relay: { kind: 'existing', hybridConnectionResourceId: AKS.name, connectionString },
      }),
    ).toMatchObject([{ code: 'azure/resource-id', path: ['relay', 'hybridConnectionResourceId'] }]);
  });
});

describe('extensionIssues of online endpoints', () => {
  test('fails on true, which says nothing about how they are reached', () => {
    expect(messages({ ...INFERENCE, enableInference: true })).toStrictEqual([
      'enableInference: online endpoints need choices that have no default (received true); give inferenceRouterServiceType, and either https or allowInsecureConnections: true [extension/inference-choices]',
    ]);
  });

  test.each([
    { allowInsecureConnections: undefined },
    { allowInsecureConnections: false },
    { https: { sslCname: 'ml.contoso.com', sslSecret: 'tls' } },
  ])('fails when it is open or said twice whether they are secure: %j', (changes) => {
    expect(messages(withInference(changes))).toStrictEqual([
      'enableInference: it is not said, or said twice, whether the endpoints use HTTPS; give https with a certificate, or allowInsecureConnections: true for plain HTTP, and not both [extension/https-or-insecure]',
    ]);
  });

  test.each([
    { certificate: deferred('certificate') },
    { key: SecretValue.of(deferred('key', { secret: true })) },
    {},
    { sslSecret: 'tls', certificate: deferred('certificate') },
    { sslSecret: 'tls', certificate: deferred('certificate'), key: SecretValue.of(deferred('key', { secret: true })) },
  ])('fails on a certificate that is incomplete or given in two ways (%#)', (source) => {
    const https = { sslCname: 'ml.contoso.com', ...source };
    expect(messages(withInference({ allowInsecureConnections: undefined, https }))).toStrictEqual([
      'enableInference.https: the certificate is not given in one of the two ways; give sslSecret alone, or certificate and key together [extension/https-source]',
    ]);
  });

  test('fails on HTTPS without a host, and on a key that is no secret', () => {
    const https = { certificate: deferred('certificate'), key: 'secret key' };
    const issues = extensionIssues(withInference({ allowInsecureConnections: undefined, https }) as ExtensionSpec);
    expect(issues).toMatchObject([
      { code: 'spec/required', path: ['enableInference', 'https', 'sslCname'] },
      { code: 'spec/type', path: ['enableInference', 'https', 'key'] },
    ]);
    expect(JSON.stringify(issues)).not.toContain('secret key');
  });

  test('fails on a certificate that does not fit its host or its key', () => {
    const issuesOf = (https: object): string[] =>
      extensionIssues(withInference({ allowInsecureConnections: undefined, https }) as ExtensionSpec).map(
        ({ code, path }) => `${path.join('.')} ${code}`,
      );
    const key = SecretValue.of(PRIVATE_KEY);
    expect(issuesOf({ sslCname: 'ml.contoso.com', certificate: CERTIFICATE, key })).toStrictEqual([]);
    expect(issuesOf({ sslCname: deferred('host'), certificate: CERTIFICATE, key })).toStrictEqual([]);
    expect(issuesOf({ sslCname: 'ml.fabrikam.com', certificate: CERTIFICATE, key })).toStrictEqual([
      'enableInference.https.sslCname tls/host-not-covered',
    ]);
    expect(issuesOf({ sslCname: 'ML', certificate: CERTIFICATE, key: SecretValue.of(OTHER_KEYS.ec) })).toStrictEqual([
      'enableInference.https.sslCname name/host',
      'enableInference.https.key tls/key-mismatch',
    ]);
  });

  test('fails on an internal load balancer on a NodePort, and warns of one on a ClusterIP', () => {
    const internalLoadBalancerProvider = 'azure';
    expect(
      messages(withInference({ inferenceRouterServiceType: 'NodePort', internalLoadBalancerProvider })),
    ).toStrictEqual([
      'enableInference.internalLoadBalancerProvider: there is no internal load balancer here (received "azure"); remove internalLoadBalancerProvider; it works with the service type LoadBalancer on AKS [extension/internal-load-balancer]',
    ]);
    expect(messages(withInference({ internalLoadBalancerProvider }))).toStrictEqual([
      'enableInference.internalLoadBalancerProvider: a Service of type ClusterIP has no load balancer, so that its provider has no effect (received "azure"); remove internalLoadBalancerProvider, or set inferenceRouterServiceType to LoadBalancer [extension/internal-load-balancer-unused]',
    ]);
    expect(
      messages(withInference({ inferenceRouterServiceType: 'LoadBalancer', internalLoadBalancerProvider })),
    ).toStrictEqual([]);
  });
});

describe('extensionOnClusterIssues', () => {
  test('finds nothing wrong with what fits', () => {
    expect(onCluster(EVERYTHING, AKS)).toStrictEqual([]);
    expect(onCluster({ ...TRAINING, relay: { kind: 'create' } }, ARC)).toStrictEqual([]);
    expect(onCluster(withInference({ inferenceRouterHA: true }), { ...AKS, nodeCount: undefined })).toStrictEqual([]);
    expect(onCluster(withInference({ inferenceRouterHA: true }), { ...AKS, kind: 'provisioned' })).toStrictEqual([]);
    expect(onCluster(withInference({ inferenceRouterServiceType: 'LoadBalancer' }), ARC)).toStrictEqual([]);
  });

  test('fails on a relay on AKS', () => {
    expect(onCluster({ ...TRAINING, relay: { kind: 'create' } }, AKS)).toStrictEqual([
      'relay.kind: AKS is reached without a relay (received "create"); remove relay; it is for clusters behind Azure Arc [extension/relay-on-aks]',
    ]);
  });

  test('fails on three replicas on fewer nodes', () => {
    expect(onCluster(withInference({ inferenceRouterHA: true }), { ...AKS, nodeCount: 2 })).toStrictEqual([
      'enableInference.inferenceRouterHA: three replicas of azureml-fe need three nodes (received "true with 2 nodes", expected at least 3 nodes); set inferenceRouterHA to false, leave it out, or add nodes [extension/router-needs-three-nodes]',
    ]);
    expect(onCluster(withInference({ inferenceRouterHA: false }), { ...AKS, nodeCount: 2 })).toStrictEqual([]);
    expect(onCluster(INFERENCE, { ...AKS, nodeCount: 2 })).toStrictEqual([]);
  });

  test('fails on an internal load balancer behind Azure Arc', () => {
    const inference = withInference({
      inferenceRouterServiceType: 'LoadBalancer',
      internalLoadBalancerProvider: 'azure',
    });
    expect(onCluster(inference, ARC)).toStrictEqual([
      'enableInference.internalLoadBalancerProvider: there is no internal load balancer here (received "azure on a cluster of kind arc"); remove internalLoadBalancerProvider; it works with the service type LoadBalancer on AKS [extension/internal-load-balancer]',
    ]);
  });

  test('warns of a load balancer on a distribution without any', () => {
    const inference = withInference({ inferenceRouterServiceType: 'LoadBalancer' });
    expect(onCluster(inference, { ...ARC, distribution: 'kind' })).toStrictEqual([
      'enableInference.inferenceRouterServiceType: clusters of this distribution have no load balancers by themselves, so that azureml-fe gets no address (received "LoadBalancer on kind"); set inferenceRouterServiceType to NodePort or ClusterIP, or install a load balancer [extension/load-balancer-pending]',
    ]);
    expect(onCluster(inference, { ...ARC, distribution: 'k3s' })).toStrictEqual([]);
    expect(onCluster(INFERENCE, { ...ARC, distribution: 'kind' })).toStrictEqual([]);
  });

  test('warns of a class for an nginx that is not there', () => {
    expect(onCluster(withInference({ nginxIngressController: 'k8s.io/amlarc-ingress-nginx' }), ARC)).toStrictEqual([
      'enableInference.nginxIngressController: the extension brings no nginx along on this kind of cluster, so that its class has no effect; remove nginxIngressController [extension/nginx-unused]',
    ]);
  });

  test('fails on a version from before AKS worked without relay', () => {
    const pinned = { ...TRAINING, upgrades: { kind: 'pinned', version: '1.0.37' } };
    expect(onCluster(pinned, AKS)).toStrictEqual([
      'upgrades.version: the pinned version does not have what the description uses (received "1.0.37", expected 1.1.5 or newer: AKS needs neither relay nor service bus); pin a newer version, or leave out what it does not have [extension/release-too-old]',
    ]);
    expect(onCluster(pinned, ARC)).toStrictEqual([]);
  });
});

describe('extensionSetIssues', () => {
  test('fails on two extensions of one cluster', () => {
    const { resourceId } = resolveCluster(AKS);
    const recased = { ...AKS, resourceGroup: 'RG-ML' };
    const clusters = [AKS, ARC, recased, { kind: 'aks', location: 'eastus', resourceId: deferred('id') }] as const;
    expect(extensionSetIssues(clusters.map((cluster) => resolveCluster(cluster))).map(formatIssue)).toStrictEqual([
      `[2].cluster: a cluster has one extension of Azure Machine Learning only (received ${JSON.stringify(resourceId.replace('rg-ml', 'RG-ML'))}); describe one extension for the cluster; it serves many computes and workspaces [extension/one-per-cluster]`,
    ]);
  });
});
