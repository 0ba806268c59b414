import { isDeepStrictEqual } from 'node:util';

/** One property that changed, by its path. */
export interface Difference {
  readonly path: readonly string[];
  readonly kind: 'add' | 'delete' | 'update';
}

/** What differs between two values, down to the single property; a list is one property. */
export function differencesBetween(before: unknown, after: unknown, path: readonly string[] = []): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [{ path, kind: 'update' }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key): Difference[] => {
    const inner = [...path, key];
    if (before[key] === undefined && after[key] === undefined) return [];
    if (before[key] === undefined) return [{ path: inner, kind: 'add' }];
    if (after[key] === undefined) return [{ path: inner, kind: 'delete' }];
    return differencesBetween(before[key], after[key], inner);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
