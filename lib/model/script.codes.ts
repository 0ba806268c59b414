import type { IssueCodeTable } from './issue-code-table';

/** Issues with what a shell script leaves to its variables. */
export const SCRIPT_CODES = {
  'script/variable-name': {
    severity: 'error',
    summary: 'the name of the deferred value cannot name a variable of a shell',
    fix: 'use a letter and then letters, digits and underscores',
    source: 'POSIX.1-2017, XBD 3.235: names',
  },
  'script/variable-twice': {
    severity: 'error',
    summary: 'two deferred values have the same variable in a script',
    fix: 'name them differently, not only in letter case and punctuation',
    source: 'the library makes CLUSTER_ID of clusterId',
  },
  'script/secret-argument': {
    severity: 'error',
    summary: 'a secret would stand among the arguments of a command, which every user of a machine can read',
    fix: 'give it where the description asks for a secret: it is then read from a file',
    source: 'the library writes no secret into a command',
  },
} as const satisfies IssueCodeTable;
