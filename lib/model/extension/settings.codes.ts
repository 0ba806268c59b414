import type { IssueCodeTable } from '../issue-code-table';

const HELM =
  'settings become values of a Helm chart, whose names have a letter case; Azure stores any name without a word';
const REST = 'the REST API of Microsoft.KubernetesConfiguration/extensions: two maps from text to text';
const HELM_SET = "Helm's grammar of --set, which AKS documents for its own extensions";

/** Issues with the settings of the extension, one by one. */
export const SETTING_CODES = {
  'extension/setting-value': {
    severity: 'error',
    summary: 'the setting cannot have this value',
    fix: 'give a value of the expected form',
    source:
      'the settings table of how-to-deploy-kubernetes-extension; docs/settings.md names the source of each setting',
  },
  'extension/setting-not-text': {
    severity: 'error',
    summary: 'the value of a setting is a text',
    fix: 'write it as text',
    source: REST,
  },
  'extension/setting-unknown': {
    severity: 'warning',
    summary: 'no known setting has this name',
    fix: 'look the name up; Azure stores it whether anything reads it or not',
    source: HELM,
  },
  'extension/setting-misspelt': {
    severity: 'error',
    summary: 'no setting has this name, but a similar one exists',
    fix: 'write the name of the setting that is meant',
    source: HELM,
  },
  'extension/setting-case': {
    severity: 'error',
    summary: 'the name of the setting is read in another letter case only',
    fix: 'write the name in its own letter case',
    source: HELM,
  },
  'extension/setting-retired': {
    severity: 'error',
    summary: 'nothing reads this name any longer; another setting has its place',
    fix: 'use the other setting',
    source: 'the history of the deployment documentation and of the Azure CLI; docs/settings.md lists the names',
  },
  'extension/setting-removed': {
    severity: 'warning',
    summary: 'nothing reads this setting any longer',
    fix: 'remove it',
    source: 'the history of the deployment documentation; docs/settings.md lists the names',
  },
  'extension/setting-derived': {
    severity: 'warning',
    summary: 'the setting is derived from the cluster and other settings',
    fix: 'leave it out, unless it has to differ from what is derived',
    source: 'the Azure CLI adds it to what a person types',
  },
  'extension/setting-in-plain-map': {
    severity: 'error',
    summary: 'the setting is a secret, and this map can be read by everybody who can read the extension',
    fix: 'move it to the protected settings',
    source: `${REST}, of which one is never returned`,
  },
  'extension/setting-in-protected-map': {
    severity: 'warning',
    summary: 'the setting is no secret, and what stands among protected settings cannot be read back',
    fix: 'move it to the plain settings; each update has to repeat all protected ones',
    source: `${REST}, of which one is never returned and replaced as a whole`,
  },
  'extension/setting-in-both-maps': {
    severity: 'error',
    summary: 'the setting stands in both maps',
    fix: 'remove one of the two',
    source: 'the Azure CLI refuses duplicate keys; which of them the chart reads is undocumented',
  },
  'extension/setting-helm-characters': {
    severity: 'warning',
    summary:
      'the value holds characters that have a meaning for Helm, and whether they are escaped on the way is undocumented',
    fix: 'use a value without comma, braces and backslash',
    source: HELM_SET,
  },
  'extension/node-selector-dot': {
    severity: 'error',
    summary: 'a dot in the label of a node selector has to be escaped, otherwise it nests the rest as another value',
    fix: 'put a backslash before each dot',
    source: HELM_SET,
  },
  'extension/setting-without-capability': {
    severity: 'warning',
    summary: 'the setting has no effect without a capability that is not enabled',
    fix: 'enable the capability or remove the setting',
    source: 'the settings table of how-to-deploy-kubernetes-extension',
  },
  'extension/setting-cluster-kind': {
    severity: 'error',
    summary: 'the setting does not work on this kind of cluster',
    fix: 'remove it',
    source: 'the settings table of how-to-deploy-kubernetes-extension; the health check of the extension, E40003',
  },
  'extension/setting-release': {
    severity: 'error',
    summary: 'the release of the extension does not have this setting yet',
    fix: 'use a newer release or remove the setting',
    source: 'the release notes of the extension',
  },
} as const satisfies IssueCodeTable;
