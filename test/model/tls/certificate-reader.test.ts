import fc from 'fast-check';
import { SecretValue } from '../../../lib/model/secret';
import { Certificate, PrivateKey } from '../../../lib/model/tls/certificate-reader';
import { certificateIssues } from '../../../lib/model/tls/certificate.rules';
import { certificatePem, keyPem, makeKeys, type CertificateParts } from '../../support/certificate-builder';

const ROOT: CertificateParts = { keys: makeKeys('ed25519'), commonName: 'root' };
const LEAF: CertificateParts = {
  keys: makeKeys('rsa'),
  commonName: 'ml.contoso.com',
  dnsNames: ['ml.contoso.com', '*.contoso.com'],
  from: '2026-02-03',
  until: '2055-04-05',
  issuer: ROOT,
};
const TEXTS = [LEAF, ROOT].map(certificatePem);
const KEYS = [LEAF, ROOT].map(({ keys }) => keyPem(keys));

/** A PEM block some of whose bytes are others. */
function damaged(pem: string, changes: readonly (readonly [number, number])[]): string {
  const [begin = '', ...rest] = pem.trimEnd().split('\n');
  const bytes = Buffer.from(rest.slice(0, -1).join(''), 'base64');
  for (const [position, byte] of changes) bytes[position % bytes.length] = byte;
  return [begin, ...(bytes.toString('base64').match(/.{1,64}/g) ?? []), rest.at(-1) ?? '', ''].join('\n');
}

describe('Certificate', () => {
  test('has the facts that rules ask for', () => {
    expect(Certificate.read(certificatePem(LEAF))).toMatchObject({
      commonName: 'ml.contoso.com',
      dnsNames: ['ml.contoso.com', '*.contoso.com'],
      firstDay: '2026-02-03',
      lastDay: '2055-04-05',
      keyType: 'rsa',
    });
    expect(Certificate.read(certificatePem({ keys: ROOT.keys }))).toMatchObject({ commonName: '', dnsNames: [] });
  });

  test('is undefined when it cannot be read, also in its dates alone', () => {
    const date = Buffer.from('260203000000Z').toString('latin1');
    const bytes = Buffer.from(certificatePem(LEAF).replaceAll(/-----.*-----|\n/g, ''), 'base64').toString('latin1');
    const broken = Buffer.from(bytes.replace(date, '26AB03000000Z'), 'latin1').toString('base64');

    expect(bytes).toContain(date);
    expect(Certificate.read('')).toBeUndefined();
    expect(Certificate.read(`-----BEGIN CERTIFICATE-----\n${broken}\n-----END CERTIFICATE-----\n`)).toBeUndefined();
  });
});

describe('PrivateKey', () => {
  test('shows its kind and nothing else', () => {
    expect(KEYS.map((pem) => PrivateKey.read(pem)?.type)).toStrictEqual(['rsa', 'ed25519']);
    expect(PrivateKey.read(TEXTS.join(''))).toBeUndefined();
  });
});

describe('damaged certificates and keys', () => {
  const changes = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 3 });
  const certificates = fc.array(fc.tuple(fc.constantFrom(...TEXTS), changes), { minLength: 1, maxLength: 3 });

  test('give issues, and never an error', () => {
    fc.assert(
      fc.property(certificates, fc.constantFrom(...KEYS), changes, (texts, key, keyChanges) => {
        const pair = {
          certificate: texts.map(([text, textChanges]) => damaged(text, textChanges)).join(''),
          key: SecretValue.of(damaged(key, keyChanges)),
          cname: 'ml.contoso.com',
          at: '2026-11-27',
        };

        expect(certificateIssues(pair)).toStrictEqual(certificateIssues(pair));
      }),
      { numRuns: 300 },
    );
  });
});
