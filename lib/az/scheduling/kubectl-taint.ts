import { issue } from '../../model/issues';
import { parseDnsSubdomain, parseLabelKey, parseLabelValue } from '../../model/names';
import { formatTaint, type Taint } from '../../model/scheduling/taint';
import { assertValid } from '../../model/validation-error';

/** One node by its name. */
export interface NamedNode {
  readonly name: string;
}

/** All nodes with some labels, at least one. */
export interface SelectedNodes {
  readonly labels: Readonly<Record<string, string>>;
}

/** The nodes that a command is about. */
export type NodeTarget = NamedNode | SelectedNodes;

/**
 * The arguments of the command that gives taints to nodes, the program itself left out. Nodes that have a taint of the
 * same key and effect get the new value; those that have it already stay as they are. AKS refuses it for the taints of
 * its node pools: they are changed through AKS alone.
 * @param nodes - a node or all nodes with some labels
 * @param taints - the taints, for example those of `resolveNodeIsolation`
 * @throws ValidationError when a name or label cannot exist, or nothing is given
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 * @example
 * kubectlTaintArguments({ name: 'worker-1' }, [amlarcTaint({ kind: 'overall' })]);
 * // taint nodes worker-1 ml.azure.com/amlarc=true:NoSchedule --overwrite
 */
export function kubectlTaintArguments(nodes: NodeTarget, taints: readonly Taint[]): string[] {
  return [...commonArguments(nodes, taints), ...taints.map(formatTaint), '--overwrite'];
}

/**
 * The arguments of the command that takes taints off nodes. It fails where a node has none of them.
 * @param nodes - a node or all nodes with some labels
 * @param taints - the taints; key and effect count, the value does not
 * @throws ValidationError when a name or label cannot exist, or nothing is given
 */
export function kubectlUntaintArguments(nodes: NodeTarget, taints: readonly Taint[]): string[] {
  return [...commonArguments(nodes, taints), ...taints.map((taint) => `${formatTaint(taint)}-`)];
}

function commonArguments(nodes: NodeTarget, taints: readonly Taint[]): string[] {
  assertValid('kubectl taint', [
    ...(taints.length === 0 ? [issue('spec/empty-list', ['taints'])] : []),
    ...('labels' in nodes && Object.keys(nodes.labels).length === 0
      ? [issue('spec/empty-list', ['nodes', 'labels'])]
      : []),
  ]);
  return ['taint', 'nodes', targetArgument(nodes)];
}

function targetArgument(nodes: NodeTarget): string {
  if ('name' in nodes) return parseDnsSubdomain(nodes.name, ['nodes', 'name']);
  const terms = Object.entries(nodes.labels).map(
    ([key, value]) =>
      `${parseLabelKey(key, ['nodes', 'labels', key])}=${parseLabelValue(value, ['nodes', 'labels', key])}`,
  );
  return `--selector=${terms.join(',')}`;
}
