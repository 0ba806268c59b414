import type { Issue } from '../../../lib/model/issues';
import { ValidationError } from '../../../lib/model/validation-error';

/** What an issue code is reported for, and what is as near to it as possible and for which it is not. */
export interface IssueCase {
  readonly failing: () => readonly Issue[];
  readonly passing: () => readonly Issue[];
}

/** A case for every code of a table, and for no other. */
export type IssueCases<Table> = Readonly<Record<keyof Table & string, IssueCase>>;

/** Cases of a rule: the value that fails, and the one that passes. */
export function casesOf(rule: (input: never) => readonly Issue[]): (failing: unknown, passing: unknown) => IssueCase {
  return (failing, passing) => ({
    failing: () => rule(failing as never),
    passing: () => rule(passing as never),
  });
}

/** Cases of a rule about a description: what fails when it is changed, and passes when it is changed in another way, or not. */
export function changesOf(
  rule: (input: never) => readonly Issue[],
  description: object,
): (failing: object, passing?: object) => IssueCase {
  const cases = casesOf(rule);
  return (failing, passing = {}) => cases({ ...description, ...failing }, { ...description, ...passing });
}

/** The issues of what throws them. */
export function issuesThrownBy(run: () => unknown): readonly Issue[] {
  try {
    run();
    return [];
  } catch (error) {
    if (ValidationError.isValidationError(error)) return error.issues;
    throw error;
  }
}
