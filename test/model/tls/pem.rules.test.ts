import { formatIssue } from '../../../lib/model/issues';
import {
  certificateBlocks,
  certificateTextIssues,
  isSwapped,
  privateKeyBlock,
  privateKeyTextIssues,
} from '../../../lib/model/tls/pem.rules';
import { CERTIFICATE, ENCRYPTED_KEYS, OTHER_KEYS, PRIVATE_KEY } from '../../support/certificates';

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

function certificateMessages(text: string): string[] {
  return certificateTextIssues(text, ['certificate']).map(formatIssue);
}

function keyMessages(text: string): string[] {
  return privateKeyTextIssues(text, ['privateKey']).map(formatIssue);
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
});

describe('PEM private key', () => {
  test.each([
    ['PKCS #8', PRIVATE_KEY],
    ['the RSA form', OTHER_KEYS.rsa],
    ['the EC form after its parameters', OTHER_KEYS.ec],
    ['line breaks of Windows', PRIVATE_KEY.replaceAll('\n', '\r\n')],
  ])('may have %s', (_case, text) => {
    expect(keyMessages(text)).toStrictEqual([]);
  });

  test('warns about certificates beside it', () => {
    expect(keyMessages(`${PRIVATE_KEY}${CERTIFICATE}`)).toStrictEqual([
      'privateKey: a certificate stands beside the private key, where nobody looks for it; give the key alone, and all certificates as the certificate [tls/certificate-in-key]',
    ]);
  });

  test('fails on several', () => {
    const expected = [
      'privateKey: more than one private key stands in the text; give the key of the certificate alone [tls/several-private-keys]',
    ];
    expect(keyMessages(`${PRIVATE_KEY}${OTHER_KEYS.ec}`)).toStrictEqual(expected);
    expect(keyMessages(`${PRIVATE_KEY}${CERTIFICATE}${PRIVATE_KEY}`)).toStrictEqual(expected);
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
});

describe('certificateBlocks and privateKeyBlock', () => {
  test('are the blocks alone, byte by byte', () => {
    const [leaf = '', authority = ''] = certificateBlocks(CERTIFICATE);

    expect(`${leaf}\n${authority}\n`).toBe(CERTIFICATE);
    expect(`${privateKeyBlock(`# key\n${PRIVATE_KEY}`) ?? ''}\n`).toBe(PRIVATE_KEY);
  });

  test('are not there where there are none', () => {
    expect(certificateBlocks(PRIVATE_KEY)).toStrictEqual([]);
    expect(privateKeyBlock(CERTIFICATE)).toBeUndefined();
  });
});

describe('isSwapped', () => {
  test('tells a key in the place of the certificate and the other way round', () => {
    expect(isSwapped(PRIVATE_KEY, CERTIFICATE)).toBe(true);
    expect(isSwapped(ENCRYPTED_KEYS.pkcs8, CERTIFICATE)).toBe(true);
    expect(isSwapped(CERTIFICATE, PRIVATE_KEY)).toBe(false);
    expect(isSwapped(`${CERTIFICATE}${PRIVATE_KEY}`, CERTIFICATE)).toBe(false);
    expect(isSwapped(PRIVATE_KEY, `${CERTIFICATE}${PRIVATE_KEY}`)).toBe(false);
    expect(isSwapped('', '')).toBe(false);
  });
});
