import { givenProperties } from './given-properties';

/** Some properties of an object, without those that are not there. */
export type Given<T, Name extends keyof T> = { readonly [Key in Name]?: Exclude<T[Key], undefined> };

/**
 * Some properties of an object, without those that are undefined.
 * @param from - the object
 * @param names - the properties
 */
export function given<T extends object, Name extends keyof T>(from: T, names: readonly Name[]): Given<T, Name> {
  return givenProperties(Object.fromEntries(names.map((name) => [name, from[name]]))) as Given<T, Name>;
}
