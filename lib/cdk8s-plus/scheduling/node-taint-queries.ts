import { NodeTaintQuery, TaintEffect } from 'cdk8s-plus-27';
import type { Taint } from '../../model/scheduling/taint';

const EFFECTS = {
  NoSchedule: TaintEffect.NO_SCHEDULE,
  NoExecute: TaintEffect.NO_EXECUTE,
  PreferNoSchedule: TaintEffect.PREFER_NO_SCHEDULE,
} as const satisfies Readonly<Record<Taint['effect'], TaintEffect>>;

/**
 * Queries for nodes with taints, so that pods of cdk8s-plus tolerate them.
 * @param taints - the taints, for example those of `resolveNodeIsolation`
 * @example
 * const { taints } = resolveNodeIsolation({ kind: 'overall' });
 * deployment.scheduling.tolerate(Node.tainted(...nodeTaintQueries(taints)));
 */
export function nodeTaintQueries(taints: readonly Taint[]): NodeTaintQuery[] {
  return taints.map(({ key, value, effect }) => NodeTaintQuery.is(key, value, { effect: EFFECTS[effect] }));
}
