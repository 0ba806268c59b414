import { errorsOf, formatIssue, warningsOf, type Issue } from './issues';

const KIND = Symbol.for('azureml-kubernetes.ValidationError');

/** Everything that is wrong with one description; thrown before anything is created. */
export class ValidationError extends Error {
  public override readonly name = 'ValidationError';
  /** What was described, for example `JobDataVolume app/chart/images`. */
  public readonly subject: string;
  /** All issues of the description, errors and warnings. */
  public readonly issues: readonly Issue[];

  /**
   * Renders the issues into the message.
   * @param subject - what was described, the first words of the message
   * @param issues - all issues, at least one of them an error
   */
  public constructor(subject: string, issues: readonly Issue[]) {
    super(formatIssues(subject, issues));
    this.subject = subject;
    this.issues = issues;
    Object.defineProperty(this, KIND, { value: true });
  }

  /**
   * Whether a value is such an error, also when another copy of this package made it.
   * @param value - anything, usually what was caught
   */
  public static isValidationError(this: void, value: unknown): value is ValidationError {
    return typeof value === 'object' && value !== null && KIND in value;
  }
}

/**
 * Throws one {@link ValidationError} with all issues if there is an error among them.
 * @param subject - what was described, for the message
 * @param issues - what the rules returned
 * @returns the warnings, when there is no error
 */
export function assertValid(subject: string, issues: readonly Issue[]): readonly Issue[] {
  if (issues.length === 0) return issues;
  if (errorsOf(issues).length > 0) throw new ValidationError(subject, issues);
  return warningsOf(issues);
}

function formatIssues(subject: string, issues: readonly Issue[]): string {
  const errors = errorsOf(issues);
  const count = errors.length === 1 ? '1 error' : `${String(errors.length)} errors`;
  const lines = [...errors, ...warningsOf(issues)].map(
    (one) => `  - ${one.severity === 'warning' ? 'warning: ' : ''}${formatIssue(one)}`,
  );
  return [`${subject} has ${count}:`, ...lines].join('\n');
}
