import { KubeClient } from '../support/cluster/client';
import { givenServer } from '../support/cluster/server';

const client = new KubeClient();

const map = (data: object) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'harness', namespace: 'default' },
  ...data,
});

describe('the control plane of the tests', () => {
  afterEach(() => client.remove([map({})]));

  test('has the version of the table', async () => {
    await expect(client.serverVersion()).resolves.toBe(`v${givenServer().version}`);
  });

  test('takes a manifest and gives it back', async () => {
    await client.apply(map({ data: { key: 'value' } }));
    await expect(client.get(map({}))).resolves.toMatchObject({ data: { key: 'value' } });
  });

  test('fails a manifest with an unknown field', async () => {
    await expect(client.apply(map({ dta: { key: 'value' } }))).rejects.toThrow('.dta: field not declared in schema');
    await expect(client.create(map({ dta: { key: 'value' } }))).rejects.toThrow('unknown field "dta"');
  });

  test('fails a manifest with a value of another type', async () => {
    await expect(client.apply(map({ data: { key: 1 } }))).rejects.toThrow('.data.key: expected string');
  });

  test('fails a manifest that takes a field of another manager', async () => {
    await client.create(map({ data: { key: 'theirs' } }));
    await expect(client.apply(map({ data: { key: 'ours' } }))).rejects.toThrow('conflict');
  });

  test('keeps nothing of a dry run', async () => {
    await client.create(map({}), { dryRun: true });
    await expect(client.find(map({}))).resolves.toBeUndefined();
  });

  test('fails a cluster-scoped manifest with a namespace', async () => {
    const volume = { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'a', namespace: 'default' } };
    await expect(client.apply(volume)).rejects.toThrow('PersistentVolume a must have no namespace');
  });

  test('fails a kind that the server does not know', async () => {
    const unknown = { apiVersion: 'v1', kind: 'NoSuchKind', metadata: { name: 'a', namespace: 'default' } };
    await expect(client.apply(unknown)).rejects.toThrow('the server has no kind NoSuchKind in v1');
  });
});
