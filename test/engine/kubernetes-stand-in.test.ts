import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeClient } from '../support/cluster/client';
import { givenAccess } from '../support/cluster/server';
import { Cloud } from '../support/engine/cloud';
import { kubeconfigOf } from '../support/engine/kubernetes/kubeconfig';
import { Kubernetes } from '../support/engine/kubernetes/provider';
import { marked, type Properties } from '../support/engine/provider/wire';

const client = new KubeClient();
const folder = mkdtempSync(join(tmpdir(), 'azureml-kubernetes-cloud-'));
const cloud = new Cloud(folder);
const provider = new Kubernetes(cloud);

const TYPE = 'kubernetes:core/v1:Secret';
const call = { urn: `urn:pulumi:test::project::${TYPE}::one`, type: TYPE, name: 'one' };
const secret = (data: Properties = {}) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'stand-in', namespace: 'default' },
  ...data,
});

const created = async (inputs: Properties) => ({
  inputs,
  ...(await provider.create({ ...call, inputs, preview: false })),
});

describe('the stand-in for the provider of Kubernetes, on an API server', () => {
  beforeAll(() => {
    provider.configure({ kubeconfig: marked(kubeconfigOf(givenAccess())) });
  });

  afterEach(async () => {
    cloud.refuse();
    await client.remove([secret()]);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('applies, and marks the content of a Secret', async () => {
    const { id, outputs } = await created(secret({ stringData: marked({ key: 'K' }) }));
    expect(id).toBe('default/stand-in');
    expect(outputs['data']).toStrictEqual(marked({ key: 'Sw==' }));
    await expect(client.get(secret())).resolves.toMatchObject({ data: { key: 'Sw==' } });
  });

  test('keeps nothing of a preview', async () => {
    await provider.create({ ...call, inputs: secret(), preview: true });
    await expect(client.find(secret())).resolves.toBeUndefined();
  });

  test('fails what the server does not know', async () => {
    await expect(created(secret({ dta: {} }))).rejects.toThrow('.dta: field not declared in schema');
  });

  test('fails what the test refuses, and sends nothing', async () => {
    cloud.refuse('::one');
    await expect(created(secret())).rejects.toThrow('was disallowed by the test');
    await expect(client.find(secret())).resolves.toBeUndefined();
  });

  test('updates in place, and removes what is no longer there', async () => {
    const state = await created(secret({ data: { a: 'YQ==', b: 'Yg==' } }));
    await provider.update({ ...call, state, inputs: secret({ data: { a: 'YQ==' } }), preview: false });
    await expect(client.get(secret())).resolves.toMatchObject({ data: { a: 'YQ==' } });
    await expect(client.get(secret())).resolves.not.toHaveProperty('data.b');
  });

  test('reads the inputs as they were sent when nothing changed', async () => {
    const state = await created(secret({ data: { a: 'YQ==' } }));
    const found = await provider.read({ ...call, state });
    expect(found?.inputs).toStrictEqual(state.inputs);
  });

  test('reads what somebody else has made of it as outputs', async () => {
    const state = await created(secret({ data: marked({ a: 'YQ==' }) }));
    await client.remove([secret()]);
    await client.apply(secret({ data: { a: 'Yg==' } }));
    const found = await provider.read({ ...call, state });
    expect(found?.inputs).toStrictEqual(state.inputs);
    expect(found?.outputs['data']).toStrictEqual(marked({ a: 'Yg==' }));
  });

  test('reads nothing where nothing is', async () => {
    const state = { id: 'default/stand-in', inputs: secret(), outputs: {} };
    await expect(provider.read({ ...call, state })).resolves.toBeUndefined();
  });

  test('deletes, and takes it as done when there is nothing', async () => {
    const state = await created(secret());
    await provider.delete({ ...call, state });
    await expect(client.find(secret())).resolves.toBeUndefined();
    await expect(provider.delete({ ...call, state })).resolves.toBeUndefined();
  });
});
