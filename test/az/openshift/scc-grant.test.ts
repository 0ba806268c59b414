import { ocSccGrantArguments } from '../../../lib/az/openshift/scc-grant';
import { resolveOpenShiftSccGrant } from '../../../lib/model/openshift/resolve-scc-grant';
import type { OpenShiftSccGrantSpec } from '../../../lib/model/openshift/scc-grant';

const GRANT: OpenShiftSccGrantSpec = { extensionName: 'amlext', computeNamespaces: ['ml-jobs', 'default'] };

function commands(change: Partial<OpenShiftSccGrantSpec>): string[] {
  return ocSccGrantArguments(resolveOpenShiftSccGrant({ ...GRANT, ...change })).map((args) => args.join(' '));
}

describe('ocSccGrantArguments', () => {
  test('has a command for each namespace, which makes a RoleBinding', () => {
    expect(commands({})).toStrictEqual([
      'adm policy add-scc-to-user privileged -z azure-arc-kube-aad-proxy-sa -n azure-arc',
      'adm policy add-scc-to-user privileged -z amlext-kube-state-metrics -z prom-admission -z default -z prom-operator -z load-amlarc-selinux-policy-sa -z azureml-fe-v2 -z prom-prometheus -z azureml-ingress-nginx -z azureml-ingress-nginx-admission -n azureml',
      'adm policy add-scc-to-user privileged -z default -n ml-jobs',
    ]);
  });

  test('has one command without a namespace, which makes a ClusterRoleBinding', () => {
    expect(commands({ binding: 'ClusterRoleBinding', arcConnected: false })).toStrictEqual([
      'adm policy add-scc-to-user privileged system:serviceaccount:azureml:amlext-kube-state-metrics system:serviceaccount:azureml:prom-admission system:serviceaccount:azureml:default system:serviceaccount:azureml:prom-operator system:serviceaccount:azureml:load-amlarc-selinux-policy-sa system:serviceaccount:azureml:azureml-fe-v2 system:serviceaccount:azureml:prom-prometheus system:serviceaccount:ml-jobs:default system:serviceaccount:azureml:azureml-ingress-nginx system:serviceaccount:azureml:azureml-ingress-nginx-admission',
    ]);
  });

  test('names a dedicated constraint', () => {
    expect(commands({ scc: { kind: 'dedicated', name: 'azureml' } }).at(-1)).toBe(
      'adm policy add-scc-to-user azureml -z default -n ml-jobs',
    );
  });
});
