import { createHash } from 'node:crypto';

const HASH_DIGITS = 6;

/** The first six hexadecimal digits of the MD5 of a text's UTF-8 bytes: how the Azure CLI shortens names. */
export function cliNameHash(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex').slice(0, HASH_DIGITS);
}
