/** Some properties of an object, without those that are not there. */
export type Given<T, Name extends keyof T> = { readonly [Key in Name]?: Exclude<T[Key], undefined> };

/**
 * Some properties of an object, without those that are undefined.
 * @param from - the object
 * @param names - the properties
 */
export function given<T extends object, Name extends keyof T>(from: T, names: readonly Name[]): Given<T, Name> {
  const entries = names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]);
  return Object.fromEntries(entries) as Given<T, Name>;
}
