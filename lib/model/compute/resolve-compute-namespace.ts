import { parseNamespace } from '../names';
import type { ResolveContext } from '../resolve';
import { assertValid } from '../validation-error';
import type { ComputeNamespaceSpec, ResolvedComputeNamespace } from './compute-namespace';
import { computeNamespaceIssues } from './compute-namespace.rules';
import { quotaHardLimits } from './quota-resources';

/**
 * Checks the namespace of a compute and fills its defaults.
 * @throws ValidationError with every issue
 */
export function resolveComputeNamespace(
  spec: ComputeNamespaceSpec,
  context: ResolveContext = {},
): ResolvedComputeNamespace {
  const subject = context.subject ?? 'ComputeNamespace';
  const warnings = assertValid(subject, [...(context.moreIssues ?? []), ...computeNamespaceIssues(spec)]);
  return {
    name: parseNamespace(spec.name),
    podSecurity: { warn: 'baseline', audit: 'baseline', ...spec.podSecurity },
    quota: quotaHardLimits(spec.quota ?? {}),
    ...(spec.limitRange === undefined ? {} : { limitRange: spec.limitRange }),
    labels: spec.labels ?? {},
    annotations: spec.annotations ?? {},
    warnings,
  };
}
