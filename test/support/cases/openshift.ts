import { OpenShiftSccGrant } from 'azureml-kubernetes/cdk8s';
import type { ManifestCase } from './case';

/** Every option of the permissions on OpenShift. */
export const OPENSHIFT_CASES: readonly ManifestCase[] = [
  {
    title: 'OpenShift grant for two computes',
    build: (chart) => {
      new OpenShiftSccGrant(chart, 'grant', {
        extensionName: 'amlext',
        computeNamespaces: ['ml-jobs', 'ml-research', 'default', 'azureml'],
        olderAccounts: true,
      });
    },
  },
  {
    title: 'OpenShift grant in the whole cluster',
    build: (chart) => {
      new OpenShiftSccGrant(chart, 'grant', {
        extensionName: 'amlext',
        computeNamespaces: ['ml-jobs'],
        scc: { kind: 'builtIn' },
        binding: 'ClusterRoleBinding',
        arcConnected: false,
      });
    },
  },
  {
    title: 'OpenShift grant of a dedicated constraint',
    build: (chart) => {
      new OpenShiftSccGrant(chart, 'grant', {
        extensionName: 'amlext',
        computeNamespaces: ['azureml'],
        scc: { kind: 'dedicated', name: 'azureml' },
        binding: 'RoleBinding',
        name: 'azureml-privileged',
        arcConnected: false,
        olderAccounts: false,
        labels: { team: 'ml' },
        annotations: { owner: 'ml@contoso.com' },
      });
    },
  },
];
