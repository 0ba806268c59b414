import type { IssueCodeTable } from './issue-code-table';

/** Issues with how components stand in a Pulumi program. */
export const PULUMI_CODES = {
  'pulumi/kubernetes-provider-missing': {
    severity: 'error',
    summary: 'no Kubernetes provider is given, and the one of the environment may be of any cluster',
    fix: 'give `provider` in the options, for example `cluster.kubernetesProvider(name)`, or the component a parent that has one',
    source: 'the default provider takes whatever kubeconfig it finds',
  },
  'pulumi/node-selector-removed': {
    severity: 'error',
    summary:
      'a node selector of the installed extension is gone, and Azure keeps it until the extension is installed anew',
    fix: 'keep the label, or replace the extension: give allowReplacement, run an update, then remove the label',
    source: 'az k8s-extension update adds and changes node selectors, and cannot remove one',
  },
} as const satisfies IssueCodeTable;
