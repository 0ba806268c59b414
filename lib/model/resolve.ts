import type { Issue } from './issues';
import { assertValid } from './validation-error';

/** What the caller of a `resolve` function knows beyond the description. */
export interface ResolveContext {
  /**
   * What is described, the first words of an error.
   * @default - the name of the kind of thing
   */
  readonly subject?: string;
  /**
   * Issues that the caller found, reported together with those of the rules.
   * @default - none
   */
  readonly moreIssues?: readonly Issue[];
}

/**
 * Throws one ValidationError if a description has an error, by its own rules or as the caller found.
 * @param kind - what is described, when the caller does not say it
 * @param context - what the caller knows
 * @param issues - what the rules returned
 * @returns the warnings, when there is no error
 */
export function assertDescription(kind: string, context: ResolveContext, issues: readonly Issue[]): readonly Issue[] {
  const all = context.moreIssues === undefined ? issues : [...context.moreIssues, ...issues];
  return all.length === 0 ? all : assertValid(context.subject ?? kind, all);
}
