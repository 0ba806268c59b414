import { ocSccGrantArguments } from 'azureml-kubernetes/az';
import { diagnosticsOf } from 'azureml-kubernetes/cdk8s';
import { Testing } from 'cdk8s';
import { OpenShiftChart } from './chart';

interface Binding {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly subjects?: readonly { readonly name: string }[];
}

const app = Testing.app();
const chart = new OpenShiftChart(app, 'openshift');

describe('OpenShift with two compute namespaces', () => {
  test('writes each namespace before the binding in it', () => {
    const names = (Testing.synth(chart) as Binding[]).map(({ kind, metadata: { name, namespace = '' } }) =>
      [kind, namespace, name].filter((text) => text !== '').join(' '),
    );
    expect(names).toStrictEqual([
      'Namespace ml-vision',
      'ResourceQuota ml-vision ml-vision',
      'Namespace ml-fraud',
      'RoleBinding azure-arc azureml-scc-privileged',
      'Namespace azureml',
      'RoleBinding azureml azureml-scc-privileged',
      'RoleBinding ml-vision azureml-scc-privileged',
      'RoleBinding ml-fraud azureml-scc-privileged',
    ]);
  });

  test('grants to the accounts of the page, and to the default account of each compute', () => {
    const bindings = (Testing.synth(chart) as Binding[]).filter(({ kind }) => kind === 'RoleBinding');
    expect(bindings.map(({ subjects = [] }) => subjects.map(({ name }) => name))).toStrictEqual([
      ['azure-arc-kube-aad-proxy-sa'],
      [
        'azureml-kube-state-metrics',
        'prom-admission',
        'default',
        'prom-operator',
        'load-amlarc-selinux-policy-sa',
        'azureml-fe-v2',
        'prom-prometheus',
        'azureml-ingress-nginx',
        'azureml-ingress-nginx-admission',
      ],
      ['default'],
      ['default'],
    ]);
    expect(chart.grant.users).toHaveLength(12);
  });

  test('can be granted by oc as well', () => {
    expect(ocSccGrantArguments(chart.grant.spec).at(-1)).toStrictEqual(
      'adm policy add-scc-to-user privileged -z default -n ml-fraud'.split(' '),
    );
  });

  test('has nothing to warn about', () => {
    expect(diagnosticsOf(chart)).toStrictEqual([]);
  });

  test('is written as it was', () => {
    expect(app.synthYaml()).toMatchSnapshot();
  });
});
