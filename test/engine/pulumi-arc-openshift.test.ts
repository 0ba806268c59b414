import { relayNamespaceName } from 'azureml-kubernetes';
import { RENEWED_CERTIFICATE } from '../support/certificates';
import { KubeClient } from '../support/cluster/client';
import { givenAccess } from '../support/cluster/server';
import { keysOf } from '../support/engine/azure/functions';
import { changed, ExampleStack, refused, replaced, typeAndName } from '../support/engine/example-stack';
import { kubeconfigOf } from '../support/engine/kubernetes/kubeconfig';

const EXTENSION = 'azure-native:kubernetesconfiguration:Extension azureml-extension';
const COMPUTE = 'azure-native:machinelearningservices:Compute quality-compute';
const INSTANCE_TYPE = 'kubernetes:amlarc.azureml.com/v1alpha1:InstanceType small-resource';
const GROUP = { subscriptionId: '00000000-0000-0000-0000-000000000000', resourceGroup: 'rg-plant' };
const PROVIDERS = `/subscriptions/${GROUP.subscriptionId}/resourceGroups/${GROUP.resourceGroup}/providers`;
const CLUSTER_ID = `${PROVIDERS}/Microsoft.Kubernetes/connectedClusters/plant`;

/** What is created, by type and name, without the components. */
const IN_AZURE = [
  ...['clusterAdmin:cluster', 'extensionContributor:cluster', 'reader:cluster', 'relayOwner:relay'].map(
    (role) => `azure-native:authorization:RoleAssignment azureml-role:quality:${role}`,
  ),
  EXTENSION,
  COMPUTE,
  'azure-native:relay:HybridConnection azureml-hybridConnection',
  'azure-native:relay:HybridConnectionAuthorizationRule azureml-hybridConnectionAuthorizationRule',
  'azure-native:relay:Namespace azureml-relayNamespace',
];
const IN_CLUSTER = [
  INSTANCE_TYPE,
  'kubernetes:core/v1:Namespace azureml-namespace-resource',
  'kubernetes:core/v1:Namespace ml-jobs-resource',
  'kubernetes:core/v1:PersistentVolume images-persistentVolume',
  'kubernetes:core/v1:PersistentVolumeClaim images-claim',
  'kubernetes:core/v1:Secret router-tls-resource',
  'kubernetes:rbac.authorization.k8s.io/v1:RoleBinding scc-roleBinding-azure-arc',
  'kubernetes:rbac.authorization.k8s.io/v1:RoleBinding scc-roleBinding-azureml',
  'kubernetes:rbac.authorization.k8s.io/v1:RoleBinding scc-roleBinding-ml-jobs',
];
const PROVIDER = 'pulumi:providers:kubernetes openshift';
const COMPONENTS = [
  'AzureMLExtension azureml',
  'ComputeNamespace ml-jobs',
  'ExtensionNamespace azureml-namespace',
  'InstanceType small',
  'JobDataVolume images',
  'KubernetesCompute quality',
  'OpenShiftSccGrant scc',
  'RouterTlsSecret router-tls',
].map((component) => `azureml-kubernetes:index:${component}`);
const EVERYTHING = [...IN_AZURE, ...IN_CLUSTER, PROVIDER, ...COMPONENTS];
const UPDATED_EXTENSION = [`update ${EXTENSION}`, 'update azureml-kubernetes:index:AzureMLExtension azureml'];

const LABELS = { 'kubernetes.io/os': 'linux' };
const nodeSelector = (labels: object) => ({ nodeSelector: JSON.stringify(labels) });

const team = (compute: string) => ({
  compute,
  workspaceId: `${PROVIDERS}/Microsoft.MachineLearningServices/workspaces/${compute}`,
  principalId: `aaaaaaaa-0000-4000-8000-0000000000${compute === 'quality' ? '0a' : '0b'}`,
});

/** The keys of the relay of a cluster. */
function relayKeys(cluster: string): string[] {
  const relay = `${PROVIDERS}/Microsoft.Relay/namespaces/${relayNamespaceName({ ...GROUP, name: cluster })}`;
  const { primaryKey, secondaryKey } = keysOf(`${relay}/hybridConnections/${cluster}/authorizationRules/azureml_rw`);
  return [primaryKey, secondaryKey];
}

const client = new KubeClient();
const object = (kind: string, name: string, namespace?: string) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, ...(namespace !== undefined && { namespace }) },
});
const instanceType = { apiVersion: 'amlarc.azureml.com/v1alpha1', kind: 'InstanceType', metadata: { name: 'small' } };

// One stack whose operations build on each other: every test is the next thing that happens to it.
describe('the example pulumi-arc-openshift on the engine', () => {
  const secrets = [...relayKeys('plant'), ...relayKeys('plant2')];
  const example = new ExampleStack(
    'pulumi-arc-openshift',
    { kubeconfig: { secret: kubeconfigOf(givenAccess()) } },
    secrets,
  );
  let resources: readonly string[] = [];

  beforeAll(async () => {
    // The agents of Azure Arc have made it.
    await client.ensureNamespace('azure-arc');
  });

  afterAll(async () => {
    example.remove();
    const namespaces = ['azure-arc', 'azureml', 'elsewhere', 'ml-jobs'];
    await client.remove(namespaces.map((name) => object('Namespace', name)));
    await client.remove([object('PersistentVolume', 'ml-jobs-images')]);
  });

  test('previews with every known setting, and creates nothing', async () => {
    await expect(example.run('preview')).resolves.toStrictEqual(changed(...EVERYTHING.map((one) => `create ${one}`)));
    expect(example.last?.step(...typeAndName(EXTENSION)).inputs).toMatchObject({
      clusterName: 'plant',
      configurationSettings: {
        enableInference: 'True',
        inferenceRouterServiceType: 'NodePort',
        openshift: 'true',
        'relayserver.hybridConnectionName': 'plant',
        'nodeSelector.kubernetes\\.io/os': 'linux',
      },
    });
    expect(example.cloud.calls()).toStrictEqual([]);
    await expect(client.find(object('Namespace', 'ml-jobs'))).resolves.toBeUndefined();
  });

  test('comes up, and the API server accepts every object', async () => {
    await expect(example.run('up')).resolves.toStrictEqual(changed(...EVERYTHING.map((one) => `create ${one}`)));
    ({ resources } = example);
    expect(example.cloud.all()).toHaveLength(IN_AZURE.length);
    await expect(client.get(instanceType)).resolves.toMatchObject(instanceType);
    await client.waitUntil(
      object('PersistentVolumeClaim', 'images', 'ml-jobs'),
      'bound',
      ({ status }) => (status as { phase?: string } | undefined)?.phase === 'Bound',
    );
  });

  test('does not change when nothing changed', async () => {
    await expect(example.run('preview')).resolves.toStrictEqual(changed());
  });

  test('updates a changed setting in place, and leaves those of somebody else', async () => {
    example.settings = { ...example.settings, 'prometheus.enabled': 'false' };
    const config = nodeSelector({ ...LABELS, pool: 'ml' });
    await expect(example.run('up', config)).resolves.toStrictEqual(changed(...UPDATED_EXTENSION));
    expect(example.settings).toMatchObject({ 'nodeSelector.pool': 'ml', 'prometheus.enabled': 'false' });
  });

  test('refuses another release namespace, another cluster, and the removal of a node selector', async () => {
    await expect(example.runElsewhere('preview')).resolves.toStrictEqual(refused('marked for protection'));
    await expect(example.run('preview', { clusterId: `${CLUSTER_ID}2` })).resolves.toStrictEqual(
      refused('marked for protection'),
    );
    const removed = { clusterId: CLUSTER_ID, ...nodeSelector(LABELS) };
    await expect(example.run('preview', removed)).resolves.toStrictEqual(refused('[pulumi/node-selector-removed]'));
    await expect(example.run('up')).resolves.toStrictEqual(refused('[pulumi/node-selector-removed]'));
    expect(example.settings).toHaveProperty(['nodeSelector.pool'], 'ml');
  });

  test('replaces for them when that is allowed, with what needs the extension', async () => {
    const allowed = { allowReplacement: 'true', ...nodeSelector({ ...LABELS, pool: 'ml' }) };
    await expect(example.run('up', allowed)).resolves.toStrictEqual(
      changed('update azureml-kubernetes:index:AzureMLExtension azureml'),
    );
    // The namespace azureml goes with the extension, and with it the Secret that the new one needs.
    const refusal = refused('Failed pre-install: pod healthcheck failed');
    await expect(example.run('up', nodeSelector(LABELS))).resolves.toStrictEqual(refusal);
    await example.run('refresh');
    const before = ['Namespace azureml-namespace-resource', 'Secret router-tls-resource'].map(
      (one) => `core/v1:${one}`,
    );
    const made = [...before, 'rbac.authorization.k8s.io/v1:RoleBinding scc-roleBinding-azureml'];
    await expect(example.run('up')).resolves.toStrictEqual(
      changed(
        ...made.map((one) => `create kubernetes:${one}`),
        ...replaced(COMPUTE, INSTANCE_TYPE),
        `replace ${EXTENSION}`,
        `create-replacement ${EXTENSION}`,
      ),
    );
    await expect(example.missing(client)).resolves.toStrictEqual([]);
    expect(example.settings).not.toHaveProperty(['nodeSelector.pool']);
    await expect(example.run('preview')).resolves.toStrictEqual(changed());
  });

  test('takes a renewed certificate as a new Secret and one update of the extension, without touching the computes', async () => {
    await expect(example.run('up', { certificate: RENEWED_CERTIFICATE })).resolves.toStrictEqual(
      changed(
        ...replaced('kubernetes:core/v1:Secret router-tls-resource'),
        'update azureml-kubernetes:index:RouterTlsSecret router-tls',
        ...UPDATED_EXTENSION,
      ),
    );
  });

  test('creates another compute, and touches nothing else', async () => {
    const teams = JSON.stringify([team('quality'), team('risk')]);
    const created = [...IN_AZURE, ...COMPONENTS].filter((one) => one.includes('quality'));
    await expect(example.run('up', { teams })).resolves.toStrictEqual(
      changed(...created.map((one) => `create ${one.replaceAll('quality', 'risk')}`)),
    );
  });

  test('shows a drift after a refresh, and takes it back', async () => {
    await example.run('refresh');
    await expect(example.run('preview')).resolves.toStrictEqual(changed());
    example.settings = { ...example.settings, enableTraining: 'False' };
    await client.remove([instanceType]);
    await example.run('refresh');
    const back = changed(`update ${EXTENSION}`, `create ${INSTANCE_TYPE}`);
    await expect(example.run('preview')).resolves.toStrictEqual(back);
    expect(example.last?.step(...typeAndName(EXTENSION)).changes).toStrictEqual([
      'configurationSettings.enableTraining',
    ]);
    await expect(example.run('up')).resolves.toStrictEqual(back);
    expect(example.settings).toMatchObject({ enableTraining: 'True' });
  });

  test('goes away, each thing before what it needs', async () => {
    const { failures, shown, outlived } = await example.run('destroy');
    expect({ failures, shown, outlived }).toStrictEqual({ failures: [], shown: [], outlived: [] });
    expect(example.cloud.all()).toStrictEqual([]);
    const gone = [object('Namespace', 'azureml'), object('Namespace', 'ml-jobs')];
    await expect(Promise.all(gone.map((one) => client.find(one)))).resolves.toStrictEqual([undefined, undefined]);
    await expect(client.get(object('PersistentVolume', 'ml-jobs-images'))).resolves.toMatchObject({
      status: { phase: 'Released' },
    });
  });

  test('moves to another cluster when that is allowed', async () => {
    await client.remove([object('PersistentVolume', 'ml-jobs-images')]);
    example.reset();
    await example.run('up', { allowReplacement: 'true' });
    // Both clusters are one control plane here, so that what was made for the new one goes with the old extension.
    const first = await example.run('up', { clusterId: `${CLUSTER_ID}2` });
    expect(first).toStrictEqual(refused('Failed pre-install: pod healthcheck failed'));
    await example.run('refresh');
    const second = await example.run('up');
    expect(second).toMatchObject({ failures: [], shown: [] });
    const changes = [...first.changes, ...second.changes].map((line) => line.replace(/^\S+ /, ''));
    expect(changes).toStrictEqual(expect.arrayContaining([...IN_AZURE, ...IN_CLUSTER, PROVIDER]));
    expect(example.extension.id).toContain(`${CLUSTER_ID}2/`);
    await expect(example.run('preview')).resolves.toStrictEqual(changed());
    await expect(example.run('destroy')).resolves.toMatchObject({ failures: [], shown: [] });
  });

  test('can be repeated and finishes, whichever resource is refused', async () => {
    await expect(example.upsWithRefusal(resources)).resolves.toStrictEqual([]);
    expect(resources).toHaveLength(IN_AZURE.length + IN_CLUSTER.length);
  }, 1_200_000);

  test('would have found its secrets', () => {
    expect(example.overlooked).toStrictEqual([]);
  });
});
