import type { Check } from '../fields';
import { issue, type Issue, type Path } from '../issues';

/** A check that refuses any value: the property does nothing here, for the reason given. */
export function refused(reason: string): Check {
  return (_value, path) => [issue('storage/not-for-source', path, { message: reason })];
}

/**
 * Issues for keys of a map that the library writes itself.
 * @param map - what the caller gave through the hatch
 * @param propertyOf - what to use instead of a key, `undefined` for keys that are free
 * @param path - where the map is
 */
export function ownedKeyIssues(
  map: Readonly<Record<string, string>>,
  propertyOf: (key: string) => string | undefined,
  path: Path,
): Issue[] {
  return Object.keys(map).flatMap((key) => {
    const property = propertyOf(key);
    return property === undefined ? [] : [issue('spec/owned-key', [...path, key], { expected: property })];
  });
}
