import type { IssueCodeTable } from '../issue-code-table';

const PAGE = 'learn.microsoft.com/azure/machine-learning/reference-kubernetes';

/** Issues with what the extension supports. */
export const SUPPORT_CODES = {
  'support/kubernetes-version': {
    severity: 'error',
    summary: 'the text is not a version of Kubernetes',
    fix: 'give a minor such as "1.36" or a version such as "1.36.3"',
    source: 'Kubernetes versions have the form major.minor.patch',
  },
  'support/date': {
    severity: 'error',
    summary: 'the text is not a date',
    fix: 'give year, month and day such as "2026-11-24"',
    source: 'ISO 8601 calendar dates',
  },
  'support/calendar-too-young': {
    severity: 'error',
    summary: 'no minor of the calendar is generally available on the date',
    fix: 'give a later date, a calendar that reaches further back, or the newest minor itself',
    source: 'the release calendar of AKS',
  },
  'support/kubernetes-outside-window': {
    severity: 'warning',
    summary: 'the Kubernetes version is older than what the extension supports',
    fix: 'upgrade the cluster, or expect to be asked for it when you need support',
    source: `${PAGE}: the newest generally available minor of AKS and the two before it`,
  },
  'support/kubernetes-long-term': {
    severity: 'warning',
    summary:
      'the Kubernetes version has long-term support of AKS, which the support window of the extension does not mention',
    fix: 'upgrade the cluster, or ask for confirmation before you rely on support',
    source: `${PAGE}; the release calendar of AKS`,
  },
  'support/kubernetes-too-new': {
    severity: 'warning',
    summary: 'the Kubernetes version is newer than what the extension supports',
    fix: 'stay with the newest generally available minor of AKS, or pass a newer calendar if it has become that',
    source: `${PAGE}: the newest generally available minor of AKS and the two before it`,
  },
  'support/release': {
    severity: 'error',
    summary: 'the text is not a version of the extension',
    fix: 'give a version such as "1.1.88"',
    source: `${PAGE}: releases have the form major.minor.patch`,
  },
  'support/region': {
    severity: 'warning',
    summary: 'cluster extensions are not available in the region',
    fix: 'choose another region, or look whether that has changed',
    source: 'learn.microsoft.com/azure/aks/cluster-extensions',
  },
  'support/architecture': {
    severity: 'warning',
    summary: 'the extension does not run on nodes of this architecture',
    fix: 'keep its pods and workloads on amd64 nodes, for example by a node selector on kubernetes.io/arch',
    source: 'the release notes of Azure Arc extensions: all CNCF-certified distributions, but not Arm64',
  },
  'support/no-amd64-node': {
    severity: 'error',
    summary: 'no node of the cluster can run the extension',
    fix: 'add nodes of architecture amd64 with Linux',
    source: 'the release notes of Azure Arc extensions: not Arm64; Azure Arc needs a linux/amd64 node itself',
  },
} as const satisfies IssueCodeTable;
