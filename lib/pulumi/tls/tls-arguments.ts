import type { Issue } from '../../model/issues';
import type { HiddenPaths } from '../capture';

/** Texts of TLS secrets that the program has to know: names and the list of objects are made of them. */
export type LiteralTlsText = 'revision' | 'validOn' | 'objectName' | 'objectVersion';

/** What stays out of the state in clear of the arguments of a TLS secret. */
export const HIDDEN_IN_TLS: HiddenPaths = { secrets: ['source.privateKey'], encrypted: ['source.certificate'] };

/**
 * A checked secret without the warning about keys in manifests: there is no manifest, and the key is encrypted in the state.
 * @param resolved - the checked secret
 */
export function keptInState<T extends { readonly warnings: readonly Issue[] }>(resolved: T): T {
  return { ...resolved, warnings: resolved.warnings.filter(({ code }) => code !== 'tls/key-in-manifest') };
}
