import type { IssueCodeTable } from './issue-code-table';

/** Issues with the shape of a description: what a type checker refuses too, for those who do not use one. */
export const SPEC_CODES = {
  'spec/required': {
    severity: 'error',
    summary: 'a required property is missing',
    fix: 'set the property',
    source: 'the type of the description',
  },
  'spec/type': {
    severity: 'error',
    summary: 'the value has the wrong type',
    fix: 'give a value of the expected type',
    source: 'the type of the description',
  },
  'spec/unknown-property': {
    severity: 'error',
    summary: 'the property is not known here',
    fix: 'remove it or correct its name',
    source: 'the type of the description; Azure and Kubernetes drop or store such properties without a word',
  },
  'spec/choice': {
    severity: 'error',
    summary: 'the value is not one of the choices',
    fix: 'choose one of the expected values',
    source: 'the type of the description',
  },
  'spec/number-range': {
    severity: 'error',
    summary: 'the number is out of range',
    fix: 'give a whole number within the range',
    source: 'the type of the description',
  },
  'spec/empty-list': {
    severity: 'error',
    summary: 'the list is empty',
    fix: 'give at least one element, or leave the property out where it has a default',
    source: 'the type of the description',
  },
  'spec/owned-key': {
    severity: 'error',
    summary: 'the key is written by the library',
    fix: 'remove it here and use the property',
    source: 'two places for one fact contradict each other sooner or later',
  },
  'spec/duplicate': {
    severity: 'error',
    summary: 'the list holds an element twice',
    fix: 'remove the second one',
    source: 'the type of the description',
  },
  'spec/cyclic': {
    severity: 'error',
    summary: 'the value is a list or an object that it lies in itself',
    fix: 'give plain data, as JSON can hold it',
    source: 'a description without end cannot be checked or written',
  },
} as const satisfies IssueCodeTable;

/** Issues with values that are known only at deployment. */
export const DEFERRED_CODES = {
  'deferred/damaged-marker': {
    severity: 'error',
    summary: 'the text holds the delimiters of a deferred value, but no complete marker',
    fix: 'do not cut or transform deferred text; pass it on whole, or use it inside a longer text',
    source: 'deferred values are delimited markers inside ordinary text',
  },
  'deferred/secret-in-plain-text': {
    severity: 'error',
    summary: 'a secret value stands in a field that is not secret',
    fix: 'give the secret where a secret is asked for, or a value that is not secret',
    source: 'plain fields appear in clear in manifests, templates and logs',
  },
  'deferred/literal-required': {
    severity: 'error',
    summary: 'the value must be known when the program runs',
    fix: 'give a literal text: names, shapes or amounts are derived from it before the deployment',
    source: 'what decides which objects exist, or their shape, cannot wait for the deployment',
  },
  'deferred/name': {
    severity: 'error',
    summary: 'the name of a deferred value is not usable',
    fix: 'give a name that is not empty and holds no character from U+FDD0 to U+FDD2',
    source: 'the characters delimit the marker of a deferred value',
  },
  'deferred/value': {
    severity: 'error',
    summary: 'the value for a deferred name holds the delimiters of deferred values',
    fix: 'give ordinary text',
    source: 'the characters from U+FDD0 to U+FDD2 delimit the marker of a deferred value',
  },
  'deferred/unresolved': {
    severity: 'error',
    summary: 'a deferred value is left that nothing resolves when manifests are synthesized',
    fix: 'give the value itself; only outputs that are deployed by a program or a template can wait for it',
    source: 'a synthesized manifest is applied as it is',
  },
} as const satisfies IssueCodeTable;
