import { assertDescription, type ResolveContext } from '../resolve';
import { uncheckedAmlarcTaint } from './amlarc-taint';
import { recipeTaints, type NodeIsolationSpec, type ResolvedNodeIsolation } from './node-isolation';
import { nodeIsolationIssues } from './node-isolation.rules';
import { tolerationOf } from './toleration';

/**
 * Checks the recipe of dedicated nodes and derives taints, labels and tolerations.
 * @throws ValidationError with every issue
 * @example
 * const isolation = resolveNodeIsolation({ kind: 'workspace', resourceGroup: 'ml', workspace: 'fraud' });
 * const nodeTaints = isolation.taints.map(formatTaint);
 */
export function resolveNodeIsolation(spec: NodeIsolationSpec, context: ResolveContext = {}): ResolvedNodeIsolation {
  const warnings = assertDescription('node isolation', context, nodeIsolationIssues(spec));
  return { ...uncheckedNodeIsolation(spec), warnings };
}

/** What follows from a recipe that the rules have passed. */
export function uncheckedNodeIsolation(spec: NodeIsolationSpec): Omit<ResolvedNodeIsolation, 'warnings'> {
  const taints = recipeTaints(spec).map(uncheckedAmlarcTaint);
  return {
    kind: spec.kind,
    taints,
    labels: Object.fromEntries(taints.map(({ key, value }) => [key, value])),
    tolerations: taints.map(tolerationOf),
  };
}
