import type { IssueCodeTable } from './issue-code-table';

/** Issues with what an ARM template leaves to its parameters. */
export const TEMPLATE_CODES = {
  'template/parameter-name': {
    severity: 'error',
    summary: 'the name of the deferred value cannot name a parameter of a template',
    fix: 'use a letter and then letters, digits and underscores, or give an expression for the value',
    source: 'https://learn.microsoft.com/azure/azure-resource-manager/templates/parameters',
  },
  'template/parameter-twice': {
    severity: 'error',
    summary: 'two parameters of the template have names that differ only in letter case, or in being secret',
    fix: 'name the deferred values differently',
    source: 'Azure Resource Manager compares the names of parameters without regard to letter case',
  },
  'template/run-time-value': {
    severity: 'error',
    summary: 'a value that is known only while the deployment runs stands where the template needs it before',
    fix: 'give the value as a parameter, or as text',
    source: 'https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#reference',
  },
  'template/run-time-unknown': {
    severity: 'error',
    summary: 'nobody says where the value comes from that is known only while the deployment runs',
    fix: 'give an expression for it',
    source: 'Azure Resource Manager knows parameters before it starts',
  },
  'template/secret-with-text': {
    severity: 'error',
    summary: 'a secret is known in part, and that part would stand in the template in clear',
    fix: 'give the whole secret as text, or as one deferred value',
    source: 'the library writes no secret into a template',
  },
  'template/no-parameter': {
    severity: 'error',
    summary: 'the template has no such parameter',
    fix: 'remove the value, or correct its name',
    source: 'Azure Resource Manager refuses values of parameters that a template does not declare',
  },
  'template/secret-in-parameters': {
    severity: 'error',
    summary: 'the parameter is a secret, which a parameters file would hold in clear',
    fix: 'refer to a key vault with keyVaultSecrets, or give the secret with the deployment',
    source: 'the library writes no secret into a file',
  },
  'template/api-version': {
    severity: 'error',
    summary: 'the templates of this library are not written for that API version',
    fix: 'choose one of API_VERSIONS, or leave it out',
    source: 'https://learn.microsoft.com/azure/templates/',
  },
} as const satisfies IssueCodeTable;
