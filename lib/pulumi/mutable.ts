/** The same type without `readonly`, which the arguments of provider SDKs do not have. */
export type Mutable<T> = T extends string | ((...args: never) => unknown)
  ? T
  : T extends readonly (infer Element)[]
    ? Mutable<Element>[]
    : T extends { readonly apply: unknown }
      ? T
      : T extends object
        ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
        : T;

/** Data as the constructors of provider SDKs take it; they leave it as it is. */
export function mutable<T>(data: T): Mutable<T> {
  return data as Mutable<T>;
}
