// Shared vocabulary.
export type { IssueCodeRow, Severity } from './issue-code-table';
export { ISSUE_CODES, issueCodeRow, type IssueCode } from './issue-codes';
export { formatIssue, formatPath, type Issue, type Path } from './issues';
export { ValidationError } from './validation-error';
export type { DeferredCall, DeferredFunction, DeferredPart, DeferredValue, KnownWhen } from './deferred-grammar';
export {
  base64,
  deferred,
  deferredValues,
  equalText,
  isDeferred,
  jsonString,
  lowerCase,
  parseDeferred,
  resourceIdSegment,
  substituteDeferred,
  substituteDeferredIn,
  type DeferredLookup,
  type DeferredOptions,
} from './deferred';
export { isDeferredSecret, revealSecret, SecretValue } from './secret';
export type { Branded, TextFormat } from './text-format';
export * from './names';
export type { Phase } from './phase';
export type { ResolveContext } from './resolve';
