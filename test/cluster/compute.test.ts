import fc from 'fast-check';
import { instanceTypeIssues, type InstanceTypeSpec } from 'azureml-kubernetes';
import { ComputeNamespace, InstanceType } from 'azureml-kubernetes/cdk8s';
import { ensureNamespaces, removeAll } from '../support/cluster/application';
import { KubeClient } from '../support/cluster/client';
import { instanceType } from '../support/cluster/crds/instance-type';
import { definitionOf } from '../support/cluster/crds/schema';
import { objectsOf } from '../support/cluster/manifests';
import type { KubeObject } from '../support/cluster/objects';

const client = new KubeClient();

const AMOUNTS = { cpu: '2', memory: '4Gi' };

function instanceTypeObject(name: string, requests: object, limits: object): KubeObject {
  const { apiVersion, kind } = instanceType.sample;
  return { apiVersion, kind, metadata: { name }, spec: { resources: { requests, limits } } };
}

/** Mostly right values, and wrong ones, for each part of an instance type. */
const anyInstanceType = fc.record(
  {
    name: oftenRight(['gpu', 'gpu.large', 'a'], ['GPU', 'gpu_1', '-a', 'a..b']),
    nodeSelector: oftenRight(
      [{}, { agentpool: 'gpu' }, { 'kubernetes.azure.com/mode': '' }, { 'ml.azure.com/amlarc': 'true' }],
      [{ 'a b': 'c' }, { 'A.b/c': 'd' }, { a: 'b c' }, { a: 1 }, { '/a': 'b' }, { a: 'b'.repeat(64) }],
    ),
    resources: fc.record({
      requests: fc.record({
        cpu: oftenRight(['1', '500m', '0.5', '007', '0.001'], ['0', '0.0001', '1e3', '', '-1', 1, '100u', '0m', '16']),
        memory: oftenRight(['1Gi', '1024Mi', '500M', '1Ki'], ['0Gi', '4', '4gi', '1.5Gi', '1e9', '', 4, '9Ti']),
      }),
      limits: fc.record(
        {
          cpu: oftenRight(['1', '2000m', '8.125'], ['0.0', '2k', ' 2', null]),
          memory: oftenRight(['1Gi', '8Gi', '2G', '1Ti'], ['8', '8GiB', '00Mi']),
          gpu: oftenRight([1, 8, 1024], [0, -1, 1.5, '1', 1025]),
        },
        { requiredKeys: ['cpu', 'memory'] },
      ),
    }),
  },
  { requiredKeys: ['name', 'resources'] },
);

type AnyInstanceType = typeof anyInstanceType extends fc.Arbitrary<infer Spec> ? Spec : never;

/** The object for a description, right or wrong: the library makes none of a wrong one. */
function objectOf({ name, nodeSelector, resources: { requests, limits } }: AnyInstanceType): KubeObject {
  const { gpu, ...amounts } = limits;
  const counted = gpu === undefined ? amounts : { ...amounts, 'nvidia.com/gpu': gpu };
  const { metadata, spec, ...rest } = instanceTypeObject(String(name), requests, counted);
  return { ...rest, metadata, spec: { ...(spec as object), ...(nodeSelector === undefined ? {} : { nodeSelector }) } };
}

function errorsOf(spec: unknown): unknown[] {
  return instanceTypeIssues(spec as InstanceTypeSpec).filter(({ severity }) => severity === 'error');
}

function oftenRight(right: readonly unknown[], wrong: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...right) }, fc.constantFrom(...wrong));
}

describe('instance types', () => {
  beforeAll(() => client.establish(definitionOf(instanceType)));

  test.each([
    ['millicores and cores', { cpu: '500m', memory: '1024Mi' }, { cpu: '0.5', memory: '1Gi' }],
    ['equal requests and limits', AMOUNTS, AMOUNTS],
    ['decimal suffixes', { cpu: '1', memory: '1G' }, { cpu: '1.5', memory: '1Gi' }],
    ['GPUs', AMOUNTS, { ...AMOUNTS, gpu: 2 }],
  ])('are accepted by library and server with %s', async (_title, requests, limits) => {
    const [object] = objectsOf({
      title: '',
      build: (chart) => {
        new InstanceType(chart, 'valid', { resources: { requests, limits } });
      },
    });

    await expect(client.create(object as KubeObject, { dryRun: true })).resolves.toMatchObject({
      kind: 'InstanceType',
    });
  });

  test.each([
    ['no CPU', { cpu: '0', memory: '4Gi' }, AMOUNTS, 'spec.resources.requests.cpu in body should match'],
    [
      'CPU beyond thousandths',
      { cpu: '0.0001', memory: '4Gi' },
      AMOUNTS,
      'spec.resources.requests.cpu in body should match',
    ],
    [
      'memory without a suffix',
      { cpu: '1', memory: '4' },
      AMOUNTS,
      'spec.resources.requests.memory in body should match',
    ],
    ['no memory', { cpu: '1', memory: '0Gi' }, AMOUNTS, 'spec.resources.requests.memory in body should match'],
    ['CPU requested beyond the limit', { cpu: '2001m', memory: '4Gi' }, AMOUNTS, 'cpu is requested beyond its limit'],
    [
      'memory requested beyond the limit',
      { cpu: '1', memory: '4097Mi' },
      AMOUNTS,
      'memory is requested beyond its limit',
    ],
    [
      'a GPU in requests',
      { ...AMOUNTS, 'nvidia.com/gpu': 1 },
      AMOUNTS,
      'unknown field "spec.resources.requests.nvidia.com/gpu"',
    ],
    [
      'CPU as a number',
      { cpu: 1, memory: '4Gi' },
      AMOUNTS,
      'spec.resources.requests.cpu in body must be of type string',
    ],
    ['a request left out', { cpu: '1' }, AMOUNTS, 'spec.resources.requests.memory: Required value'],
    ['a limit left out', AMOUNTS, { memory: '4Gi' }, 'spec.resources.limits.cpu: Required value'],
  ])('fail in library and server with %s', async (_title, requests, limits, message) => {
    const spec = { name: 'refused', resources: { requests, limits } } as unknown as InstanceTypeSpec;

    expect(instanceTypeIssues(spec)).toContainEqual(expect.objectContaining({ severity: 'error' }));
    await expect(client.create(instanceTypeObject('refused', requests, limits), { dryRun: true })).rejects.toThrow(
      message,
    );
  });

  test('are accepted and refused by library and server alike, whatever is mixed', async () => {
    const verdicts: { readonly spec: string; readonly real: string; readonly said: string }[] = [];
    for (const spec of fc.sample(anyInstanceType, { numRuns: 300, seed: 1 })) {
      const isWrong = errorsOf(spec).length > 0;
      const real = await client.create(objectOf(spec), { dryRun: true }).then(
        () => 'accepted',
        () => 'refused',
      );
      verdicts.push({ spec: JSON.stringify(spec), real, said: isWrong ? 'refused' : 'accepted' });
    }

    expect(verdicts.filter(({ real, said }) => real !== said)).toStrictEqual([]);
    expect(verdicts.filter(({ real }) => real === 'accepted').length).toBeGreaterThan(50);
    expect(verdicts.filter(({ real }) => real === 'refused').length).toBeGreaterThan(50);
  });

  test('fail in library and server with a name that is no DNS subdomain', async () => {
    const spec = { name: 'GPU_Large', resources: { requests: AMOUNTS, limits: AMOUNTS } };

    expect(instanceTypeIssues(spec).map(({ code }) => code)).toStrictEqual(['name/dns-subdomain']);
    await expect(client.create(instanceTypeObject(spec.name, AMOUNTS, AMOUNTS), { dryRun: true })).rejects.toThrow(
      'RFC 1123',
    );
  });
});

function pod(namespace: string, container: object): KubeObject {
  const containers = [{ name: 'main', image: 'registry.invalid/main', ...container }];
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod', namespace }, spec: { containers } };
}

describe('compute namespaces', () => {
  const objects = objectsOf({
    title: '',
    build: (chart) => {
      new ComputeNamespace(chart, 'guarded', {
        podSecurity: { enforce: 'baseline' },
        quota: { requests: { cpu: '2' } },
        limitRange: { default: { cpu: '1' }, max: { cpu: '4' } },
      });
    },
  });

  beforeAll(async () => {
    await ensureNamespaces(client, objects);
    for (const object of objects) await client.apply(object);
    const quota = objects.find(({ kind }) => kind === 'ResourceQuota') as KubeObject;
    await client.waitUntil(
      quota,
      'counted',
      ({ status }) => (status as { hard?: unknown } | undefined)?.hard !== undefined,
    );
  });

  afterAll(() => removeAll(client, objects));

  test('take a pod that keeps to them, and fill in its CPU', async () => {
    const created = await client.create(pod('guarded', {}), { dryRun: true });

    expect(created).toMatchObject({
      spec: { containers: [{ resources: { requests: { cpu: '1' }, limits: { cpu: '1' } } }] },
    });
  });

  test('fail a pod below the enforced security level', async () => {
    await expect(
      client.create(pod('guarded', { securityContext: { privileged: true } }), { dryRun: true }),
    ).rejects.toThrow('violates PodSecurity "baseline:latest"');
  });

  test('fail a pod beyond the quota', async () => {
    await expect(
      client.create(pod('guarded', { resources: { requests: { cpu: '3' }, limits: { cpu: '3' } } }), { dryRun: true }),
    ).rejects.toThrow(
      'exceeded quota: guarded, requested: requests.cpu=3, used: requests.cpu=0, limited: requests.cpu=2',
    );
  });

  test('fail a container beyond the limit range', async () => {
    await expect(
      client.create(pod('guarded', { resources: { requests: { cpu: '1' }, limits: { cpu: '5' } } }), { dryRun: true }),
    ).rejects.toThrow('maximum cpu usage per Container is 4, but limit is 5');
  });
});
