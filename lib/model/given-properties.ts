/** The properties of an object that are given: those that may be undefined become optional. */
export type GivenProperties<T> = {
  readonly [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name];
} & { readonly [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined> };

/** An object without the properties that are undefined, as the outputs need it. */
export function givenProperties<T extends object>(value: T): GivenProperties<T> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as GivenProperties<T>;
}
