import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { AzureMLPlatform, ClusterScope, diagnosticsOf, OpenShiftSccGrant, RouterTlsSecret } from '../../lib/cdk8s';
import { EXTERNAL_PARTS } from '../support/tls-sources';

const TLS = { extensionName: 'azureml', source: EXTERNAL_PARTS };
const GRANT = { extensionName: 'azureml', computeNamespaces: ['ml-jobs'] };
const TAKEN =
  'the namespace azureml finds no place in the chart, where another construct has its id (received "chart/azureml-namespace"); give the other construct an id other than azureml-namespace, or use another chart [platform/namespace-id-taken]';

function paths(scope: Construct): string[] {
  return scope.node.findAll().map(({ node }) => node.path);
}

describe('the namespace that comes along', () => {
  test.each([
    ['RouterTlsSecret', (scope: Construct, id: string) => new RouterTlsSecret(scope, id, TLS)],
    ['OpenShiftSccGrant', (scope: Construct, id: string) => new OpenShiftSccGrant(scope, id, GRANT)],
  ])('fails with %s where another construct has its id, and leaves nothing', (kind, place) => {
    const chart = new Chart(new App(), 'chart');
    expect(() => place(chart, 'azureml-namespace')).toThrow(
      `${kind} chart/azureml-namespace has 1 error:\n  - ${TAKEN}`,
    );
    expect(paths(chart)).toStrictEqual(['chart']);

    const parent = new Construct(chart, 'azureml-namespace');
    expect(() => place(chart, 'it')).toThrow(`${kind} chart/it has 1 error:\n  - ${TAKEN}`);
    expect(() => place(parent, 'it')).toThrow(`${kind} chart/azureml-namespace/it has 1 error:\n  - ${TAKEN}`);
    expect(paths(chart)).toStrictEqual(['chart', 'chart/azureml-namespace']);
    expect(diagnosticsOf(chart)).toStrictEqual([]);
  });

  test('is found where it was made, also when the chart at hand has no place for it', () => {
    const cluster = new ClusterScope(new App(), 'prod');
    const [first, second] = [new Chart(cluster, 'first'), new Chart(cluster, 'second')];
    new RouterTlsSecret(first, 'router-tls', TLS);
    new OpenShiftSccGrant(second, 'azureml-namespace', GRANT);

    expect(paths(cluster).filter((path) => path.endsWith('azureml-namespace'))).toStrictEqual([
      'prod/first/azureml-namespace',
      'prod/second/azureml-namespace',
    ]);
  });

  test('needs no place with a ClusterRoleBinding', () => {
    const chart = new Chart(new App(), 'chart');
    new OpenShiftSccGrant(chart, 'azureml-namespace', { ...GRANT, binding: 'ClusterRoleBinding' });

    expect(paths(chart)).toStrictEqual(['chart', 'chart/azureml-namespace', 'chart/azureml-namespace/Resource']);
  });

  test('finds its place in a platform, whatever the names', () => {
    const name = 'azureml-namespace';
    const platform = new AzureMLPlatform(new App(), 'ml', {
      extension: { name, enableTraining: true },
      computes: [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' }, namespace: name }],
      openShift: {},
      routerTls: { name, source: EXTERNAL_PARTS },
    });

    expect(paths(platform)).toContain('ml/1-before-extension/azureml-namespace');
  });
});
