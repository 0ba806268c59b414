import type { LabelKey, LabelValue } from '../names';

/**
 * What a taint does to pods that do not tolerate it: `NoSchedule` keeps new ones away, `NoExecute` evicts running ones
 * too, `PreferNoSchedule` lets them come when there is no room elsewhere.
 */
export const TAINT_EFFECTS = ['NoSchedule', 'NoExecute', 'PreferNoSchedule'] as const;

/** One of {@link TAINT_EFFECTS}. */
export type TaintEffect = (typeof TAINT_EFFECTS)[number];

/** The effect of taints for which none is given. */
export const DEFAULT_TAINT_EFFECT = 'NoSchedule' satisfies TaintEffect;

/** A taint as text: `key=value:Effect`, or `key:Effect` without a value. */
export type TaintText = `${string}:${TaintEffect}`;

/** A checked taint of a node. */
export interface Taint {
  readonly key: LabelKey;
  /** Empty when the taint has none. */
  readonly value: LabelValue;
  readonly effect: TaintEffect;
}

/**
 * A taint as AKS (`nodeTaints`) and kubectl write it.
 * @example
 * formatTaint(amlarcTaint({ kind: 'overall' })); // ml.azure.com/amlarc=true:NoSchedule
 */
export function formatTaint({ key, value, effect }: Taint): TaintText {
  return value === '' ? `${key}:${effect}` : `${key}=${value}:${effect}`;
}

/** Whether a taint really keeps pods away, which `PreferNoSchedule` does not. */
export function isHardTaint({ effect }: Pick<Taint, 'effect'>): boolean {
  return effect !== 'PreferNoSchedule';
}
