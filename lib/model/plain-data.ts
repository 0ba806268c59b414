import { issue, type Issue, type Path } from './issues';

/** An object literal, also of another realm or without prototype; instances of classes are left alone. */
export function isPlainData(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * What is directly in a list or in plain data, and where it is there; nothing for anything else.
 * @param value - any value
 */
export function stepsInto(value: unknown): readonly (readonly [step: string | number, inner: unknown])[] {
  if (Array.isArray(value)) return [...(value as readonly unknown[]).entries()];
  return isPlainData(value) ? Object.entries(value) : [];
}

/**
 * Every place at which plain data holds a list or an object that it lies in itself: nobody can walk over it.
 * @param value - any value
 * @param path - where it is
 * @param within - what it lies in
 */
export function cyclicIssues(value: unknown, path: Path = [], within: readonly unknown[] = []): Issue[] {
  if (typeof value !== 'object' || value === null) return [];
  if (within.includes(value)) return [issue('spec/cyclic', path)];
  return stepsInto(value).flatMap(([step, inner]) => cyclicIssues(inner, [...path, step], [...within, value]));
}
