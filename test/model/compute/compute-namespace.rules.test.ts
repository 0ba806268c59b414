import type { ComputeNamespaceSpec } from '../../../lib/model/compute/compute-namespace';
import { computeNamespaceIssues, computeNamespaceSetIssues } from '../../../lib/model/compute/compute-namespace.rules';
import { resolveComputeNamespace } from '../../../lib/model/compute/resolve-compute-namespace';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';

function messages(spec: unknown): string[] {
  return computeNamespaceIssues(spec as ComputeNamespaceSpec).map(formatIssue);
}

function codes(spec: unknown): string[] {
  return computeNamespaceIssues(spec as ComputeNamespaceSpec).map(({ code }) => code);
}

const FULL: ComputeNamespaceSpec = {
  name: 'ml-jobs',
  podSecurity: { enforce: 'baseline', warn: 'restricted', audit: 'restricted' },
  quota: {
    requests: { cpu: '16', memory: '64Gi', gpu: 4, storage: '1Ti' },
    limits: { cpu: '32', memory: '128Gi' },
    pods: 100,
    persistentVolumeClaims: 10,
  },
  limitRange: {
    min: { cpu: '10m', memory: '16Mi' },
    defaultRequest: { cpu: '500m', memory: '1Gi' },
    default: { cpu: '1', memory: '2Gi' },
    max: { cpu: '8', memory: '32Gi' },
  },
  labels: { team: 'ml' },
  annotations: { owner: 'ml@contoso.com' },
};

describe('computeNamespaceIssues', () => {
  test('finds nothing wrong with a name alone, nor with everything given', () => {
    expect(messages({ name: 'ml-jobs' })).toStrictEqual([]);
    expect(messages(FULL)).toStrictEqual([]);
    expect(messages({ ...FULL, name: deferred('namespace') })).toStrictEqual([]);
  });

  test.each(['default', 'azureml', 'azure-arc', 'kube-system', 'openshift', 'openshift-node'])(
    'fails on %s',
    (name) => {
      expect(messages({ name })).toStrictEqual([
        `name: the namespace belongs to Kubernetes or to the extension and is not created here (received "${name}"); choose a namespace of its own for the compute; one that exists already needs no ComputeNamespace [compute/namespace-reserved]`,
      ]);
    },
  );

  test('warns when warnings are laxer than what is enforced', () => {
    expect(messages({ name: 'ml', podSecurity: { enforce: 'restricted', audit: 'restricted' } })).toStrictEqual([
      'podSecurity.warn: the namespace warns or audits at a laxer level than it enforces, which never says anything (received "baseline", expected restricted or stricter); leave the level out, or choose a stricter one than the enforced [compute/pod-security-order]',
    ]);
  });

  test('fails on labels that podSecurity writes', () => {
    expect(messages({ name: 'ml', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } })).toStrictEqual([
      'labels["pod-security.kubernetes.io/enforce"]: the key is written by the library (expected the property podSecurity); remove it here and use the property [spec/owned-key]',
    ]);
    expect(messages({ name: 'ml', labels: { 'pod-security.kubernetes.io/enforce-version': 'v1.36' } })).toStrictEqual(
      [],
    );
  });

  test('fails on a quota and a limit range that say nothing', () => {
    expect(messages({ name: 'ml', quota: { requests: {} }, limitRange: { max: {} } })).toStrictEqual([
      'limitRange: the limit range says nothing; give at least one amount, or leave the limit range out [compute/limit-range-empty]',
      'quota: the quota limits nothing; give at least one amount, or leave the quota out [compute/quota-empty]',
    ]);
  });

  test('fails on a quota with higher requests than limits', () => {
    const quota = { requests: { cpu: '3', memory: '1Gi' }, limits: { cpu: '2', memory: '1Gi' } };

    expect(messages({ name: 'ml', quota, limitRange: { default: { cpu: '1', memory: '1Gi' } } })).toStrictEqual([
      'quota.requests.cpu: the quota allows higher requests than limits, but requests never exceed limits (received "3", expected at most 2); raise the amount in limits or lower the one in requests [compute/quota-requests-above-limits]',
    ]);
  });

  test('warns when a quota demands amounts that nothing fills in', () => {
    expect(messages({ name: 'ml', quota: { requests: { cpu: '3' }, limits: { memory: '1Gi' } } })).toStrictEqual([
      'quota.requests.cpu: the quota demands an amount from every pod, and nothing gives it to pods that do not say one; give limitRange.default and limitRange.defaultRequest for the same resource [compute/quota-without-defaults]',
      'quota.limits.memory: the quota demands an amount from every pod, and nothing gives it to pods that do not say one; give limitRange.default and limitRange.defaultRequest for the same resource [compute/quota-without-defaults]',
    ]);
    expect(codes({ name: 'ml', quota: { requests: { gpu: 3 }, pods: 5 } })).toStrictEqual([]);
    expect(
      codes({ name: 'ml', quota: { requests: { cpu: '3' } }, limitRange: { default: { cpu: '1' } } }),
    ).toStrictEqual([]);
  });

  test('fails on a limit range whose amounts contradict each other', () => {
    expect(
      messages({ name: 'ml', limitRange: { min: { cpu: '2' }, default: { cpu: '1' }, max: { memory: '1Gi' } } }),
    ).toStrictEqual([
      'limitRange.min.cpu: the amounts of the limit range contradict each other (received "2", expected at most 1); keep min <= defaultRequest <= default <= max [compute/limit-range-order]',
    ]);
    expect(codes({ name: 'ml', limitRange: { default: { memory: '2Gi' }, max: { memory: '1Gi' } } })).toStrictEqual([
      'compute/limit-range-order',
    ]);
  });

  test('fails on everything at once', () => {
    expect(codes({ name: 'Default', podSecurity: { enforce: 'strict' }, quotas: {}, limitRange: {} })).toStrictEqual([
      'name/dns-label',
      'spec/choice',
      'spec/unknown-property',
      'compute/limit-range-empty',
    ]);
    expect(codes('ml')).toStrictEqual(['spec/type']);
  });
});

describe('computeNamespaceSetIssues', () => {
  test('fails on the second of two namespaces with one name', () => {
    expect(computeNamespaceSetIssues([{ name: 'a' }, { name: 'b' }])).toStrictEqual([]);
    expect(computeNamespaceSetIssues([{ name: 'a' }, { name: 'a' }]).map(formatIssue)).toStrictEqual([
      '[1].name: the namespace is made twice in one cluster (received "a"); keep one ComputeNamespace; several computes may share its name [compute/namespace-duplicate]',
    ]);
  });
});

describe('resolveComputeNamespace', () => {
  test('fills the defaults', () => {
    expect(resolveComputeNamespace({ name: 'ml-jobs' })).toStrictEqual({
      name: 'ml-jobs',
      podSecurity: { warn: 'baseline', audit: 'baseline' },
      quota: {},
      labels: {},
      annotations: {},
      warnings: [],
    });
  });

  test('names the amounts of a quota as Kubernetes does', () => {
    expect(resolveComputeNamespace(FULL).quota).toStrictEqual({
      'requests.cpu': '16',
      'requests.memory': '64Gi',
      'requests.nvidia.com/gpu': '4',
      'requests.storage': '1Ti',
      'limits.cpu': '32',
      'limits.memory': '128Gi',
      pods: '100',
      persistentvolumeclaims: '10',
    });
  });

  test('fails with one error for all issues', () => {
    expect(() => resolveComputeNamespace({ name: 'default', quota: {} })).toThrow(/^ComputeNamespace has 2 errors:/);
  });
});
