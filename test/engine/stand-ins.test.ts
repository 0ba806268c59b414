import { KubeClient } from '../support/cluster/client';
import { EngineStack } from '../support/engine/engine-stack';
import { outlived } from '../support/engine/outlived';

const EXTENSION = 'azure-native:kubernetesconfiguration:Extension';
const KEY = 'KEY-OF-THE-TEST';
const CONFIG = { location: 'westeurope', key: { secret: KEY } };

const client = new KubeClient();
const instanceType = { apiVersion: 'amlarc.azureml.com/v1alpha1', kind: 'InstanceType', metadata: { name: 'small' } };
const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'tls', namespace: 'azureml' } };
const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'azureml' } };

// One stack whose operations build on each other: every test is the next thing that happens to it.
describe('a program of plain resources on the engine, with the stand-ins', () => {
  const stack = new EngineStack('test/engine/programs/raw-resources.ts');

  afterAll(() => {
    stack.remove();
  });

  test('previews with what is known, and creates nothing', async () => {
    stack.configure(CONFIG);
    const preview = await stack.preview();
    expect(preview.failure).toBeUndefined();
    expect([...preview.changes].sort()).toStrictEqual([
      'create azure-native:authorization:RoleAssignment reader',
      'create azure-native:containerservice:AgentPool jobs',
      'create azure-native:containerservice:ManagedCluster cluster',
      'create azure-native:kubernetesconfiguration:Extension azureml',
      'create azure-native:machinelearningservices:Compute compute',
      'create kubernetes:amlarc.azureml.com/v1alpha1:InstanceType small',
      'create kubernetes:core/v1:Namespace azureml',
      'create kubernetes:core/v1:Secret tls',
      'create pulumi:providers:kubernetes cluster',
    ]);
    expect(preview.step(EXTENSION, 'azureml').inputs['configurationSettings']).toMatchObject({
      enableTraining: 'true',
    });
    expect(stack.cloud.calls()).toStrictEqual([]);
    await expect(client.find(namespace)).resolves.toBeUndefined();
  });

  test('comes up, in Azure and in the cluster', async () => {
    const up = await stack.up();
    expect(up.failure).toBeUndefined();
    expect(up.outputs['principalId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(stack.cloud.all()).toHaveLength(5);
    await expect(client.get(instanceType)).resolves.toMatchObject(instanceType);
  });

  test('does not change when nothing changed', async () => {
    const preview = await stack.preview();
    expect(preview.failure).toBeUndefined();
    expect(preview.changes).toStrictEqual([]);
  });

  test('updates a setting in place', async () => {
    stack.configure({ ...CONFIG, sslCname: 'ml.contoso.com' });
    const up = await stack.up();
    expect(up.failure).toBeUndefined();
    expect(up.changes).toStrictEqual([`update ${EXTENSION} azureml`]);
    expect(up.step(EXTENSION, 'azureml').changes).toStrictEqual(['configurationSettings.sslCname']);
  });

  test('shows a drift when it is refreshed, and takes it back', async () => {
    const extension = stack.cloud.all().find(({ type }) => type === EXTENSION);
    if (extension === undefined) throw new Error('no extension');
    const { configurationSettings } = extension.body as { configurationSettings: object };
    const drifted = { ...configurationSettings, enableTraining: 'false' };
    stack.cloud.put({ ...extension, body: { ...extension.body, configurationSettings: drifted } });
    const refresh = await stack.refresh();
    expect(refresh.failure).toBeUndefined();
    const preview = await stack.preview();
    expect(preview.step(EXTENSION, 'azureml').changes).toStrictEqual(['configurationSettings.enableTraining']);
    const up = await stack.up();
    expect(up.changes).toStrictEqual([`update ${EXTENSION} azureml`]);
  });

  test('replaces a Secret whose content changes, unless the provider says that Secrets are mutable', async () => {
    stack.configure({ ...CONFIG, key: { secret: `${KEY}-2` }, sslCname: 'ml.contoso.com' });
    const replaced = await stack.preview();
    expect(replaced.changes).toContain('replace kubernetes:core/v1:Secret tls');
    stack.configure({ ...CONFIG, key: { secret: `${KEY}-2` }, sslCname: 'ml.contoso.com', secretsAreMutable: 'true' });
    const up = await stack.up();
    expect(up.failure).toBeUndefined();
    expect(up.changes).toContain('update kubernetes:core/v1:Secret tls');
    await expect(client.get(secret)).resolves.toHaveProperty(['data', 'key.pem'], btoa(`${KEY}-2`));
  });

  test('keeps no secret in clear, neither in the state nor in what it tells', () => {
    const all = `${stack.kept()}${stack.told}`;
    expect([KEY, btoa(`${KEY}-2`)].filter((form) => all.includes(form))).toStrictEqual([]);
  });

  test('goes away, each thing before what it needs', async () => {
    stack.cloud.forgetCalls();
    const destroy = await stack.destroy();
    expect(destroy.failure).toBeUndefined();
    expect(outlived(destroy.steps)).toStrictEqual([]);
    expect(stack.cloud.all()).toStrictEqual([]);
    await expect(client.find(namespace)).resolves.toBeUndefined();
  });
});
