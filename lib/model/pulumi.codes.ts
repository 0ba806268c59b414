import type { IssueCodeTable } from './issue-code-table';

/** Issues with how components stand in a Pulumi program. */
export const PULUMI_CODES = {
  'pulumi/kubernetes-provider-missing': {
    severity: 'error',
    summary: 'no Kubernetes provider is given, and the one of the environment may be of any cluster',
    fix: 'give `provider` in the options, for example `cluster.kubernetesProvider(name)`, or the component a parent that has one',
    source: 'the default provider takes whatever kubeconfig it finds',
  },
} as const satisfies IssueCodeTable;
