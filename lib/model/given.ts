import { isPlainObject } from './fields';
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

/**
 * A description with a name, its own or another one. What is no object stays as it is: the rules refuse it.
 * @param description - what was given, which may be anything in a program without types
 * @param name - the name when the description has none
 */
export function named<T extends object, Name = string>(
  description: T & { readonly name?: Name | undefined },
  name: string,
): T & { readonly name: Name | string } {
  return isPlainObject(description) ? { ...description, name: description.name ?? name } : description;
}
