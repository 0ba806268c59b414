import fc from 'fast-check';
import type { InstanceTypeSpec } from '../../../lib/model/compute/instance-type';
import { instanceTypeIssues, instanceTypeSetIssues } from '../../../lib/model/compute/instance-type.rules';
import { resolveInstanceType } from '../../../lib/model/compute/resolve-instance-type';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';

const VALID: InstanceTypeSpec = {
  name: 'gpu-small',
  resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi' } },
};

function messages(spec: unknown): string[] {
  return instanceTypeIssues(spec as InstanceTypeSpec).map(formatIssue);
}

function withResources(requests: object, limits: object): unknown {
  return {
    ...VALID,
    resources: {
      requests: { ...VALID.resources.requests, ...requests },
      limits: { ...VALID.resources.limits, ...limits },
    },
  };
}

describe('instanceTypeIssues', () => {
  test('finds nothing wrong with a complete instance type', () => {
    expect(messages({ ...VALID, nodeSelector: { agentpool: 'gpu' } })).toStrictEqual([]);
    expect(messages(withResources({}, { gpu: 1, gpuResource: 'nvidia.com/gpu' }))).toStrictEqual([]);
  });

  test.each(['1', '2', '0.5', '1.25', '100m', '2000m'])('takes %s as CPU', (cpu) => {
    expect(messages(withResources({ cpu }, { cpu: '2' }))).toStrictEqual([]);
  });

  test.each(['0', '0.0', '0m', '', '1.2345', '1e3', '-1', '1 ', '100u', '2k'])('fails on %j as CPU', (cpu) => {
    expect(messages(withResources({ cpu }, {}))).toStrictEqual([
      `resources.requests.cpu: the amount of CPU is not of the form that instance types take (received ${JSON.stringify(cpu)}, expected cores or millicores, more than zero); give millicores such as "500m" or a number of cores such as "2" or "0.5", more than zero, as text [compute/instance-type-cpu]`,
    ]);
  });

  test.each(['1024Mi', '4Gi', '4G', '500M', '1Ti'])('takes %s as memory', (memory) => {
    expect(
      messages(withResources({ memory: '1Mi' }, { memory })).filter((one) => !one.includes('mlflow')),
    ).toStrictEqual([]);
  });

  test.each(['0Gi', '4', '', '4gi', '4GiB', '1.5Gi', '1e9', '-4Gi', '9999Pi'])('fails on %j as memory', (memory) => {
    expect(messages(withResources({ memory }, {}))).toStrictEqual([
      `resources.requests.memory: the amount of memory is not of the form that instance types take (received ${JSON.stringify(memory)}, expected a number with a suffix, more than zero); give a number with a suffix such as "1024Mi" or "4Gi", more than zero, as text [compute/instance-type-memory]`,
    ]);
  });

  test('fails on requests above limits, each with its limit', () => {
    expect(messages(withResources({ cpu: '2001m', memory: '4097Mi' }, {}))).toStrictEqual([
      'resources.requests.cpu: the instance type requests more than its limit (received "2001m", expected at most 2); lower the request or raise the limit [compute/instance-type-request-above-limit]',
      'resources.requests.memory: the instance type requests more than its limit (received "4097Mi", expected at most 4Gi); lower the request or raise the limit [compute/instance-type-request-above-limit]',
    ]);
  });

  test.each(['gpu', 'nvidia.com/gpu'])('fails on %s in requests', (gpu) => {
    expect(messages(withResources({ [gpu]: 1 }, { gpu: 1 }))).toStrictEqual([
      expect.stringMatching(
        /: a GPU stands in the requests of an instance type; give the number of GPUs as limits\.gpu alone \[compute\/instance-type-gpu-in-requests\]$/,
      ),
    ]);
  });

  test.each([0, -1, 1.5, '1', null])('fails on %j as the number of GPUs', (gpu) => {
    expect(messages(withResources({}, { gpu }))).toStrictEqual([
      `resources.limits.gpu: the number is out of range (received ${JSON.stringify(gpu)}, expected a whole number from 1 to 1024); give a whole number within the range [spec/number-range]`,
    ]);
  });

  test.each(['cpu', 'gpu', '/gpu', 'kubernetes.io/gpu', 'device.kubernetes.io/gpu', 'AMD.com/gpu', 'amd.com/'])(
    'fails on %s as the resource of GPUs',
    (name) => {
      expect(messages(withResources({}, { gpu: 1, gpuResource: name }))).toStrictEqual([
        `resources.limits.gpuResource: the text does not name an extended resource (received "${name}", expected a name with a domain, such as nvidia.com/gpu); give the name that a device plugin advertises, domain included, such as nvidia.com/gpu [compute/instance-type-gpu-resource]`,
      ]);
    },
  );

  test('warns about GPUs that the documentation does not know, and goes on with the other rules', () => {
    expect(messages(withResources({ cpu: '3' }, { gpu: 1, gpuResource: 'amd.com/gpu' }))).toStrictEqual([
      'resources.limits.gpuResource: the documentation knows GPUs as nvidia.com/gpu alone; whether Azure ML takes others is not known (received "amd.com/gpu"); try a job with the instance type, or leave gpuResource out on nodes with NVIDIA GPUs [compute/instance-type-other-gpu]',
      expect.stringMatching(/\[compute\/instance-type-request-above-limit\]$/),
    ]);
  });

  test('warns when MLflow models do not fit', () => {
    expect(messages(withResources({ memory: '1Gi' }, { cpu: '1', memory: '4Gi' }))).toStrictEqual([
      'resources.limits: the instance type is too small for MLflow model deployments (received "1 cores, 4Gi"); give limits of at least 2 cores and 4Gi where MLflow models are deployed [compute/instance-type-mlflow]',
    ]);
    expect(instanceTypeIssues(withResources({ memory: '1Gi' }, { memory: '3Gi' }) as InstanceTypeSpec)).toStrictEqual([
      expect.objectContaining({ code: 'compute/instance-type-mlflow', severity: 'warning' }),
    ]);
  });

  test('fails on everything at once, a bad name beside contradicting amounts', () => {
    const spec = { ...(withResources({ cpu: '3' }, {}) as object), name: 'GPU', nodeselector: {} };

    expect(instanceTypeIssues(spec as unknown as InstanceTypeSpec).map(({ code }) => code)).toStrictEqual([
      'name/dns-subdomain',
      'spec/unknown-property',
      'compute/instance-type-request-above-limit',
    ]);
  });

  test('fails on an amount that is known only at deployment, and takes such a label value', () => {
    expect(messages(withResources({ cpu: deferred('cpu') }, {}))).toStrictEqual([
      expect.stringMatching(/^resources\.requests\.cpu: the value must be known when the program runs/),
    ]);
    expect(messages({ ...VALID, nodeSelector: { agentpool: deferred('pool') } })).toStrictEqual([]);
  });
});

describe('instanceTypeSetIssues', () => {
  test('fails on the second of two types with one name', () => {
    expect(instanceTypeSetIssues([{ name: 'a' }, { name: 'b' }])).toStrictEqual([]);
    expect(instanceTypeSetIssues([{ name: 'a' }, { name: 'b' }, { name: 'a' }]).map(formatIssue)).toStrictEqual([
      '[2].name: two instance types of one cluster have the same name (received "a"); rename one of them: instance types are cluster-wide, whatever the compute [compute/instance-type-duplicate]',
    ]);
  });
});

describe('resolveInstanceType', () => {
  test('fills the defaults', () => {
    expect(resolveInstanceType(VALID)).toStrictEqual({
      name: 'gpu-small',
      nodeSelector: {},
      requests: { cpu: '1', memory: '4Gi' },
      limits: { cpu: '2', memory: '4Gi' },
      warnings: [],
    });
  });

  test('names the GPUs by their resource', () => {
    expect(resolveInstanceType(withResources({}, { gpu: 2 }) as InstanceTypeSpec).gpu).toStrictEqual({
      resource: 'nvidia.com/gpu',
      count: 2,
    });
  });

  test('fails with one error for all issues', () => {
    expect(() => resolveInstanceType({ ...VALID, name: '' })).toThrow(/^InstanceType has 1 error:\n {2}- name: /);
  });

  test('accepts requests exactly when they are within the limits', () => {
    const millicores = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(millicores, millicores, (request, limit) => {
        const spec = withResources({ cpu: `${String(request)}m` }, { cpu: `${String(limit)}m` }) as InstanceTypeSpec;
        const above = instanceTypeIssues(spec).some(({ severity }) => severity === 'error');
        expect(above).toBe(request > limit);
      }),
    );
  });
});
