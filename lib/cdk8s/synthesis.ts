import type { Construct } from 'constructs';
import { isDeferred } from '../model/deferred';
import { issue, type Issue, type Path } from '../model/issues';
import { cyclicIssues, isPlainData, stepsInto } from '../model/plain-data';
import type { ResolveContext } from '../model/resolve';
import { isDeferredSecret, SecretValue } from '../model/secret';

/**
 * Resolves the description of a construct before the construct exists, so that a failure leaves nothing in the tree.
 * Synthesis has no later moment at which a deferred value could become known, so any is refused.
 * @param kind - the name of the construct's class
 * @param scope - the scope that the construct is about to be created in
 * @param id - its id there
 * @param spec - its description
 * @param resolve - the function of the model that checks the description and fills its defaults
 * @throws ValidationError with every issue of the description
 */
export function resolveForSynthesis<Spec, Resolved>(
  kind: string,
  scope: Construct,
  id: string,
  spec: Spec,
  resolve: (spec: Spec, context: ResolveContext) => Resolved,
): Resolved {
  return resolve(spec, { subject: subjectOf(kind, scope, id), moreIssues: descriptionIssues(spec) });
}

/** A construct that is about to be created, the first words of an error. */
export function subjectOf(kind: string, scope: Construct, id: string): string {
  return `${kind} ${scope.node.path === '' ? id : `${scope.node.path}/${id}`}`;
}

/** Looks before it lists: nearly always there is nothing, and then no path is written down. */
function descriptionIssues(spec: unknown): Issue[] {
  return isRemarkable(spec, new Set()) ? [...unresolvedIssues(spec, [], []), ...cyclicIssues(spec)] : [];
}

/** Whether a description holds a deferred value, or one object twice: maybe inside itself. */
function isRemarkable(value: unknown, seen: Set<unknown>): boolean {
  if (typeof value === 'string') return isDeferred(value);
  if (typeof value !== 'object' || value === null) return false;
  if (!Array.isArray(value) && !isPlainData(value)) return SecretValue.isSecretValue(value) && isDeferredSecret(value);
  if (seen.has(value)) return true;
  seen.add(value);
  return Object.values(value).some((inner) => isRemarkable(inner, seen));
}

function unresolvedIssues(value: unknown, path: Path, within: readonly unknown[]): Issue[] {
  if (typeof value === 'string') {
    return isDeferred(value) ? [issue('deferred/unresolved', path, { received: value })] : [];
  }
  if (SecretValue.isSecretValue(value)) return isDeferredSecret(value) ? [issue('deferred/unresolved', path)] : [];
  if (within.includes(value)) return [];
  return stepsInto(value).flatMap(([step, inner]) => unresolvedIssues(inner, [...path, step], [...within, value]));
}
