import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cloud } from '../cloud';
import { UNKNOWN } from '../../pulumi/wire-values';
import type { Properties } from '../provider/wire';
import { Installation } from './installation';
import { AzureNative } from './provider';

const EXTENSION = 'azure-native:kubernetesconfiguration:Extension';
const COMPUTE = 'azure-native:machinelearningservices:Compute';
const CLUSTER = 'azure-native:containerservice:ManagedCluster';
const ROLE = 'azure-native:authorization:RoleAssignment';
const POOL = 'azure-native:containerservice:AgentPool';

const AKS = { clusterRp: 'Microsoft.ContainerService', clusterResourceName: 'managedClusters' };
const ARC = { clusterRp: 'Microsoft.Kubernetes', clusterResourceName: 'connectedClusters' };

const SETTINGS = { configurationSettings: { enableTraining: 'true' }, configurationProtectedSettings: { key: 'K' } };
const GUID = /^[0-9a-f-]{36}$/;
const SCOPE = { cluster: { releaseNamespace: 'azureml' } };

const extension = (changes: Properties = {}): Properties => ({
  resourceGroupName: 'ml',
  clusterName: 'c1',
  ...AKS,
  extensionName: 'azureml',
  extensionType: 'microsoft.azureml.kubernetes',
  scope: SCOPE,
  ...SETTINGS,
  ...changes,
});

const folder = mkdtempSync(join(tmpdir(), 'azureml-kubernetes-cloud-'));
const cloud = new Cloud(folder);
const provider = new AzureNative(cloud, new Installation(undefined));

const call = (type: string, name = 'one') => ({ urn: `urn:pulumi:test::project::${type}::${name}`, type, name });

const checked = (type: string, inputs: Properties, old?: Properties) =>
  provider.check({ ...call(type), old, inputs }).inputs;

const created = async (type: string, inputs: Properties) => {
  const all = checked(type, inputs);
  return { inputs: all, ...(await provider.create({ ...call(type), inputs: all, preview: false })) };
};

const previewed = async (type: string, inputs: Properties) =>
  (await provider.create({ ...call(type), inputs: checked(type, inputs), preview: true })).outputs;

const changed = (type: string, before: Properties, after: Properties) => {
  const state = { id: '/a', inputs: checked(type, before), outputs: {} };
  const { differences, replacing, deleteBeforeReplace } = provider.diff({
    ...call(type),
    state,
    inputs: checked(type, after, state.inputs),
  });
  const textOf = ({ path }: { path: readonly string[] }) => path.join('.');
  return { changes: differences.map(textOf), replaces: replacing.map(textOf), deleteBeforeReplace };
};

describe('the stand-in for azure-native', () => {
  afterEach(() => {
    for (const { id } of cloud.all()) cloud.remove(id);
    cloud.refuse();
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  describe('names what the program does not name', () => {
    test('with a suffix when the resource stands alone, and keeps it', () => {
      const first = checked(EXTENSION, extension({ extensionName: undefined }));
      expect(first['extensionName']).toMatch(/^one[0-9a-f]{8}$/);
      expect(checked(EXTENSION, extension({ extensionName: undefined }), first)).toStrictEqual(first);
    });

    test('as the program calls the resource when it has a parent', () => {
      const inputs = { resourceGroupName: 'ml', workspaceName: 'w' };
      expect(checked(COMPUTE, inputs)).toMatchObject({ computeName: 'one' });
    });

    test('fails when a part of the path is missing', () => {
      expect(provider.check({ ...call(COMPUTE), old: undefined, inputs: {} }).failures).toStrictEqual([
        "missing required property 'resourceGroupName'",
        "missing required property 'workspaceName'",
      ]);
    });
  });

  describe('in a preview', () => {
    test('knows what the inputs say, and nothing else', async () => {
      await expect(previewed(EXTENSION, extension())).resolves.toMatchObject({
        ...SETTINGS,
        currentVersion: UNKNOWN,
        aksAssignedIdentity: UNKNOWN,
        scope: { cluster: { releaseNamespace: 'azureml' }, namespace: UNKNOWN },
      });
    });

    test('knows no principal of an identity that is asked for', async () => {
      const outputs = await previewed(EXTENSION, extension({ ...ARC, identity: { type: 'SystemAssigned' } }));
      expect(outputs['identity']).toStrictEqual({ type: 'SystemAssigned', principalId: UNKNOWN, tenantId: UNKNOWN });
    });

    test('creates nothing', async () => {
      await previewed(EXTENSION, extension());
      expect(cloud.all()).toStrictEqual([]);
    });

    test('of an update knows the name besides', async () => {
      const { id, inputs, outputs } = await created(EXTENSION, extension());
      const state = { id, inputs, outputs };
      await expect(provider.update({ ...call(EXTENSION), state, inputs, preview: true })).resolves.toMatchObject({
        name: 'azureml',
        currentVersion: UNKNOWN,
      });
    });
  });

  describe('creates', () => {
    test('an extension on AKS with an identity of its own', async () => {
      const { id, outputs } = await created(EXTENSION, extension());
      expect(id).toBe(
        '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/ml/providers/Microsoft.ContainerService' +
          '/managedClusters/c1/providers/Microsoft.KubernetesConfiguration/extensions/azureml',
      );
      expect(outputs).toHaveProperty('aksAssignedIdentity.principalId', expect.stringMatching(GUID));
      expect(outputs).not.toHaveProperty('identity');
    });

    test('an extension on Arc with the identity that was asked for', async () => {
      const { outputs } = await created(EXTENSION, extension({ ...ARC, identity: { type: 'SystemAssigned' } }));
      expect(outputs).toHaveProperty('identity.principalId', expect.stringMatching(GUID));
      expect(outputs).not.toHaveProperty('aksAssignedIdentity');
    });

    test('a role of a principal for a scope once', async () => {
      const role = { scope: '/subscriptions/s', principalId: 'p', roleDefinitionId: 'r' };
      await created(ROLE, { ...role, roleAssignmentName: 'a' });
      await created(ROLE, { ...role, roleAssignmentName: 'b', principalId: 'q' });
      await expect(created(ROLE, { ...role, roleAssignmentName: 'c' })).rejects.toThrow('RoleAssignmentExists');
    });

    test('without showing protected settings', async () => {
      const { id, outputs } = await created(EXTENSION, extension());
      expect(outputs).not.toHaveProperty('configurationProtectedSettings');
      expect(cloud.get(id).hidden).toStrictEqual({ configurationProtectedSettings: { key: 'K' } });
    });

    test('fails over something that exists', async () => {
      await created(EXTENSION, extension());
      await expect(created(EXTENSION, extension())).rejects.toThrow('cannot create already existing resource');
    });

    test('fails what the test refuses', async () => {
      cloud.refuse(`${EXTENSION}::one`);
      await expect(created(EXTENSION, extension())).rejects.toThrow('was disallowed by the test');
      expect(cloud.all()).toStrictEqual([]);
    });
  });

  describe('updates', () => {
    const updated = async (changes: Properties) => {
      const { id, inputs, outputs } = await created(EXTENSION, extension());
      const state = { id, inputs, outputs };
      const after = checked(EXTENSION, extension(changes), inputs);
      const result = await provider.update({ ...call(EXTENSION), state, inputs: after, preview: false });
      return { before: outputs, after: result, kept: cloud.get(id).hidden };
    };

    test('settings by merging them, so that a removed key stays', async () => {
      const { after } = await updated({ configurationSettings: { enableInference: 'true' } });
      expect(after['configurationSettings']).toStrictEqual({ enableTraining: 'true', enableInference: 'true' });
    });

    test('protected settings as a whole', async () => {
      const { kept } = await updated({ configurationProtectedSettings: { other: 'O' } });
      expect(kept).toStrictEqual({ configurationProtectedSettings: { other: 'O' } });
    });

    test('without changing the identity', async () => {
      const { before, after } = await updated({ version: '1.2.0' });
      expect(after).toMatchObject({ aksAssignedIdentity: before['aksAssignedIdentity'], currentVersion: '1.2.0' });
    });

    test('fails a change of what the service cannot change', async () => {
      await expect(updated({ scope: { cluster: { releaseNamespace: 'other' } } })).rejects.toThrow(
        'scope cannot be changed',
      );
    });
  });

  describe('compares inputs', () => {
    test('and sees single settings', () => {
      expect(
        changed(EXTENSION, extension(), extension({ configurationSettings: { enableTraining: 'false' } })),
      ).toStrictEqual({
        changes: ['configurationSettings.enableTraining'],
        replaces: [],
        deleteBeforeReplace: false,
      });
    });

    test.each(['extensionName', 'clusterName', 'clusterRp', 'resourceGroupName'])('and replaces for %s', (input) => {
      expect(changed(EXTENSION, extension(), extension({ [input]: 'other' }))).toStrictEqual({
        changes: [input],
        replaces: [input],
        deleteBeforeReplace: true,
      });
    });

    test('and replaces a pool for its machines, but not for its size', () => {
      const pool = { resourceGroupName: 'ml', resourceName: 'c1', vmSize: 'A', count: 1 };
      expect(changed(POOL, pool, { ...pool, vmSize: 'B', count: 2 })).toStrictEqual({
        changes: ['count', 'vmSize'],
        replaces: ['vmSize'],
        deleteBeforeReplace: true,
      });
    });

    test('and replaces what has a made-up name before the old one goes', () => {
      const before = extension({ extensionName: undefined });
      expect(changed(EXTENSION, before, { ...before, clusterName: 'c2' })).toMatchObject({
        deleteBeforeReplace: false,
      });
    });
  });

  describe('reads', () => {
    const read = async (state: { id: string; inputs: Properties; outputs: Properties }) =>
      provider.read({ ...call(EXTENSION), state });

    test('nothing where nothing is', async () => {
      await expect(read({ id: '/a', inputs: {}, outputs: {} })).resolves.toBeUndefined();
    });

    test('all node pools of a cluster, also those made on their own', async () => {
      const place = { resourceGroupName: 'ml', resourceName: 'c1' };
      const { id, inputs, outputs } = await created(CLUSTER, {
        ...place,
        agentPoolProfiles: [{ name: 'system' }],
      });
      await created(POOL, { ...place, agentPoolName: 'jobs', vmSize: 'A' });
      const found = await provider.read({ ...call(CLUSTER), state: { id, inputs, outputs } });
      expect(found?.inputs['agentPoolProfiles']).toMatchObject([{ name: 'system' }, { name: 'jobs', vmSize: 'A' }]);
    });

    test('inputs without what Azure filled in', async () => {
      const { id, inputs, outputs } = await created(EXTENSION, extension());
      await expect(read({ id, inputs, outputs })).resolves.toStrictEqual({ id, inputs, outputs });
    });

    test('inputs with what changed in Azure since', async () => {
      const { id, inputs, outputs } = await created(EXTENSION, extension());
      const resource = cloud.get(id);
      const settings = { enableTraining: 'true', added: 'by hand' };
      cloud.put({ ...resource, body: { ...resource.body, configurationSettings: settings } });
      await expect(read({ id, inputs, outputs })).resolves.toMatchObject({
        inputs: { ...inputs, configurationSettings: settings },
        outputs: { configurationSettings: settings },
      });
    });

    test('inputs of an import from the id and the answer, but for protected settings', async () => {
      const { id, inputs } = await created(EXTENSION, extension());
      const { configurationProtectedSettings, azureApiVersion, ...rest } = inputs;
      expect([configurationProtectedSettings, azureApiVersion]).toStrictEqual([{ key: 'K' }, '2023-05-01']);
      const found = await read({ id, inputs: {}, outputs: {} });
      expect(found?.inputs).toStrictEqual({ ...rest, aksAssignedIdentity: { type: 'SystemAssigned' } });
    });
  });

  describe('deletes', () => {
    const cluster = 'azure-native:containerservice:ManagedCluster';

    test('a compute, and leaves the cluster that is attached', async () => {
      const { id: resourceId } = await created(cluster, { resourceGroupName: 'ml', resourceName: 'c1' });
      const inputs = {
        resourceGroupName: 'ml',
        workspaceName: 'w',
        properties: { computeType: 'Kubernetes', resourceId },
      };
      const compute = await created(COMPUTE, inputs);
      await provider.delete({ ...call(COMPUTE), state: compute });
      expect(cloud.all().map(({ id }) => id)).toStrictEqual([resourceId]);
    });

    test('a cluster with the extension in it', async () => {
      const state = await created(cluster, { resourceGroupName: 'ml', resourceName: 'c1' });
      await created(EXTENSION, extension());
      await provider.delete({ ...call(cluster), state });
      expect(cloud.all()).toStrictEqual([]);
    });

    test('without an error what is gone already', async () => {
      const state = await created(EXTENSION, extension());
      cloud.remove(state.id);
      await expect(provider.delete({ ...call(EXTENSION), state })).resolves.toBeUndefined();
    });
  });
});
