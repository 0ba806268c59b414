import { CERTIFICATE, PRIVATE_KEY, RENEWED_CERTIFICATE } from '../support/certificates';
import { KubeClient } from '../support/cluster/client';
import { givenAccess } from '../support/cluster/server';
import { EngineStack } from '../support/engine/engine-stack';
import { kubeconfigOf } from '../support/engine/kubernetes/kubeconfig';
import { outlived } from '../support/engine/outlived';
import { showsSecret } from '../support/secret-search';

const EXTENSION = 'azure-native:kubernetesconfiguration:Extension';
const CONFIG = {
  kubeconfig: { secret: kubeconfigOf(givenAccess()) },
  certificate: CERTIFICATE,
  privateKey: { secret: PRIVATE_KEY },
  computes: '["one"]',
};

const client = new KubeClient();
const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'images', namespace: 'ml-jobs' } };

/** What is created of the library's own, by type and name. */
const CHILDREN = [
  'kubernetes:amlarc.azureml.com/v1alpha1:InstanceType small-resource',
  'kubernetes:apps/v1:DaemonSet nvidia-resource',
  'kubernetes:core/v1:Namespace azureml-resource',
  'kubernetes:core/v1:Namespace ml-jobs-resource',
  'kubernetes:core/v1:PersistentVolume images-persistentVolume',
  'kubernetes:core/v1:PersistentVolumeClaim images-claim',
  'kubernetes:core/v1:ResourceQuota ml-jobs-quota',
  'kubernetes:core/v1:Secret router-tls-resource',
  'kubernetes:networking.k8s.io/v1:Ingress scoring-resource',
];

// One stack whose operations build on each other: every test is the next thing that happens to it.
describe('the in-cluster components on the engine', () => {
  const stack = new EngineStack('test/engine/programs/in-cluster.ts');
  let refusable: string[] = [];

  afterAll(() => {
    stack.remove();
  });

  test('preview with every known value, and create nothing', async () => {
    stack.configure(CONFIG);
    const preview = await stack.preview();
    expect(preview.failure).toBeUndefined();
    const children = preview.changes.filter((line) => line.startsWith('create kubernetes:'));
    expect(children.map((line) => line.replace('create ', '')).sort()).toStrictEqual(CHILDREN);
    const { inputs } = preview.step('kubernetes:core/v1:PersistentVolume', 'images-persistentVolume');
    expect(inputs).toMatchObject({ spec: { capacity: { storage: '1Ti' }, nfs: { path: '/share/images' } } });
    const { configurationSettings } = preview.step(EXTENSION, 'azureml').inputs;
    expect(configurationSettings).toMatchObject({ enableInference: 'true', sslSecret: expect.any(String) as string });
    expect(stack.cloud.calls()).toStrictEqual([]);
  });

  test('come up, and the API server accepts every object', async () => {
    const up = await stack.up();
    expect(up.failure).toBeUndefined();
    refusable = up.steps.filter(({ type }) => /^(azure-native|kubernetes):/.test(type)).map(({ urn }) => urn);
    await client.waitUntil(
      claim,
      'bound',
      ({ status }) => (status as { phase?: string } | undefined)?.phase === 'Bound',
    );
  });

  test('do not change when nothing changed', async () => {
    const preview = await stack.preview();
    expect(preview.failure).toBeUndefined();
    expect(preview.changes).toStrictEqual([]);
  });

  test('take a renewed certificate as a new Secret and one update of the extension', async () => {
    stack.configure({ ...CONFIG, certificate: RENEWED_CERTIFICATE });
    const up = await stack.up();
    expect(up.failure).toBeUndefined();
    expect(up.steps.filter(({ type, op }) => type.includes('Compute') && op !== 'same')).toStrictEqual([]);
    expect([...up.changes].sort()).toStrictEqual([
      'create-replacement kubernetes:core/v1:Secret router-tls-resource',
      'delete-replaced kubernetes:core/v1:Secret router-tls-resource',
      'replace kubernetes:core/v1:Secret router-tls-resource',
      `update ${EXTENSION} azureml`,
      'update azureml-kubernetes:index:RouterTlsSecret router-tls',
    ]);
  });

  test('let another compute come without touching anything', async () => {
    stack.configure({ ...CONFIG, certificate: RENEWED_CERTIFICATE, computes: '["one","two"]' });
    const up = await stack.up();
    expect(up.changes).toStrictEqual(['create azure-native:machinelearningservices:Compute two']);
  });

  test('make anew what somebody deleted, after a refresh', async () => {
    const ingress = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'azureml-fe', namespace: 'azureml' },
    };
    await client.remove([ingress]);
    await stack.refresh();
    const preview = await stack.preview();
    expect(preview.changes).toStrictEqual(['create kubernetes:networking.k8s.io/v1:Ingress scoring-resource']);
  });

  test('show the private key nowhere', () => {
    const [all, visible] = [`${stack.kept()}${stack.told}`, `${CERTIFICATE}${RENEWED_CERTIFICATE}`];
    expect(showsSecret(all, PRIVATE_KEY, visible)).toBe(false);
    expect(showsSecret(`${all}${PRIVATE_KEY.split('\n')[10] ?? ''}`, PRIVATE_KEY, visible)).toBe(true);
  });

  test('go away, each thing before what it needs', async () => {
    const destroy = await stack.destroy();
    expect(destroy.failure).toBeUndefined();
    expect(outlived(destroy.steps)).toStrictEqual([]);
    expect(stack.cloud.all()).toStrictEqual([]);
    await expect(client.find(claim)).resolves.toBeUndefined();
  });

  test('can be repeated and finish, whichever resource is refused', async () => {
    const failures: string[] = [];
    for (const urn of refusable) {
      stack.reset();
      stack.configure(CONFIG);
      stack.cloud.refuse(urn);
      const refused = await stack.up();
      stack.cloud.refuse();
      const repeated = await stack.up();
      if (refused.failure === undefined) failures.push(`not refused: ${urn}`);
      if (repeated.failure !== undefined)
        failures.push(`not finished: ${urn}: ${repeated.messages('error').join(' ')}`);
    }
    expect(failures).toStrictEqual([]);
    await stack.destroy();
  }, 400_000);
});
