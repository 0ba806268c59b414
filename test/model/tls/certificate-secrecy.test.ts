import { inspect } from 'node:util';
import fc from 'fast-check';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import { certificateIssues } from '../../../lib/model/tls/certificate.rules';
import { resolveRouterTlsSecret } from '../../../lib/model/tls/resolve-router-tls-secret';
import { certificatePem, keyPem, makeKeys } from '../../support/certificate-builder';
import { showsSecret } from '../../support/secret-search';

const KEYS = [
  ...(['pkcs8', 'sec1'] as const).map((form) => ({ form, keys: makeKeys('ec') })),
  ...(['pkcs8', 'pkcs1'] as const).map((form) => ({ form, keys: makeKeys('rsa') })),
].map(({ form, keys }) => {
  const leaf = { keys, commonName: 'ml.contoso.com', dnsNames: ['ml.contoso.com'] };
  return { certificate: certificatePem(leaf), key: keyPem(keys, form) };
});
type Pair = (typeof KEYS)[number];

/** What people do to a text on its way into a program. */
const MISHAPS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\\n'),
  (text) => text.replaceAll('\n', ''),
  (text) => text.replaceAll('\n', ' '),
  (text) => text.replace(/^.*\n/, ''),
  (text) => text.replace(/^(.*\n){2}/, ''),
  (text) => text.replace(/\n[^\n]*\n$/, ''),
  (text) => text.slice(0, -50),
  (text) => text.replaceAll('PRIVATE KEY', 'CERTIFICATE'),
  (text) => text.replaceAll('CERTIFICATE', 'PRIVATE KEY'),
  (text) => text.replace(/(?<=-----\n).{8}/, 'AAAAAAAA'),
  (text) => `\uFEFF${text}`,
  (text) => JSON.stringify(text),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text.replaceAll(/-----.*-----|\n/g, ''), 'base64').toString('latin1'),
];

const mishap = fc.constantFrom(...MISHAPS);
const place = (pair: Pair): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(pair.certificate, pair.key), mishap), { minLength: 1, maxLength: 3 })
    .map((pieces) => pieces.map(([text, change]) => change(text)).join(''));
const given = fc
  .constantFrom(...KEYS)
  .chain((pair) => fc.record({ pair: fc.constant(pair), certificate: place(pair), key: place(pair) }));

/** Everything that a person or a log may see of an error. */
function visible(action: () => unknown): string {
  try {
    return inspect(action(), { depth: 8, showHidden: true });
  } catch (error) {
    return `${inspect(error, { depth: 8, showHidden: true })}${JSON.stringify(error)}${String(error)}`;
  }
}

describe('messages about certificates and keys', () => {
  test('show nothing of a key, wherever and in whatever state it was given', () => {
    fc.assert(
      fc.property(given, ({ pair, certificate, key }) => {
        const issues = certificateIssues({
          certificate,
          key: SecretValue.of(key),
          cname: 'other.contoso.com',
          at: '2040-01-01',
        });
        const text = `${issues.map(formatIssue).join('\n')}${JSON.stringify(issues)}${inspect(issues, { depth: 8 })}`;

        expect(showsSecret(text, pair.key)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('show nothing of it either when a description with it is refused', () => {
    fc.assert(
      fc.property(given, ({ pair, certificate, key }) => {
        const source = { kind: 'inline', certificate, privateKey: SecretValue.of(key) } as const;
        const refused = visible(() => {
          resolveRouterTlsSecret({ name: 'tls', extensionName: 'azureml', source });
        });

        expect(showsSecret(refused, pair.key)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('show nothing of a whole key in any other property', () => {
    const changes = [MISHAPS[0], MISHAPS[1], MISHAPS[2], MISHAPS[3], MISHAPS[13], MISHAPS[14]];
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), fc.constantFrom(...changes), (pair, change = String) => {
        const key = change(pair.key);
        const issues = certificateIssues({ certificate: key, key: SecretValue.of(key), cname: key, at: key });

        expect(issues.length).toBeGreaterThan(0);
        expect(showsSecret(JSON.stringify(issues), pair.key)).toBe(false);
      }),
    );
  });
});

describe('the search for a key', () => {
  const [{ key }] = KEYS as [Pair];

  test.each([
    ['as it is', key],
    ['a line of it', key.split('\n')[1] ?? ''],
    ['a part of a line', key.slice(60, 80)],
    ['in one line', key.replaceAll('\n', '')],
    ['JSON-escaped', JSON.stringify({ key })],
    ['in base64', Buffer.from(key).toString('base64')],
    ['in base64 behind something else', Buffer.from(`x${key}`).toString('base64')],
    ['as hexadecimal digits', Buffer.from(key.replaceAll(/-----.*-----|\n/g, ''), 'base64').toString('hex')],
  ])('finds one that was planted %s', (_form, planted) => {
    expect(showsSecret(`the key is ${planted}, as received`, key)).toBe(true);
  });

  test('finds none where none is', () => {
    expect(showsSecret('the key starts with -----BEGIN PRIVATE KEY-----', key)).toBe(false);
    expect(showsSecret('', key)).toBe(false);
    expect(showsSecret(keyPem(makeKeys('rsa')), key)).toBe(false);
  });
});
