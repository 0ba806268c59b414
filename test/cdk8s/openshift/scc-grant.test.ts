import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { diagnosticsOf } from '../../../lib/cdk8s/cluster-scope';
import { OpenShiftSccGrant } from '../../../lib/cdk8s/openshift/scc-grant';

const GRANT = { extensionName: 'amlext', computeNamespaces: ['ml-jobs'] };

interface Synthesized {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

function synthesized(chart: Chart): string[] {
  return (Testing.synth(chart) as Synthesized[]).map(
    ({ kind, metadata }) =>
      `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`,
  );
}

describe('OpenShiftSccGrant', () => {
  test('brings the namespace azureml along, in the form that Helm adopts, before its binding', () => {
    const chart = Testing.chart();

    const grant = new OpenShiftSccGrant(chart, 'grant', GRANT);

    expect(synthesized(chart)).toStrictEqual([
      'RoleBinding azure-arc/azureml-scc-privileged',
      'Namespace azureml',
      'RoleBinding azureml/azureml-scc-privileged',
      'RoleBinding ml-jobs/azureml-scc-privileged',
    ]);
    expect(Testing.synth(chart)).toContainEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'azureml',
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        annotations: { 'meta.helm.sh/release-name': 'amlext', 'meta.helm.sh/release-namespace': 'azureml' },
      },
    });
    expect(grant).toMatchObject({ phase: 'before-extension', diagnostics: [] });
    expect(grant.users).toHaveLength(11);
    expect(grant.users[8]).toBe('system:serviceaccount:ml-jobs:default');
  });

  test('makes a ClusterRoleBinding without any namespace, also in a chart that has one', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'other' });

    const grant = new OpenShiftSccGrant(chart, 'grant', { ...GRANT, binding: 'ClusterRoleBinding' });

    expect(synthesized(chart)).toStrictEqual(['ClusterRoleBinding azureml-scc-privileged']);
    expect(ApiObject.of(grant).kind).toBe('ClusterRoleBinding');
  });

  test('makes a dedicated constraint, then its cluster role, then the bindings', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'other' });

    const grant = new OpenShiftSccGrant(chart, 'grant', { ...GRANT, scc: { kind: 'dedicated', name: 'azureml' } });

    expect(synthesized(chart)).toStrictEqual([
      'SecurityContextConstraints azureml',
      'ClusterRole system:openshift:scc:azureml',
      'RoleBinding azure-arc/azureml-scc-azureml',
      'Namespace azureml',
      'RoleBinding azureml/azureml-scc-azureml',
      'RoleBinding ml-jobs/azureml-scc-azureml',
    ]);
    expect(grant.node.children.map(({ node }) => node.id)).toStrictEqual([
      'SecurityContextConstraints',
      'ClusterRole',
      'RoleBinding-azure-arc',
      'RoleBinding-azureml',
      'RoleBinding-ml-jobs',
    ]);
  });

  test('fails before anything is created', () => {
    const chart = Testing.chart();

    expect(() => new OpenShiftSccGrant(chart, 'grant', { extensionName: 'AzureML', computeNamespaces: [] })).toThrow(
      /^OpenShiftSccGrant test\/grant has 2 errors:/,
    );
    expect(chart.node.children).toStrictEqual([]);
  });

  test('fails at synthesis when a cluster has two grants', () => {
    const chart = Testing.chart();
    new OpenShiftSccGrant(chart, 'grant', GRANT);
    new OpenShiftSccGrant(chart, 'again', { ...GRANT, name: 'again', binding: 'ClusterRoleBinding' });

    expect((): unknown => Testing.synth(chart)).toThrow(/test\/again: the cluster has a grant already/);
  });

  test('reports the computes that cannot use the constraint', () => {
    const chart = Testing.chart();
    new OpenShiftSccGrant(chart, 'grant', { extensionName: 'amlext', computeNamespaces: ['default', 'openshift'] });

    expect(diagnosticsOf(chart).map(({ place, issue }) => [place, issue.code])).toStrictEqual([
      ['test/grant', 'openshift/compute-namespace-default'],
      ['test/grant', 'openshift/compute-namespace-without-scc'],
    ]);
  });

  test('can be patched', () => {
    const chart = Testing.chart();
    const grant = new OpenShiftSccGrant(chart, 'grant', { ...GRANT, scc: { kind: 'dedicated', name: 'azureml' } });

    const constraint = ApiObject.of(grant.node.findChild('SecurityContextConstraints'));
    constraint.addJsonPatch(JsonPatch.replace('/allowHostNetwork', false));

    expect(Testing.synth(chart)).toContainEqual(
      expect.objectContaining({ kind: 'SecurityContextConstraints', allowHostNetwork: false }),
    );
  });
});
