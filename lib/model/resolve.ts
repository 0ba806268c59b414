import type { Issue } from './issues';

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
