import type { Taint, TaintEffect } from '../../model/scheduling/taint';
import type { Toleration } from '../../model/scheduling/toleration';

/** A taint as `spec.taints` of a Node holds it. */
export interface NodeTaint {
  readonly key: string;
  readonly value?: string;
  readonly effect: TaintEffect;
}

/** A toleration as `spec.tolerations` of a Pod holds it. */
export interface PodToleration {
  readonly key?: string;
  readonly operator: 'Exists' | 'Equal';
  readonly value?: string;
  readonly effect?: TaintEffect;
}

/** Renders taints for `spec.taints` of a Node. */
export function renderTaints(taints: readonly Taint[]): NodeTaint[] {
  return taints.map(({ key, value, effect }) => ({ key, ...(value === '' ? {} : { value }), effect }));
}

/** Renders tolerations for `spec.tolerations` of a Pod. */
export function renderTolerations(tolerations: readonly Toleration[]): PodToleration[] {
  return tolerations.map((toleration) => ({
    operator: toleration.operator,
    ...(toleration.key === undefined ? {} : { key: toleration.key }),
    ...(toleration.operator === 'Exists' || toleration.value === undefined ? {} : { value: toleration.value }),
    ...(toleration.effect === undefined ? {} : { effect: toleration.effect }),
  }));
}
