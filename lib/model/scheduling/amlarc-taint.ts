import { parseLabelKey, parseLabelValue } from '../names';
import { assertDescription, type ResolveContext } from '../resolve';
import { AMLARC_TAINTS, type AmlarcTaintSpec } from './amlarc-taints';
import { amlarcTaintIssues } from './amlarc-taints.rules';
import { DEFAULT_TAINT_EFFECT, type Taint } from './taint';

/**
 * One of the six amlarc taints.
 * @param spec - which one, for whom, and with what effect
 * @param context - the subject for the error
 * @throws ValidationError with every issue
 * @example
 * formatTaint(amlarcTaint({ kind: 'workspace', workspace: 'fraud' })); // ml.azure.com/workspace=fraud:NoSchedule
 */
export function amlarcTaint(spec: AmlarcTaintSpec, context: ResolveContext = {}): Taint {
  assertDescription('amlarc taint', context, amlarcTaintIssues(spec));
  return uncheckedAmlarcTaint(spec);
}

/** The taint of a description that the rules have passed. */
export function uncheckedAmlarcTaint(spec: AmlarcTaintSpec): Taint {
  return {
    key: parseLabelKey(AMLARC_TAINTS[spec.kind].key),
    value: parseLabelValue(amlarcTaintValue(spec)),
    effect: spec.effect ?? DEFAULT_TAINT_EFFECT,
  };
}

/** The value of a taint: fixed, or the name it is for. */
export function amlarcTaintValue(spec: AmlarcTaintSpec): string {
  switch (spec.kind) {
    case 'resourceGroup':
      return spec.resourceGroup;
    case 'workspace':
      return spec.workspace;
    case 'compute':
      return spec.compute;
    case 'overall':
    case 'system':
    case 'workload':
      return AMLARC_TAINTS[spec.kind].value;
  }
}
