import type { ResolvedKubernetesCompute } from '../../model/compute/kubernetes-compute';
import type { AksAgentPool } from '../../model/scheduling/aks-agent-pool';
import { mlComputeShowArguments } from '../compute/ml-compute';
import { k8sExtensionShowArguments } from '../extension/k8s-extension';
import { aksNodePoolShowArguments } from '../scheduling/aks-nodepool';
import { command, line, type ScriptLine } from './script';
import type { ScriptPlan } from './script-plan';

/** The words that ask whether something exists, for the function `exists` of the prelude. */
export const LOOKUPS = {
  extension: ({ extensionName, cluster }: ScriptPlan): readonly string[] =>
    k8sExtensionShowArguments(extensionName, cluster),
  compute: (compute: ResolvedKubernetesCompute): readonly string[] => mlComputeShowArguments(compute),
  pool: ({ cluster }: ScriptPlan, pool: AksAgentPool): readonly string[] => aksNodePoolShowArguments(cluster, pool),
} as const;

/** Lines that run when something exists, and others when it does not. */
export function whetherExists(
  lookup: readonly string[],
  then: readonly ScriptLine[],
  otherwise: readonly ScriptLine[] = [],
): ScriptLine[] {
  return [
    command(['exists', ...lookup], 'if ', '; then'),
    ...then,
    ...(otherwise.length === 0 ? [] : [line('else'), ...otherwise]),
    line('fi'),
  ];
}

/** A line that runs when something does not exist. */
export function unlessExists(lookup: readonly string[], otherwise: ScriptLine): ScriptLine[] {
  return [command(['exists', ...lookup], '', ' ||'), otherwise];
}
