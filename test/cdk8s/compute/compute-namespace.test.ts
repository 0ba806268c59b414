import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { ComputeNamespace } from '../../../lib/cdk8s/compute/compute-namespace';

const NAMESPACE = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: 'ml-jobs',
    labels: { 'pod-security.kubernetes.io/audit': 'baseline', 'pod-security.kubernetes.io/warn': 'baseline' },
  },
};

describe('ComputeNamespace', () => {
  test('takes its id as its name, and warns and audits at baseline', () => {
    const chart = Testing.chart();

    const namespace = new ComputeNamespace(chart, 'ml-jobs');

    expect(Testing.synth(chart)).toStrictEqual([NAMESPACE]);
    expect(namespace).toMatchObject({ name: 'ml-jobs', phase: 'before-extension', diagnostics: [] });
  });

  test('writes quota and limit range into the namespace, after it', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'other' });

    const namespace = new ComputeNamespace(chart, 'jobs', {
      name: 'ml-jobs',
      quota: { requests: { gpu: 4 }, limits: { memory: '1024Mi' } },
      limitRange: { default: { memory: '2Gi' } },
    });

    const metadata = { name: 'ml-jobs', namespace: 'ml-jobs' };
    expect(Testing.synth(chart)).toStrictEqual([
      NAMESPACE,
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata,
        spec: { hard: { 'limits.memory': '1Gi', 'requests.nvidia.com/gpu': '4' } },
      },
      {
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata,
        spec: { limits: [{ type: 'Container', default: { memory: '2Gi' } }] },
      },
    ]);
    expect(namespace.node.children.map(({ node }) => node.id)).toStrictEqual(['Resource', 'Quota', 'LimitRange']);
  });

  test('enforces on request, with labels and annotations of the caller', () => {
    const chart = Testing.chart();

    new ComputeNamespace(chart, 'ml-jobs', {
      podSecurity: { enforce: 'baseline', warn: 'restricted' },
      labels: { team: 'ml' },
      annotations: { owner: 'ml@contoso.com' },
    });

    expect(Testing.synth(chart)).toMatchObject([
      {
        metadata: {
          labels: {
            team: 'ml',
            'pod-security.kubernetes.io/enforce': 'baseline',
            'pod-security.kubernetes.io/warn': 'restricted',
            'pod-security.kubernetes.io/audit': 'baseline',
          },
          annotations: { owner: 'ml@contoso.com' },
        },
      },
    ]);
  });

  test('fails before anything is created', () => {
    const chart = Testing.chart();

    expect(() => new ComputeNamespace(chart, 'kube-system', { quota: {} })).toThrow(
      /^ComputeNamespace test\/kube-system has 2 errors:/,
    );
    expect(chart.node.children).toStrictEqual([]);
  });

  test('fails at synthesis when a namespace is made twice', () => {
    const chart = Testing.chart();
    new ComputeNamespace(chart, 'ml-jobs');
    new ComputeNamespace(chart, 'again', { name: 'ml-jobs' });

    expect((): unknown => Testing.synth(chart)).toThrow(
      /test\/again: name: the namespace is made twice in one cluster/,
    );
  });

  test('can be patched', () => {
    const chart = Testing.chart();
    const namespace = new ComputeNamespace(chart, 'ml-jobs');

    ApiObject.of(namespace).addJsonPatch(JsonPatch.add('/metadata/labels/istio-injection', 'disabled'));

    expect(Testing.synth(chart)).toMatchObject([{ metadata: { labels: { 'istio-injection': 'disabled' } } }]);
  });
});
