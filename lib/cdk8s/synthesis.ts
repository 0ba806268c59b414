import type { Construct } from 'constructs';
import { isDeferred } from '../model/deferred';
import { issue, type Issue, type Path } from '../model/issues';
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
  const place = scope.node.path === '' ? id : `${scope.node.path}/${id}`;
  return resolve(spec, { subject: `${kind} ${place}`, moreIssues: unresolvedIssues(spec, []) });
}

/** Looks before it lists: nearly always there is nothing, and then no path is written down. */
function unresolvedIssues(value: unknown, path: Path): Issue[] {
  if (!holdsDeferred(value)) return [];
  if (typeof value === 'string') return [issue('deferred/unresolved', path, { received: value })];
  if (typeof value !== 'object' || value === null || SecretValue.isSecretValue(value)) {
    return [issue('deferred/unresolved', path)];
  }
  const steps: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return steps.flatMap(([step, inner]) => unresolvedIssues(inner, [...path, step]));
}

function holdsDeferred(value: unknown): boolean {
  if (typeof value === 'string') return isDeferred(value);
  if (typeof value !== 'object' || value === null) return false;
  if (!isPlainData(value)) return SecretValue.isSecretValue(value) && isDeferredSecret(value);
  for (const name in value) if (holdsDeferred(value[name])) return true;
  return false;
}

function isPlainData(value: object): value is Readonly<Record<string, unknown>> {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
