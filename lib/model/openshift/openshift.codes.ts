import type { IssueCodeTable } from '../issue-code-table';

const PAGE = 'learn.microsoft.com/azure/machine-learning/reference-kubernetes';
const SCC_PAGE = 'the OpenShift documentation on security context constraints';

/** Issues with permissions on OpenShift. */
export const OPENSHIFT_CODES = {
  'openshift/extension-name': {
    severity: 'error',
    summary: 'the name of the extension makes no valid name of a service account',
    fix: 'use lower-case letters, digits and hyphens, at most 53 of them, with a letter or digit at both ends',
    source: `${PAGE}: a service account is named {EXTENSION-NAME}-kube-state-metrics`,
  },
  'openshift/extension-name-shortened': {
    severity: 'warning',
    summary: 'the extension may cut the name of a service account that is made from this name, which then has no grant',
    fix: 'use at most 44 characters, or compare the names in namespace azureml after the installation',
    source:
      'the chart of kube-state-metrics cuts its names at 63 characters; whether the extension changes that is not documented',
  },
  'openshift/compute-namespace-default': {
    severity: 'warning',
    summary:
      'nothing is granted to the compute in namespace default: OpenShift assigns no security context constraint to pods there',
    fix: 'attach the compute with a namespace of its own',
    source: `${PAGE} has that account skipped; ${SCC_PAGE}`,
  },
  'openshift/compute-namespace-without-scc': {
    severity: 'warning',
    summary:
      'the grant has no effect for this compute: OpenShift assigns no security context constraint to pods in the namespace',
    fix: 'attach the compute with a namespace of its own',
    source: SCC_PAGE,
  },
  'openshift/not-arc-connected': {
    severity: 'warning',
    summary: 'OpenShift clusters take the extension through Azure Arc, whose proxy gets no grant',
    fix: 'leave arcConnected out, unless the cluster really has no Arc agents',
    source: 'the extension is installed on AKS and on clusters that are connected through Azure Arc',
  },
  'openshift/scc-built-in': {
    severity: 'error',
    summary: 'the constraint belongs to OpenShift and is never written',
    fix: 'choose another name, or leave scc out to use the built-in constraint privileged as it is',
    source: `${SCC_PAGE}: do not modify the default constraints`,
  },
  'openshift/grant-duplicate': {
    severity: 'error',
    summary: 'the cluster has a grant already, and both would write the bindings of the same accounts',
    fix: 'keep one OpenShiftSccGrant and list all computeNamespaces in it',
    source: 'a cluster has one extension, and with it one set of service accounts',
  },
} as const satisfies IssueCodeTable;
