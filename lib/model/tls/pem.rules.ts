import { issue, type Issue, type Path } from '../issues';
import { textFormat } from '../text-format';

/*
 * What can be said about PEM text without reading the certificates in it. No issue shows any of the text: what stands
 * in the wrong place may be a key.
 */

const ASCII = /^[\t\n\r\x20-\x7e]*$/;
const ANY_PRIVATE_KEY = /PRIVATE KEY-----/;
const ANY_CERTIFICATE = /-----BEGIN [A-Z0-9 ]*CERTIFICATE-----/;
const FIRST_CERTIFICATE = /^-----BEGIN CERTIFICATE-----/;
const BEGIN = /-----BEGIN /g;
const CERTIFICATE_BLOCK = /-----BEGIN CERTIFICATE-----[ \t]*\r?\n[A-Za-z0-9+/=\s]+\n-----END CERTIFICATE-----/g;
const KEY_BLOCK = /-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----[ \t]*\r?\n[A-Za-z0-9+/=\s]+\n-----END \1-----/;
const BEGIN_PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/g;
const ENCRYPTED = /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m;
const BASE64_OF_PEM = /^LS0tLS1CRUdJTi/;
const FILE_NAME = /^\S+\.(pem|crt|cer|key|der|pfx|p12)$/i;
const ESCAPED_LINE_BREAK = /-----\\n/;

/** A certificate chain as PEM text; what it holds is for the rules of certificates. */
export const pemCertificates = textFormat<'PemCertificates'>({
  noun: 'PEM certificates',
  code: 'tls/certificate-not-pem',
  expected: 'PEM text',
  accepts: () => true,
});

/**
 * What is wrong with a certificate chain as PEM text.
 * @param text - the text, not deferred
 * @param path - where it is in the description
 */
export function certificateTextIssues(text: string, path: Path): Issue[] {
  const ascii = asciiIssues(text, path);
  if (ANY_PRIVATE_KEY.test(text)) return [...ascii, issue('tls/key-in-certificate', path)];
  const complete = FIRST_CERTIFICATE.test(text) && certificateBlocks(text).length === text.match(BEGIN)?.length;
  return complete ? ascii : [...ascii, issue('tls/certificate-not-pem', path, mistakeIn(text))];
}

/**
 * What is wrong with a private key as PEM text.
 * @param text - the text, not deferred
 * @param path - where it is in the description
 */
export function privateKeyTextIssues(text: string, path: Path): Issue[] {
  const ascii = asciiIssues(text, path);
  if (ENCRYPTED.test(text)) return [...ascii, issue('tls/private-key-encrypted', path)];
  if ((text.match(BEGIN_PRIVATE_KEY) ?? []).length > 1) return [...ascii, issue('tls/several-private-keys', path)];
  if (privateKeyBlock(text) === undefined) return [...ascii, issue('tls/private-key-not-pem', path, mistakeIn(text))];
  return ANY_CERTIFICATE.test(text) ? [...ascii, issue('tls/certificate-in-key', path)] : ascii;
}

/**
 * Whether certificate and private key were given in each other's place.
 * @param certificate - what was given as the certificate
 * @param key - what was given as the private key
 */
export function isSwapped(certificate: string, key: string): boolean {
  const holdsKeyOnly = ANY_PRIVATE_KEY.test(certificate) && !ANY_CERTIFICATE.test(certificate);
  return holdsKeyOnly && ANY_CERTIFICATE.test(key) && !ANY_PRIVATE_KEY.test(key);
}

/** The certificates of a text, each as a PEM block. */
export function certificateBlocks(text: string): readonly string[] {
  return text.match(CERTIFICATE_BLOCK) ?? [];
}

/** The private key of a text as a PEM block; `undefined` when there is no complete one. */
export function privateKeyBlock(text: string): string | undefined {
  return KEY_BLOCK.exec(text)?.[0];
}

function asciiIssues(text: string, path: Path): Issue[] {
  return ASCII.test(text) ? [] : [issue('tls/pem-not-ascii', path)];
}

/** The fix for a mistake that is often made. */
function mistakeIn(text: string): { readonly fix?: string } {
  if (BASE64_OF_PEM.test(text)) return { fix: 'give the PEM text itself; it is encoded in base64 here' };
  if (FILE_NAME.test(text)) return { fix: 'give the content of the file, not its name' };
  if (ESCAPED_LINE_BREAK.test(text)) return { fix: 'give real line breaks in place of the two characters \\n' };
  return {};
}
