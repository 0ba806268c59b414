import type * as pulumi from '@pulumi/pulumi';
import type { SecretValue } from '../model/secret';

/**
 * A description as a Pulumi program gives it: texts may be Outputs. Closed choices, quantities, numbers, booleans, map
 * keys, the lengths of lists and the named properties are literals, because the program has to know them while it runs.
 */
export type Deferrable<T, Literals extends PropertyKey = never> = T extends SecretValue
  ? SecretInput
  : T extends string
    ? string extends T
      ? pulumi.Input<string>
      : T
    : T extends readonly (infer Element)[]
      ? readonly Deferrable<Element, Literals>[]
      : T extends object
        ? { readonly [Key in keyof T]: Key extends Literals ? DeferrableLiteral<T[Key]> : Deferrable<T[Key], Literals> }
        : T;

/** A property that is a literal wherever it is, unless it is a secret. */
export type DeferrableLiteral<T> = T extends SecretValue ? SecretInput : T;

/** A secret as a Pulumi program gives it; whatever it is given as, it is a secret in the state. */
export type SecretInput = SecretValue | pulumi.Input<string>;
