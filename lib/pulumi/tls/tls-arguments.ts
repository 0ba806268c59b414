import type { Issue } from '../../model/issues';

/** Texts of TLS secrets that the program has to know: names and the list of objects are made of them. */
export type LiteralTlsText = 'revision' | 'validOn' | 'objectName' | 'objectVersion';

/** What is a secret in the arguments of a TLS secret. */
export const TLS_SECRETS = ['source.privateKey'];

/**
 * A checked secret without the warning about keys in manifests: there is no manifest, and the key is encrypted in the state.
 * @param resolved - the checked secret
 */
export function keptInState<T extends { readonly warnings: readonly Issue[] }>(resolved: T): T {
  return { ...resolved, warnings: resolved.warnings.filter(({ code }) => code !== 'tls/key-in-manifest') };
}
