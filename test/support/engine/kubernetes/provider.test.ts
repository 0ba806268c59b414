import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNKNOWN } from '../../pulumi/wire-values';
import { Cloud } from '../cloud';
import { marked, type Properties } from '../provider/wire';
import { kubeconfigOf } from './kubeconfig';
import { Kubernetes } from './provider';

const folder = mkdtempSync(join(tmpdir(), 'azureml-kubernetes-cloud-'));

const call = (type: string) => ({ urn: `urn:pulumi:test::project::${type}::one`, type, name: 'one' });

const SECRET = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'tls', namespace: 'azureml' }, type: 'Opaque' };
const CLAIM = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data', namespace: 'ml' } };

const changed = (before: Properties, after: Properties, config: Properties = {}) => {
  const provider = new Kubernetes(new Cloud(folder));
  provider.configure(config);
  const state = { id: 'one', inputs: before, outputs: {} };
  const { replacing, deleteBeforeReplace } = provider.diff({ ...call('kubernetes:core/v1:Any'), state, inputs: after });
  return { replaces: replacing.map(({ path }) => path.join('.')), deleteBeforeReplace };
};

describe('the stand-in for the provider of Kubernetes', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('replaces a Secret whose content changes, and deletes it first', () => {
    const [before, after] = [
      { ...SECRET, stringData: { a: '1' } },
      { ...SECRET, stringData: { a: '2' } },
    ];
    expect(changed(before, after)).toStrictEqual({ replaces: ['stringData.a'], deleteBeforeReplace: true });
  });

  test('updates a Secret in place when told that Secrets are mutable', () => {
    const [before, after] = [
      { ...SECRET, stringData: { a: '1' } },
      { ...SECRET, stringData: { a: '2' } },
    ];
    expect(changed(before, after, { enableSecretMutable: 'true' })).toStrictEqual({
      replaces: [],
      deleteBeforeReplace: false,
    });
  });

  test('replaces a claim for another volume, but not for another size', () => {
    const claim = (volumeName: string, storage: string) => ({
      ...CLAIM,
      spec: { volumeName, resources: { requests: { storage } } },
    });
    expect(changed(claim('a', '1Gi'), claim('a', '2Gi'))).toMatchObject({ replaces: [] });
    expect(changed(claim('a', '1Gi'), claim('b', '1Gi'))).toMatchObject({ replaces: ['spec.volumeName'] });
  });

  test('replaces an object for another name, the new one first', () => {
    const renamed = { ...CLAIM, metadata: { ...CLAIM.metadata, name: 'other' } };
    expect(changed(CLAIM, renamed)).toStrictEqual({ replaces: ['metadata.name'], deleteBeforeReplace: false });
  });

  test('replaces an object whose name may be another one', () => {
    expect(changed(CLAIM, { ...CLAIM, metadata: UNKNOWN })).toMatchObject({ replaces: ['metadata'] });
  });

  test('names what has no name, and keeps the name', () => {
    const provider = new Kubernetes(new Cloud(folder));
    const inputs = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'ml' } };
    const first = provider.check({ ...call('kubernetes:core/v1:ConfigMap'), old: undefined, inputs }).inputs;
    expect(first).toHaveProperty('metadata.name', expect.stringMatching(/^one-[0-9a-f]{8}$/));
    expect(provider.check({ ...call('kubernetes:core/v1:ConfigMap'), old: first, inputs }).inputs).toStrictEqual(first);
  });

  test('replaces itself, and so every object, for another cluster alone', () => {
    const provider = new Kubernetes(new Cloud(folder));
    const config = (token: string, url = 'https://c1', id?: string) => ({
      kubeconfig: marked(kubeconfigOf({ url, token, ca: 'CA' })),
      ...(id !== undefined && { clusterIdentifier: id }),
    });
    const replaces = (before: Properties, after: Properties) =>
      provider.diffConfig(before, after).replacing.map(({ path }) => path.join('.'));
    expect(replaces(config('a'), config('b'))).toStrictEqual([]);
    expect(replaces(config('a'), config('a', 'https://c2'))).toStrictEqual(['kubeconfig']);
    expect(replaces(config('a'), { kubeconfig: UNKNOWN })).toStrictEqual(['kubeconfig']);
    expect(replaces(config('a', 'https://c1', 'id'), config('b', 'https://c2', 'id'))).toStrictEqual([]);
    expect(replaces(config('a', 'https://c1', 'id'), config('a', 'https://c1', 'id2'))).toStrictEqual([
      'clusterIdentifier',
    ]);
  });

  test('fails a kind without a group', () => {
    const provider = new Kubernetes(new Cloud(folder));
    expect(provider.check({ ...call('kubernetes:v1:Secret'), old: undefined, inputs: SECRET }).failures).toStrictEqual([
      'apiVersion does not have both a group and a version: "v1"',
    ]);
  });

  test('fails without a cluster', async () => {
    const provider = new Kubernetes(new Cloud(folder));
    await expect(
      provider.create({ ...call('kubernetes:core/v1:Secret'), inputs: SECRET, preview: false }),
    ).rejects.toThrow('configured Kubernetes cluster is unreachable');
  });
});
