import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import { pemCertificates, pemPrivateKey } from '../../../lib/model/tls/pem.rules';
import { CERTIFICATE, ENCRYPTED_KEYS, OTHER_KEYS, PRIVATE_KEY, RENEWED_CERTIFICATE } from '../../support/certificates';

const NOT_PEM =
  'certificate: the certificate is not a chain of complete PEM blocks that starts with -----BEGIN CERTIFICATE-----';
const CONTENT = 'give the content of the PEM file: the server certificate first, then the intermediates';
const KEY_NOT_PEM = 'privateKey: the private key is not a complete PEM block';
const KEY_CONTENT =
  'give the content of the key file, which holds -----BEGIN PRIVATE KEY----- or the RSA or EC form of it';
const NOT_ASCII =
  'the PEM text holds characters outside ASCII; give the file as text without byte order mark; a binary file (DER, PFX) has to be converted to PEM first [tls/pem-not-ascii]';

function base64Of(text: string): string {
  return Buffer.from(text).toString('base64');
}

function certificateMessages(value: unknown): string[] {
  return pemCertificates()(value, ['certificate']).map(formatIssue);
}

function keyMessages(value: unknown): string[] {
  const given = typeof value === 'string' ? SecretValue.of(value) : value;
  return pemPrivateKey()(given, ['privateKey']).map(formatIssue);
}

describe('PEM certificates', () => {
  test.each([
    ['a chain', CERTIFICATE],
    ['line breaks of Windows', CERTIFICATE.replaceAll('\n', '\r\n')],
    ['no line break at the end', CERTIFICATE.trimEnd()],
    ['text between the blocks', CERTIFICATE.replace(/\n(?=-----BEGIN)/, '\nsubject=CN = authority\n')],
  ])('may have %s', (_case, text) => {
    expect(certificateMessages(text)).toStrictEqual([]);
  });

  test('may be known only at deployment', () => {
    expect(certificateMessages(deferred('certificate'))).toStrictEqual([]);
    expect(certificateMessages(`${CERTIFICATE}${deferred('intermediates')}`)).toStrictEqual([]);
  });

  test.each([
    ['nothing', '', CONTENT],
    ['another kind of block first', OTHER_KEYS.ec.replace(/-----BEGIN EC PRIVATE[^]*/, ''), CONTENT],
    ['text before the first block', `subject=CN = ml\n${CERTIFICATE}`, CONTENT],
    ['a block without its end', CERTIFICATE.replace(/-----END CERTIFICATE-----\s*$/, ''), CONTENT],
    ['other blocks after the first', `${CERTIFICATE}-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n`, CONTENT],
    ['a file name', 'certificates/cert.pem', 'give the content of the file, not its name'],
    ['its base64', base64Of(CERTIFICATE), 'give the PEM text itself; it is encoded in base64 here'],
    [
      'line breaks as two characters',
      CERTIFICATE.replaceAll('\n', '\\n'),
      'give real line breaks in place of the two characters \\n',
    ],
  ])('fails on %s', (_case, text, fix) => {
    expect(certificateMessages(text)).toStrictEqual([`${NOT_PEM}; ${fix} [tls/certificate-not-pem]`]);
  });

  test('fails on a private key among the certificates', () => {
    const expected = [
      'certificate: a private key stands among the certificates; give the certificates alone here and the key as privateKey; whoever has seen this text has the key [tls/key-in-certificate]',
    ];
    expect(certificateMessages(PRIVATE_KEY)).toStrictEqual(expected);
    expect(certificateMessages(`${CERTIFICATE}${PRIVATE_KEY}`)).toStrictEqual(expected);
    expect(certificateMessages(ENCRYPTED_KEYS.pkcs8)).toStrictEqual(expected);
  });

  test('fails on a byte order mark, with everything else that is wrong', () => {
    expect(certificateMessages(`\uFEFF${CERTIFICATE}`)).toStrictEqual([
      `certificate: ${NOT_ASCII}`,
      `${NOT_PEM}; ${CONTENT} [tls/certificate-not-pem]`,
    ]);
  });

  test('fails on a secret that stands in their place', () => {
    expect(certificateMessages(deferred('key', { secret: true }))).toStrictEqual([
      'certificate: a secret value stands in a field that is not secret (received "<key>"); give the secret where a secret is asked for, or a value that is not secret [deferred/secret-in-plain-text]',
    ]);
    expect(certificateMessages(SecretValue.of(PRIVATE_KEY))).toStrictEqual([
      'certificate: the value has the wrong type (received "an object", expected a text); give a value of the expected type [spec/type]',
    ]);
  });
});

describe('PEM private key', () => {
  test.each([
    ['PKCS #8', PRIVATE_KEY],
    ['the RSA form', OTHER_KEYS.rsa],
    ['the EC form after its parameters', OTHER_KEYS.ec],
    ['line breaks of Windows', PRIVATE_KEY.replaceAll('\n', '\r\n')],
    ['certificates behind it', `${PRIVATE_KEY}${RENEWED_CERTIFICATE}`],
  ])('may have %s', (_case, text) => {
    expect(keyMessages(text)).toStrictEqual([]);
  });

  test('may be known only at deployment', () => {
    expect(keyMessages(deferred('key', { secret: true }))).toStrictEqual([]);
    expect(keyMessages(deferred('key'))).toStrictEqual([]);
  });

  test.each([
    ['nothing', '', KEY_CONTENT],
    ['a certificate', CERTIFICATE, KEY_CONTENT],
    ['a block without its end', PRIVATE_KEY.replace(/-----END PRIVATE KEY-----\s*$/, ''), KEY_CONTENT],
    ['the end of another block', PRIVATE_KEY.replace('END PRIVATE', 'END RSA PRIVATE'), KEY_CONTENT],
    ['a key of SSH', PRIVATE_KEY.replaceAll('PRIVATE', 'OPENSSH PRIVATE'), KEY_CONTENT],
    ['a file name', 'key.pem', 'give the content of the file, not its name'],
    ['its base64', base64Of(PRIVATE_KEY), 'give the PEM text itself; it is encoded in base64 here'],
    [
      'line breaks as two characters',
      PRIVATE_KEY.replaceAll('\n', '\\n'),
      'give real line breaks in place of the two characters \\n',
    ],
  ])('fails on %s', (_case, text, fix) => {
    expect(keyMessages(text)).toStrictEqual([`${KEY_NOT_PEM}; ${fix} [tls/private-key-not-pem]`]);
  });

  test.each(Object.entries(ENCRYPTED_KEYS))('fails on a passphrase in the form %s', (_form, text) => {
    expect(keyMessages(text)).toStrictEqual([
      'privateKey: the private key is protected by a passphrase, which nothing in the cluster knows; remove the passphrase, for example with `openssl pkey -in encrypted.pem -out key.pem` [tls/private-key-encrypted]',
    ]);
  });

  test('fails on characters outside ASCII', () => {
    expect(keyMessages(`# Schlüssel\n${PRIVATE_KEY}`)).toStrictEqual([`privateKey: ${NOT_ASCII}`]);
  });

  test('fails on a plain text without showing it', () => {
    expect(pemPrivateKey()(PRIVATE_KEY, ['privateKey']).map(formatIssue)).toStrictEqual([
      'privateKey: the value has the wrong type (received "a string", expected a secret, SecretValue.of(text)); give a value of the expected type [spec/type]',
    ]);
  });
});
