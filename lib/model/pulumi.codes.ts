import type { IssueCodeTable } from './issue-code-table';

/** Issues with how components stand in a Pulumi program. */
export const PULUMI_CODES = {
  'pulumi/kubernetes-provider-missing': {
    severity: 'error',
    summary: 'no Kubernetes provider is given, and the one of the environment may be of any cluster',
    fix: 'give `provider` in the options, for example `cluster.kubernetesProvider(name)`, or the component a parent that has one',
    source: 'the default provider takes whatever kubeconfig it finds',
  },
  'pulumi/part-unknown': {
    severity: 'error',
    summary: 'options are given for a part that the platform does not have',
    fix: 'name one of its parts',
    source: 'options of what does not exist would be lost in silence',
  },
  'pulumi/role-unknown': {
    severity: 'error',
    summary: 'options are given for a child that the component does not have',
    fix: 'name one of its children',
    source: 'options of what does not exist would be lost in silence: what was to be imported would be created',
  },
  'pulumi/part-duplicate': {
    severity: 'error',
    summary: 'two computes have the same name, in workspaces of the same name, and their parts would too',
    fix: 'rename one of the computes',
    source: 'the name of a resource is unique in a Pulumi program',
  },
  'pulumi/kubernetes-minor-skipped': {
    severity: 'error',
    summary: 'an upgrade of AKS skips a minor of Kubernetes',
    fix: 'move one minor at a time, with an update for each; a version that AKS supports no longer can skip minors with "az aks upgrade", then run pulumi refresh',
    source: 'https://learn.microsoft.com/azure/aks/upgrade-aks-cluster',
  },
  'pulumi/node-selector-removed': {
    severity: 'error',
    summary:
      'a node selector of the installed extension is gone, and Azure keeps it until the extension is installed anew',
    fix: 'keep the label, or replace the extension: give allowReplacement, run an update, then remove the label',
    source: 'az k8s-extension update adds and changes node selectors, and cannot remove one',
  },
} as const satisfies IssueCodeTable;
