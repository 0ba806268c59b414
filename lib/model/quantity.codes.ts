import type { IssueCodeTable } from './issue-code-table';

/** Issues with amounts of CPU, memory and storage. */
export const QUANTITY_CODES = {
  'quantity/syntax': {
    severity: 'error',
    summary: 'the text is not a quantity',
    fix: 'write a number and a suffix that Kubernetes knows, without a space: 500m, 2, 100Gi, 1.5M',
    source: 'the grammar of Kubernetes quantities; letter case counts',
  },
  'quantity/negative': {
    severity: 'error',
    summary: 'the quantity has a minus sign',
    fix: 'give an amount without a sign',
    source: 'Kubernetes refuses negative requests, limits and capacities',
  },
  'quantity/zero': {
    severity: 'error',
    summary: 'the quantity is zero',
    fix: 'give an amount greater than zero',
    source: 'Kubernetes refuses storage of zero bytes, and nothing runs on zero resources',
  },
  'quantity/fraction': {
    severity: 'error',
    summary: 'the quantity is finer than its unit',
    fix: 'give whole millicores for CPU and whole bytes for memory and storage',
    source: 'Kubernetes takes CPU no finer than 1m and bytes no finer than one, and rounds the rest up',
  },
  'quantity/too-large': {
    severity: 'error',
    summary: 'the quantity is too large',
    fix: 'give at most 9223372036854775807 bytes or millicores',
    source: 'Kubernetes counts in 64-bit integers and caps larger quantities without a word',
  },
} as const satisfies IssueCodeTable;
