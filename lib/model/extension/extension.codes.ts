import type { IssueCodeTable } from '../issue-code-table';

/** Issues with the extension itself. */
export const EXTENSION_CODES = {
  'extension/name': {
    severity: 'error',
    summary: 'the text cannot name an extension',
    fix: 'use letters, digits, "-" and ".", starting with a letter or digit',
    source: 'Azure resource names of Microsoft.KubernetesConfiguration/extensions',
  },
  'extension/name-for-helm': {
    severity: 'warning',
    summary: 'the name of the extension is also the name of its Helm release, and Helm refuses this one',
    fix: 'use at most 53 lower-case letters, digits and hyphens',
    source: 'Helm limits the names of releases to 53 characters of lower-case DNS form',
  },
} as const satisfies IssueCodeTable;
