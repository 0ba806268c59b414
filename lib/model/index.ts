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
export * from './quantity';
export type { Phase } from './phase';
export type { ResolveContext } from './resolve';

// Compute namespaces and instance types.
export { computeNamespaceIssues, computeNamespaceSetIssues } from './compute/compute-namespace.rules';
export * from './compute/compute-namespace';
export { instanceTypeIssues, instanceTypeSetIssues } from './compute/instance-type.rules';
export * from './compute/instance-type';
export { resolveComputeNamespace } from './compute/resolve-compute-namespace';
export { resolveInstanceType } from './compute/resolve-instance-type';
