import type { IssueCodeTable } from '../issue-code-table';

const MERGE =
  'how-to-deploy-kubernetes-extension: an update merges plain settings and replaces protected ones as a whole';

/** What is to be known before an extension is updated. */
export const UPDATE_CODES = {
  'extension/update-replaces': {
    severity: 'warning',
    summary:
      'only a new extension can have the change: deleting the old one stops all jobs and endpoints and removes everything in namespace azureml',
    fix: 'undo the change, or drain the cluster first; deleting takes about ten minutes',
    source: 'the REST API of Microsoft.KubernetesConfiguration/extensions: the property is not part of an update',
  },
  'extension/update-interrupts': {
    severity: 'warning',
    summary: 'the change interrupts what is active',
    fix: 'make it while nothing is active',
    source: 'how-to-deploy-kubernetes-extension; the questions of the Azure CLI before an update',
  },
  'extension/update-keeps': {
    severity: 'warning',
    summary: 'the setting stays stored with its old value, although it is no longer described',
    fix: 'give it a value that means the same as leaving it out',
    source: MERGE,
  },
  'extension/update-deletes': {
    severity: 'warning',
    summary: 'the update deletes the protected setting, since it does not send it again',
    fix: 'send all protected settings with every update',
    source: MERGE,
  },
} as const satisfies IssueCodeTable;
