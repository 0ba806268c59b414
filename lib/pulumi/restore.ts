import * as pulumi from '@pulumi/pulumi';
import { deferredValues, isDeferred, parseDeferred, substituteDeferred } from '../model/deferred';
import { issue } from '../model/issues';
import { assertValid } from '../model/validation-error';
import type { CapturedValue } from './capture';

/** The value of a marker. */
export type MarkerValue = Pick<CapturedValue, 'output'>;

/** The values of markers by their names. */
export type MarkerValues = ReadonlyMap<string, MarkerValue>;

/** Data in which Outputs stand where markers stood. */
export type Restored<T> = T extends string
  ? pulumi.Input<T>
  : T extends object
    ? { readonly [Key in keyof T]: Restored<T[Key]> }
    : T;

/**
 * Puts Outputs back where their markers are, each for itself: a value that is unknown leaves all others visible, and a
 * secret makes nothing else secret.
 * @param data - plain data that may hold markers
 * @param values - the Outputs by the names of their markers
 */
export function restoreOutputs<T>(data: T, values: MarkerValues): Restored<T> {
  return restore(data, values) as Restored<T>;
}

function restore(data: unknown, values: MarkerValues): unknown {
  if (typeof data === 'string') return isDeferred(data) ? restoreText(data, values) : data;
  if (Array.isArray(data)) return data.map((element) => restore(element, values));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, inner]) => [key, restore(inner, values)]));
}

function restoreText(text: string, values: MarkerValues): pulumi.Output<unknown> {
  const [first, ...others] = parseDeferred(text);
  if (others.length === 0 && typeof first === 'object' && first.kind === 'value') return outputOf(first.name, values);
  const names = [...new Set(deferredValues(text).map(({ name }) => name))];
  return pulumi.all(names.map((name) => outputOf(name, values))).apply((known) => {
    const texts = new Map(names.map((name, index) => [name, textOf(known[index])]));
    return substituteDeferred(text, ({ name }) => texts.get(name));
  });
}

function outputOf(name: string, values: MarkerValues): pulumi.Output<unknown> {
  const value = values.get(name);
  if (value === undefined) assertValid('deferred text', [issue('deferred/unresolved', [], { received: `<${name}>` })]);
  return pulumi.output(value?.output);
}

/** A value that became known, as text; what is none is refused by the late check of the component. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
