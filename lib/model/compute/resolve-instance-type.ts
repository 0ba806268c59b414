import { labelKey, parseDnsSubdomain, parseLabelKey, parseLabelValue } from '../names';
import { assertDescription, type ResolveContext } from '../resolve';
import { DEFAULT_GPU_RESOURCE, type InstanceTypeSpec, type ResolvedInstanceType } from './instance-type';
import { instanceTypeIssues } from './instance-type.rules';

/**
 * Checks an instance type and fills its defaults.
 * @throws ValidationError with every issue
 */
export function resolveInstanceType(spec: InstanceTypeSpec, context: ResolveContext = {}): ResolvedInstanceType {
  const warnings = assertDescription('InstanceType', context, instanceTypeIssues(spec));
  const { requests, limits } = spec.resources;
  const selector = Object.entries(spec.nodeSelector ?? {});
  return {
    name: parseDnsSubdomain(spec.name),
    nodeSelector: Object.fromEntries(selector.map(([key, value]) => [parseLabelKey(key), parseLabelValue(value)])),
    requests: { cpu: requests.cpu, memory: requests.memory },
    limits: { cpu: limits.cpu, memory: limits.memory },
    ...(limits.gpu === undefined
      ? {}
      : { gpu: { resource: labelKey.parse(limits.gpuResource ?? DEFAULT_GPU_RESOURCE), count: limits.gpu } }),
    warnings,
  };
}
