import { equalText } from './deferred';

const FIRST_LABEL = /^[^.]+/;

/**
 * Whether a host name stands for another one, as far as both are known: it is the same, or has `*` in place of its whole
 * first label.
 * @param host - a host name or a wildcard, of a certificate or a rule
 * @param name - the host name or wildcard that it should stand for
 */
export function coversHost(host: string, name: string): boolean {
  return equalText(host, name) !== false || name.replace(FIRST_LABEL, '*') === host;
}
