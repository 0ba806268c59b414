import { RENEWED_CERTIFICATE } from '../support/certificates';
import { KubeClient } from '../support/cluster/client';
import { changed, ExampleStack, refused, replaced, typeAndName } from '../support/engine/example-stack';

const EXTENSION = 'azure-native:kubernetesconfiguration:Extension azureml-extension-extension';
const SECRET = 'kubernetes:core/v1:Secret scoring-tls-resource';
const INGRESS = 'kubernetes:networking.k8s.io/v1:Ingress azureml-ingress-azureml-fe-resource';
const INSTANCE_TYPES = ['defaultinstancetype', 'gpu-one'].map(
  (name) => `kubernetes:amlarc.azureml.com/v1alpha1:InstanceType azureml-instance-type-${name}-resource`,
);
const PROVIDER = 'pulumi:providers:kubernetes ml';
const CLUSTER = 'azure-native:containerservice:ManagedCluster ml-managedCluster';
const POOLS = ['gpu', 'jobs'].map((pool) => `azure-native:containerservice:AgentPool ml-${pool}-agentPool`);

const component = (name: string) => `azureml-kubernetes:index:${name}`;
const computeOf = (team: string) =>
  `azure-native:machinelearningservices:Compute azureml-compute-${team}.${team}-jobs-compute`;
const objectsOf = (team: string) => [
  `kubernetes:core/v1:Namespace azureml-namespace-ml-${team}-jobs-resource`,
  `kubernetes:core/v1:PersistentVolume azureml-volume-ml-${team}-jobs.images-persistentVolume`,
  `kubernetes:core/v1:PersistentVolumeClaim azureml-volume-ml-${team}-jobs.images-claim`,
];
const componentsOf = (team: string) => [
  component(`ComputeNamespace azureml-namespace-ml-${team}-jobs`),
  component(`JobDataVolume azureml-volume-ml-${team}-jobs.images`),
  component(`KubernetesCompute azureml-compute-${team}.${team}-jobs`),
];

const TEAMS = ['vision', 'fraud'];
const COMPUTES = TEAMS.map(computeOf);
const IN_AZURE = [CLUSTER, ...POOLS, EXTENSION, ...COMPUTES];
const IN_CLUSTER = [SECRET, INGRESS, ...INSTANCE_TYPES, ...TEAMS.flatMap(objectsOf)];
const PLATFORM = component('AzureMLPlatform azureml');
const EXTENSION_COMPONENTS = [component('AzureMLExtension azureml-extension'), PLATFORM];
const COMPONENTS = [
  component('AksCluster ml'),
  component('AgentPool ml-gpu'),
  component('AgentPool ml-jobs'),
  component('IngressTlsSecret scoring-tls'),
  component('InstanceType azureml-instance-type-defaultinstancetype'),
  component('InstanceType azureml-instance-type-gpu-one'),
  component('ScoringIngress azureml-ingress-azureml-fe'),
  ...EXTENSION_COMPONENTS,
  ...TEAMS.flatMap(componentsOf),
];
const EVERYTHING = [...IN_AZURE, ...IN_CLUSTER, PROVIDER, ...COMPONENTS];

const doing = (op: string, resources: readonly string[]) => resources.map((one) => `${op} ${one}`);

const ARCHITECTURE = { 'kubernetes.io/arch': 'amd64' };
const nodeSelector = (labels: object) => ({
  nodeSelector: JSON.stringify({ 'kubernetes.io/os': 'linux', ...labels }),
});

const client = new KubeClient();
const instanceType = { apiVersion: 'amlarc.azureml.com/v1alpha1', kind: 'InstanceType', metadata: { name: 'gpu-one' } };
const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'scoring-tls', namespace: 'azureml' } };
const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'ml-vision-jobs' } };
const claim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'images', namespace: 'ml-vision-jobs' },
};

// One stack whose operations build on each other: every test is the next thing that happens to it.
describe('the example pulumi-aks on the engine', () => {
  const example = new ExampleStack('pulumi-aks', {});
  let resources: readonly string[] = [];

  afterAll(async () => {
    example.remove();
    const left = (kind: string, name: string) => ({ apiVersion: 'v1', kind, metadata: { name } });
    const namespaces = ['azureml', 'elsewhere', 'ml-vision-jobs', 'ml-fraud-jobs'];
    await client.remove(namespaces.map((name) => left('Namespace', name)));
    await client.remove(TEAMS.map((team) => left('PersistentVolume', `ml-${team}-jobs-images`)));
  });

  test('previews with every known setting, and creates nothing', async () => {
    await expect(example.run('preview')).resolves.toStrictEqual(changed(...doing('create', EVERYTHING)));
    expect(example.last?.step(...typeAndName(EXTENSION)).inputs).toMatchObject({
      resourceGroupName: 'rg-ml',
      configurationSettings: {
        enableTraining: 'True',
        inferenceRouterServiceType: 'ClusterIP',
        'workLoadToleration[0].key': 'kubernetes.azure.com/scalesetpriority',
        location: 'westeurope',
      },
    });
    expect(example.last?.step(...typeAndName(COMPUTES[0] ?? '')).inputs).toMatchObject({ workspaceName: 'vision' });
    expect(example.cloud.calls()).toStrictEqual([]);
    await expect(client.find(namespace)).resolves.toBeUndefined();
  });

  test('comes up, and the API server accepts every object', async () => {
    await expect(example.run('up')).resolves.toStrictEqual(changed(...doing('create', EVERYTHING)));
    ({ resources } = example);
    expect(example.cloud.all()).toHaveLength(IN_AZURE.length);
    await expect(client.get(instanceType)).resolves.toMatchObject(instanceType);
    await client.waitUntil(
      claim,
      'bound',
      ({ status }) => (status as { phase?: string } | undefined)?.phase === 'Bound',
    );
  });

  test('does not change when nothing changed', async () => {
    await expect(example.run('preview')).resolves.toStrictEqual(changed());
  });

  test('updates a changed setting in place, and leaves those of somebody else', async () => {
    example.settings = { ...example.settings, 'prometheus.enabled': 'false' };
    await expect(example.run('up', nodeSelector(ARCHITECTURE))).resolves.toStrictEqual(
      changed(...doing('update', [EXTENSION, ...EXTENSION_COMPONENTS])),
    );
    expect(example.settings).toMatchObject({
      'nodeSelector.kubernetes\\.io/arch': 'amd64',
      'prometheus.enabled': 'false',
    });
  });

  test('refuses another release namespace, another cluster, and the removal of a node selector', async () => {
    await expect(example.runElsewhere('preview')).resolves.toStrictEqual(refused('marked for protection'));
    await expect(example.run('preview', { clusterName: 'ml2' })).resolves.toStrictEqual(
      refused('marked for protection'),
    );
    await expect(example.run('preview', { clusterName: 'ml', ...nodeSelector({}) })).resolves.toStrictEqual(
      refused('[pulumi/node-selector-removed]'),
    );
    await expect(example.run('up')).resolves.toStrictEqual(refused('[pulumi/node-selector-removed]'));
    expect(example.settings).toHaveProperty(['nodeSelector.kubernetes\\.io/arch'], 'amd64');
  });

  test('replaces for them when that is allowed, with what needs the extension', async () => {
    const allowed = { allowReplacement: 'true', ...nodeSelector(ARCHITECTURE) };
    const components = doing('update', EXTENSION_COMPONENTS);
    const again = replaced(EXTENSION, ...COMPUTES, ...INSTANCE_TYPES, SECRET, INGRESS);
    await expect(example.run('up', allowed)).resolves.toStrictEqual(changed(...components));
    await expect(example.run('up', nodeSelector({}))).resolves.toStrictEqual(changed(...again, ...components));
    expect(example.settings).not.toHaveProperty(['nodeSelector.kubernetes\\.io/arch']);
    // Nothing makes the namespace azureml then, in which the ingress stands.
    await expect(example.runElsewhere('up')).resolves.toStrictEqual(refused('namespaces "azureml" not found'));
    expect(example.extension.body['scope']).toStrictEqual({ cluster: { releaseNamespace: 'elsewhere' } });
    await expect(example.run('up')).resolves.toMatchObject({ failures: [], shown: [], outlived: [] });
    await expect(example.missing(client)).resolves.toStrictEqual([]);
    await expect(example.run('preview')).resolves.toStrictEqual(changed());
  });

  test('takes a renewed certificate in the Secret of the ingress, in place, and touches nothing else', async () => {
    const before = await client.get(secret);
    await expect(example.run('up', { certificate: RENEWED_CERTIFICATE })).resolves.toStrictEqual(
      changed(`update ${SECRET}`, `update ${component('IngressTlsSecret scoring-tls')}`),
    );
    await expect(client.get(secret)).resolves.toMatchObject({
      metadata: { uid: before.metadata['uid'] },
      data: { 'tls.crt': Buffer.from(RENEWED_CERTIFICATE).toString('base64') },
    });
  });

  test('creates another compute, and touches nothing else', async () => {
    const teams = [...TEAMS, 'risk'].map((team) => ({ workspace: team, compute: `${team}-jobs` }));
    const created = [computeOf('risk'), ...objectsOf('risk'), ...componentsOf('risk')];
    await expect(example.run('up', { teams: JSON.stringify(teams) })).resolves.toStrictEqual(
      changed(...doing('create', created), `update ${PLATFORM}`),
    );
  });

  test('shows a drift after a refresh, and takes it back', async () => {
    await example.run('refresh');
    // Azure lists the user pools with the system pool.
    await expect(example.run('preview')).resolves.toStrictEqual(changed(`update ${CLUSTER}`));
    example.settings = { ...example.settings, enableTraining: 'False' };
    await client.remove([instanceType]);
    await example.run('refresh');
    const back = changed(`update ${CLUSTER}`, `update ${EXTENSION}`, `create ${INSTANCE_TYPES[1] ?? ''}`);
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
    await expect(client.find(namespace)).resolves.toBeUndefined();
  });

  test('moves to another cluster when that is allowed', async () => {
    example.reset();
    await example.run('up', { allowReplacement: 'true' });
    const { changes, failures, shown } = await example.run('up', { clusterName: 'ml2' });
    expect({ failures, shown }).toStrictEqual({ failures: [], shown: [] });
    expect(changes).toStrictEqual(expect.arrayContaining(replaced(...IN_AZURE, ...IN_CLUSTER, PROVIDER)));
    expect(example.extension.id).toContain('/managedClusters/ml2/');
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
