import { equalText } from '../deferred';
import type { LabelKey, LabelValue } from '../names';
import type { Taint, TaintEffect } from './taint';

/** Tolerates a key whatever its value, or every taint. */
export interface ExistsTolerationSpec {
  readonly operator: 'Exists';
  /**
   * The key of the taint.
   * @default - any key
   */
  readonly key?: string;
  /**
   * The effect of the taint.
   * @default - any effect
   */
  readonly effect?: TaintEffect;
}

/** Tolerates a key with one value. */
export interface EqualTolerationSpec {
  readonly operator: 'Equal';
  readonly key: string;
  /**
   * The value of the taint.
   * @default '' - a taint without a value
   */
  readonly value?: string;
  /**
   * The effect of the taint.
   * @default - any effect
   */
  readonly effect?: TaintEffect;
}

/** A toleration of a pod. */
export type TolerationSpec = ExistsTolerationSpec | EqualTolerationSpec;

/** A checked {@link ExistsTolerationSpec}. */
export interface ExistsToleration extends ExistsTolerationSpec {
  /**
   * The key of the taint.
   * @default - any key
   */
  readonly key?: LabelKey;
}

/** A checked {@link EqualTolerationSpec}. */
export interface EqualToleration extends EqualTolerationSpec {
  readonly key: LabelKey;
  /**
   * The value of the taint.
   * @default '' - a taint without a value
   */
  readonly value?: LabelValue;
}

/** A checked toleration, in the shape that Kubernetes has for it. */
export type Toleration = ExistsToleration | EqualToleration;

/**
 * Whether a toleration matches a taint, by the rules of Kubernetes.
 * @returns `undefined` when that depends on a value that is known only at deployment
 */
export function tolerates(toleration: TolerationSpec, taint: Taint): boolean | undefined {
  const { key, effect } = toleration;
  if (effect !== undefined && effect !== taint.effect) return false;
  if (key !== undefined && key !== taint.key) return false;
  return toleration.operator === 'Exists' || equalText(toleration.value ?? '', taint.value);
}

/** The narrowest toleration of a taint: its key, value and effect. */
export function tolerationOf({ key, value, effect }: Taint): EqualToleration {
  return { operator: 'Equal', key, ...(value === '' ? {} : { value }), effect };
}
