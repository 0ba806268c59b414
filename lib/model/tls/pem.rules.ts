import { isDeferred } from '../deferred';
import { secret, type Check } from '../fields';
import { issue, type Issue, type Path } from '../issues';
import { isDeferredSecret, revealSecret, type SecretValue } from '../secret';
import { textFormat } from '../text-format';

/*
 * What can be said about PEM text without reading the certificates in it. No issue shows any of the text: what stands
 * in the wrong place may be a key.
 */

const ASCII = /^[\t\n\r\x20-\x7e]*$/;
const ANY_PRIVATE_KEY = /PRIVATE KEY-----/;
const FIRST_CERTIFICATE = /^-----BEGIN CERTIFICATE-----/;
const BEGIN = /-----BEGIN /g;
const CERTIFICATE_BLOCK = /-----BEGIN CERTIFICATE-----[ \t]*\r?\n[A-Za-z0-9+/=\s]+\n-----END CERTIFICATE-----/g;
const KEY_BLOCK = /-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----[ \t]*\r?\n[A-Za-z0-9+/=\s]+\n-----END \1-----/;
const ENCRYPTED = /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m;
const BASE64_OF_PEM = /^LS0tLS1CRUdJTi/;
const FILE_NAME = /^\S+\.(pem|crt|cer|key|der|pfx|p12)$/i;
const ESCAPED_LINE_BREAK = /-----\\n/;

const certificateText = textFormat<'PemCertificates'>({
  noun: 'PEM certificates',
  code: 'tls/certificate-not-pem',
  expected: 'PEM text',
  accepts: () => true,
});

/** A certificate chain as PEM text; its content is checked when it is known. */
export function pemCertificates(): Check {
  return (value, path) => {
    const shape = certificateText.issues(value, path);
    const known = shape.length === 0 && typeof value === 'string' && !isDeferred(value);
    return known ? certificateIssues(value, path) : shape;
  };
}

/** A private key as PEM text without passphrase; its content is checked when it is known. */
export function pemPrivateKey(): Check {
  return (value, path) => {
    const shape = secret()(value, path);
    if (shape.length > 0) return shape;
    const key = value as SecretValue;
    return isDeferredSecret(key) ? [] : privateKeyIssues(revealSecret(key), path);
  };
}

function certificateIssues(text: string, path: Path): Issue[] {
  const ascii = asciiIssues(text, path);
  if (ANY_PRIVATE_KEY.test(text)) return [...ascii, issue('tls/key-in-certificate', path)];
  const blocks = text.match(CERTIFICATE_BLOCK)?.length ?? 0;
  const complete = FIRST_CERTIFICATE.test(text) && blocks === text.match(BEGIN)?.length;
  return complete ? ascii : [...ascii, issue('tls/certificate-not-pem', path, mistakeIn(text))];
}

function privateKeyIssues(text: string, path: Path): Issue[] {
  const ascii = asciiIssues(text, path);
  if (ENCRYPTED.test(text)) return [...ascii, issue('tls/private-key-encrypted', path)];
  return KEY_BLOCK.test(text) ? ascii : [...ascii, issue('tls/private-key-not-pem', path, mistakeIn(text))];
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
