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
  'script/json-text': {
    severity: 'error',
    summary:
      'a value that is known only at deployment would have to be written as JSON, which a shell cannot do exactly',
    fix: 'give the value as text',
    source: 'POSIX.1-2017, XCU: no utility writes JSON',
  },
  'script/domain-overwritten': {
    severity: 'error',
    summary: 'the Azure CLI overwrites the setting domain with <location>.cloudapp.azure.com',
    fix: 'deploy with a template or with Pulumi, or leave the setting out',
    source: 'Azure/azure-cli-extensions, AzureMLKubernetes.py of k8s-extension reads the setting under a misspelt name',
  },
} as const satisfies IssueCodeTable;
