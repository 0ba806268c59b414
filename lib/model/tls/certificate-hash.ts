import { createHash } from 'node:crypto';

const HASH_DIGITS = 10;

/**
 * A short hash of a certificate, which changes with every renewal: the first ten hexadecimal digits of the SHA-256 of
 * its exact text. The private key has no part in it.
 * @param certificate - PEM text that is known, not deferred
 */
export function certificateHash(certificate: string): string {
  return createHash('sha256').update(certificate, 'utf8').digest('hex').slice(0, HASH_DIGITS);
}
