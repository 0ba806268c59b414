/** How bad an issue is: an error stops everything, a warning is reported and goes on. */
export type Severity = 'error' | 'warning';

/** One row of an issue code table: what the code means, wherever it is reported. */
export interface IssueCodeRow {
  /** Contradictions are errors; what is legal but unwise is a warning. */
  readonly severity: Severity;
  /** What is wrong, in lower case and without a final period: the message, unless the rule knows better. */
  readonly summary: string;
  /** What to do about it, in lower case and without a final period. */
  readonly fix: string;
  /** Why the rule exists: the document or the Kubernetes rule it comes from. */
  readonly source: string;
}

/** The issue codes of one domain; the key is the code, `<domain>/<what is wrong>`. */
export type IssueCodeTable = Readonly<Record<`${string}/${string}`, IssueCodeRow>>;
