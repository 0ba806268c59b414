import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function read(name: string): string {
  return readFileSync(join(__dirname, name), 'utf8');
}

/** The certificate chain of the tests, for `ml.contoso.com`. */
export const CERTIFICATE = read('cert.pem');
/** The chain after a renewal. */
export const RENEWED_CERTIFICATE = read('renewed-cert.pem');
/** The private key of both. */
export const PRIVATE_KEY = read('key.pem');
/** The private key in its other forms. */
export const OTHER_KEYS = { rsa: read('key-rsa.pem'), ec: read('key-ec.pem') };
/** The private key with a passphrase, in both forms. */
export const ENCRYPTED_KEYS = { pkcs8: read('key-encrypted.pem'), traditional: read('key-rsa-encrypted.pem') };
