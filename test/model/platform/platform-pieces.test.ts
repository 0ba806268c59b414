import type { AzureMLPlatformSpec } from '../../../lib/model/platform/azureml-platform';
import { platformPieces } from '../../../lib/model/platform/platform-pieces';
import { FULL_PLATFORM } from '../../support/platform';

function ids(spec: AzureMLPlatformSpec): string[] {
  return platformPieces(spec).map(({ id }) => id);
}

const WORKSPACE = { resourceGroup: 'ml', name: 'vision' };

describe('platformPieces', () => {
  test('takes everything of the description, by names and not by positions', () => {
    expect(ids(FULL_PLATFORM)).toStrictEqual([
      'namespace-vision',
      'namespace-fraud',
      'volume-vision.images',
      'openshift-scc-grant',
      'router-tls',
      'device-plugin',
      'instance-type-gpu-one',
      'tls-scoring-tls',
      'ingress-azureml-fe',
      'nfs-mounts',
    ]);
  });

  test('fills in what follows from the rest', () => {
    expect(platformPieces(FULL_PLATFORM)).toMatchObject([
      { spec: { name: 'vision', quota: { requests: { gpu: 8 } } }, path: ['computes', 0, 'namespace'] },
      { spec: { name: 'fraud' }, path: ['computes', 1, 'namespace'] },
      { spec: { name: 'images', namespace: 'vision' }, path: ['computes', 0, 'volumes', 'images'] },
      { spec: { extensionName: 'azureml', computeNamespaces: ['vision', 'fraud'] } },
      { spec: { extensionName: 'azureml', name: 'router-tls' } },
      { spec: { isolations: [{ kind: 'computeTarget' }] } },
      { spec: { name: 'gpu-one' }, path: ['instanceTypes', 'gpu-one'] },
      { spec: { name: 'scoring-tls' } },
      { spec: { name: 'azureml-fe' } },
      { spec: { mounts: [{ name: 'models' }] } },
    ]);
  });

  test('gives everything an id of its own, whatever the names are', () => {
    const volume = {
      source: { kind: 'nfs', server: '10.0.0.4', path: '/a' },
      capacity: '1Gi',
      mountPath: '/a',
    } as const;
    const http = { controller: 'other', ingressClassName: 'a', http: {} } as const;
    const source = { kind: 'certManager', issuer: { kind: 'Issuer', name: 'ca' }, dnsNames: ['a.com'] } as const;
    const found = ids({
      extension: { name: 'azureml', enableTraining: true },
      computes: [
        { name: 'a1', workspace: WORKSPACE, namespace: 'a', volumes: { 'b-c': volume } },
        { name: 'b1', workspace: WORKSPACE, namespace: 'a-b', volumes: { c: volume } },
      ],
      ingresses: { 'tls-a': http, a: http },
      ingressTls: { a: { source } },
    });

    expect(found).toStrictEqual([...new Set(found)]);
  });

  test('creates no namespace default, and a shared one once by its fullest description', () => {
    const spec: AzureMLPlatformSpec = {
      extension: { name: 'azureml', enableTraining: true },
      computes: [
        { name: 'a1', workspace: WORKSPACE },
        { name: 'b1', workspace: WORKSPACE, namespace: 'default' },
        { name: 'c1', workspace: WORKSPACE, namespace: 'shared' },
        { name: 'd1', workspace: WORKSPACE, namespace: { name: 'shared', quota: { pods: 3 } } },
      ],
    };

    expect(platformPieces(spec)).toStrictEqual([
      {
        kind: 'computeNamespace',
        id: 'namespace-shared',
        path: ['computes', 3, 'namespace'],
        spec: { name: 'shared', quota: { pods: 3 } },
      },
    ]);
  });
});
