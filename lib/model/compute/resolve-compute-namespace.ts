import { parseNamespace } from '../names';
import { assertDescription, type ResolveContext } from '../resolve';
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
  const warnings = assertDescription('ComputeNamespace', context, computeNamespaceIssues(spec));
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
