import { fieldIssues, literal, object, oneOf, optional, required, text, variant, type FieldTable } from '../fields';
import { issue, type Issue, type Path } from '../issues';
import { labelKey, labelValue, parseLabelKey, parseLabelValue } from '../names';
import { TAINT_EFFECTS } from './taint';
import type { EqualTolerationSpec, ExistsTolerationSpec, Toleration, TolerationSpec } from './toleration';

const EFFECT = optional(oneOf(TAINT_EFFECTS));

const EXISTS = {
  operator: required(() => []),
  key: optional(literal(labelKey)),
  effect: EFFECT,
} satisfies FieldTable<ExistsTolerationSpec>;

const EQUAL = {
  operator: required(() => []),
  key: required(literal(labelKey)),
  value: optional(text(labelValue)),
  effect: EFFECT,
} satisfies FieldTable<EqualTolerationSpec>;

const toleration = variant('operator', { Exists: existsIssues, Equal: object(EQUAL) });

/**
 * Everything that is wrong with a toleration.
 * @param spec - the toleration as given
 * @param path - where it is in a larger description
 */
export function tolerationIssues(spec: TolerationSpec, path: Path = []): Issue[] {
  return toleration(spec, path);
}

/** The toleration of a description that the rules have passed. */
export function uncheckedToleration(spec: TolerationSpec): Toleration {
  const effect = spec.effect === undefined ? {} : { effect: spec.effect };
  if (spec.operator === 'Exists') {
    return { operator: spec.operator, ...(spec.key === undefined ? {} : { key: parseLabelKey(spec.key) }), ...effect };
  }
  const value = spec.value === undefined ? {} : { value: parseLabelValue(spec.value) };
  return { operator: spec.operator, key: parseLabelKey(spec.key), ...value, ...effect };
}

function existsIssues(value: unknown, path: Path): Issue[] {
  const given = value as Readonly<Record<string, unknown>>;
  if (given['value'] === undefined) return fieldIssues(value, EXISTS, path);
  const shape = fieldIssues({ ...given, value: undefined }, EXISTS, path);
  return [...shape, issue('scheduling/toleration', [...path, 'value'])];
}
