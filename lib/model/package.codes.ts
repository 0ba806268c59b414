import type { IssueCodeTable } from './issue-code-table';

/** Issues with the installation of the package itself. */
export const PACKAGE_CODES = {
  'package/missing-peer': {
    severity: 'error',
    summary: 'a package that this sub-path builds on is not installed',
    fix: 'install it beside azureml-kubernetes',
    source: 'all peer dependencies are optional, so that nobody installs what they do not use',
  },
} as const satisfies IssueCodeTable;
