import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import {
  certificateHostIssues,
  certificateIssues,
  certificatePairIssues,
  type CertificatePair,
} from '../../../lib/model/tls/certificate.rules';
import { certificatePem, keyPem, makeKeys, type CertificateParts } from '../../support/certificate-builder';

const HOST = 'ml.contoso.com';
const ROOT: CertificateParts = { keys: makeKeys(), commonName: 'root', until: '2040-12-31' };
const INTERMEDIATE: CertificateParts = { keys: makeKeys(), commonName: 'intermediate', issuer: ROOT };
const LEAF: CertificateParts = {
  keys: makeKeys(),
  commonName: HOST,
  dnsNames: [HOST, '*.ml.contoso.com'],
  issuer: INTERMEDIATE,
};
const RSA_LEAF: CertificateParts = { ...LEAF, keys: makeKeys('rsa') };
const SELF_SIGNED: CertificateParts = { keys: makeKeys(), commonName: HOST, dnsNames: [HOST] };
const ALIEN: CertificateParts = { keys: makeKeys(), commonName: 'alien' };

function chain(...parts: readonly CertificateParts[]): string {
  return parts.map(certificatePem).join('');
}

function messages(certificate: string, key: string, more: Omit<CertificatePair, 'certificate' | 'key'> = {}): string[] {
  return certificateIssues({ certificate, key: SecretValue.of(key), ...more }).map(formatIssue);
}

function chainMessages(...parts: readonly CertificateParts[]): string[] {
  return messages(chain(...parts), deferred('key', { secret: true }));
}

describe('certificateIssues', () => {
  test.each([
    ['EC', LEAF, keyPem(LEAF.keys)],
    ['EC in the traditional form', LEAF, keyPem(LEAF.keys, 'sec1')],
    ['RSA', RSA_LEAF, keyPem(RSA_LEAF.keys)],
    ['RSA in the traditional form', RSA_LEAF, keyPem(RSA_LEAF.keys, 'pkcs1')],
  ])('finds nothing wrong with a chain and its key: %s', (_case, leaf, key) => {
    const certificate = chain(leaf, INTERMEDIATE, ROOT);

    expect(messages(certificate, key, { cname: HOST, at: '2026-11-27' })).toStrictEqual([]);
    expect(messages(certificate.replaceAll('\n', '\r\n'), key.replaceAll('\n', '\r\n'))).toStrictEqual([]);
  });

  test('does not ask for the root', () => {
    expect(chainMessages(LEAF, INTERMEDIATE)).toStrictEqual([]);
  });

  test('takes a certificate that signed itself', () => {
    expect(messages(chain(SELF_SIGNED), keyPem(SELF_SIGNED.keys), { cname: HOST })).toStrictEqual([]);
  });

  test('fails on wrong types and formats', () => {
    const pair = { certificate: 1, key: 'key', cname: 'ML.contoso.com', at: 'tomorrow' };

    expect(certificateIssues(pair as unknown as CertificatePair).map(formatIssue)).toStrictEqual([
      'certificate: the value has the wrong type (received "a number", expected a text); give a value of the expected type [spec/type]',
      'key: the value has the wrong type (received "a string", expected a secret, SecretValue.of(text)); give a value of the expected type [spec/type]',
      'cname: the text is not a host name (received "ML.contoso.com", expected a lower-case DNS name with labels of at most 63 characters, or one whose first label is *); give a lower-case DNS name such as ml.contoso.com, without scheme, port or path [name/host]',
      'at: the text is not a date (received "tomorrow", expected YYYY-MM-DD); give year, month and day such as "2026-11-24" [support/date]',
    ]);
  });

  test('says everything at once', () => {
    const certificate = chain(INTERMEDIATE, { ...SELF_SIGNED, issuer: INTERMEDIATE, until: '2026-11-26' });
    const issues = messages(certificate, `${keyPem(ALIEN.keys)}${chain(ROOT)}`, { cname: 'a.com', at: '2026-11-27' });

    expect(issues.map((one) => /\[(.*)\]$/.exec(one)?.[1])).toStrictEqual([
      'tls/chain-order',
      'tls/certificate-in-key',
      'tls/key-mismatch',
      'tls/host-not-covered',
      'tls/certificate-expired',
    ]);
  });
});

describe('what is deferred', () => {
  const key = SecretValue.of(keyPem(ALIEN.keys));

  test('is not looked at', () => {
    const later = deferred('later');
    const certificate = chain(LEAF, INTERMEDIATE);

    expect(certificateIssues({ certificate: later, key, cname: 'a.com', at: '2030-01-01' })).toStrictEqual([]);
    expect(certificateIssues({ certificate: `${certificate}${later}`, key })).toStrictEqual([]);
    expect(chainMessages(LEAF, INTERMEDIATE)).toStrictEqual([]);
    expect(messages(certificate, keyPem(LEAF.keys), { cname: `${later}.com`, at: deferred('day') })).toStrictEqual([]);
    expect(certificateHostIssues(later, 'a.com', [])).toStrictEqual([]);
  });

  test('keeps nothing else from being checked', () => {
    const issues = certificateIssues({ certificate: deferred('certificate'), key: SecretValue.of('key.pem') });

    expect(issues.map(formatIssue)).toStrictEqual([
      'key: the private key is not a complete PEM block; give the content of the file, not its name [tls/private-key-not-pem]',
    ]);
    expect(chainMessages(INTERMEDIATE, LEAF)).toHaveLength(1);
  });
});

describe('certificatePairIssues', () => {
  test('leaves a host name and a date that are none to the rules of their fields', () => {
    const pair = { certificate: chain(SELF_SIGNED), key: SecretValue.of(keyPem(SELF_SIGNED.keys)) };
    const paths = { certificate: [], key: [] };

    expect(certificatePairIssues({ ...pair, cname: 'not a host', at: 'tomorrow' }, paths)).toStrictEqual([]);
    expect(certificatePairIssues({ ...pair, cname: 'a.com' }, paths).map(({ path }) => path)).toStrictEqual([[]]);
  });

  test('puts the issues where the description has the texts', () => {
    const pair = { certificate: chain(LEAF), key: SecretValue.of(keyPem(ALIEN.keys)), cname: 'a.com' };
    const paths = { certificate: ['https', 'pem'], key: ['https', 'keyPem'], cname: ['sslCname'] };

    expect(certificatePairIssues(pair, paths).map(({ path }) => path)).toStrictEqual([
      paths.certificate,
      paths.key,
      paths.cname,
    ]);
  });
});

describe('the chain', () => {
  test('fails on the wrong order, with the right one', () => {
    const order = (expected: string): string[] => [
      `certificate: the certificates are not in the order in which each is signed by the next (expected the order ${expected}); put the certificate of the server first, then the one that signed it, and so on [tls/chain-order]`,
    ];

    expect(chainMessages(ROOT, INTERMEDIATE, LEAF)).toStrictEqual(order('3, 2, 1'));
    expect(chainMessages(LEAF, ROOT, INTERMEDIATE)).toStrictEqual(order('1, 3, 2'));
    expect(chainMessages(INTERMEDIATE, LEAF)).toStrictEqual(order('2, 1'));
  });

  test('fails where a certificate is missing or does not belong to it', () => {
    const fix =
      'give the certificate of the server, then the one that signed it, and so on, and no others [tls/chain-broken]';

    expect(chainMessages(LEAF, ROOT)).toStrictEqual([
      `certificate: certificate 1 of 2 ("ml.contoso.com") is not signed by certificate 2 of 2 ("root"); ${fix}`,
    ]);
    expect(chainMessages(LEAF, INTERMEDIATE, ALIEN)).toStrictEqual([
      `certificate: certificate 2 of 3 ("intermediate") is not signed by certificate 3 of 3 ("alien"); ${fix}`,
    ]);
  });

  test('fails on an authority of the right name with another key', () => {
    expect(chainMessages(LEAF, { ...INTERMEDIATE, keys: ALIEN.keys })).toStrictEqual([
      'certificate: certificate 1 of 2 ("ml.contoso.com") is not signed by certificate 2 of 2 ("intermediate"); give the certificate of the server, then the one that signed it, and so on, and no others [tls/chain-broken]',
    ]);
  });

  test('fails on two certificates of servers', () => {
    expect(chainMessages(SELF_SIGNED, { ...SELF_SIGNED, commonName: 'other' })).toStrictEqual([
      'certificate: certificate 1 of 2 ("ml.contoso.com") is not signed by certificate 2 of 2 ("other"); give the certificate of the server, then the one that signed it, and so on, and no others [tls/chain-broken]',
    ]);
  });

  test('fails on a certificate that stands there twice', () => {
    const [leaf, intermediate] = [certificatePem(LEAF), certificatePem(INTERMEDIATE)];
    const key = deferred('key', { secret: true });

    expect(messages(`${leaf}${intermediate}${leaf}`, key)).toStrictEqual([
      'certificate: certificate 3 of 3 ("ml.contoso.com") is the same as certificate 1; leave the second one out [tls/certificate-repeated]',
    ]);
    expect(messages(`${certificatePem(SELF_SIGNED)}${leaf}${leaf}`, key)).toStrictEqual([
      'certificate: certificate 3 of 3 ("ml.contoso.com") is the same as certificate 2; leave the second one out [tls/certificate-repeated]',
    ]);
  });

  test('warns about the certificate of a server without the one that signed it', () => {
    expect(chainMessages(LEAF)).toStrictEqual([
      'certificate: the certificate of the server stands alone, and another one signed it; add the intermediate certificates of its authority: clients that do not know them refuse the server [tls/chain-incomplete]',
    ]);
  });

  test('fails on blocks that are no certificates, and says which', () => {
    const broken = (pem: string): string => pem.replace(/(?<=CERTIFICATE-----\n).{8}/, 'AAAAAAAA');
    const fix =
      'export it again as PEM; `openssl x509 -in cert.pem -noout -text` shows what a file holds [tls/certificate-unreadable]';
    const key = deferred('key', { secret: true });

    expect(messages(broken(chain(LEAF)), key)).toStrictEqual([
      `certificate: the certificate is not an X.509 certificate; ${fix}`,
    ]);
    expect(messages(`${chain(LEAF)}${broken(chain(INTERMEDIATE))}`, key)).toStrictEqual([
      `certificate: certificate 2 of 2 is not an X.509 certificate; ${fix}`,
    ]);
  });

  test('may have a certificate without a common name', () => {
    const nameless = { keys: makeKeys(), dnsNames: [HOST], issuer: ROOT };

    expect(chainMessages(nameless, ROOT)).toStrictEqual([]);
    expect(chainMessages(SELF_SIGNED, nameless)).toStrictEqual([
      expect.stringMatching(/certificate 1 of 2 \("ml\.contoso\.com"\) is not signed by certificate 2 of 2; /),
    ]);
  });
});

describe('the private key', () => {
  const certificate = chain(LEAF, INTERMEDIATE);
  const fix = 'give the key for which the certificate was requested [tls/key-mismatch]';

  test('fails when it belongs to no certificate', () => {
    expect(messages(certificate, keyPem(ALIEN.keys))).toStrictEqual([
      `key: the private key does not belong to the certificate; ${fix}`,
    ]);
    expect(messages(chain(RSA_LEAF, INTERMEDIATE), keyPem(makeKeys('rsa')))).toStrictEqual([
      `key: the private key does not belong to the certificate; ${fix}`,
    ]);
  });

  test('fails when it is of another kind', () => {
    expect(messages(certificate, keyPem(RSA_LEAF.keys))).toStrictEqual([
      `key: the private key does not belong to the certificate (received "RSA key", expected EC key); ${fix}`,
    ]);
    expect(messages(chain(RSA_LEAF, INTERMEDIATE), keyPem(LEAF.keys))).toStrictEqual([
      `key: the private key does not belong to the certificate (received "EC key", expected RSA key); ${fix}`,
    ]);
  });

  test('fails when it belongs to another certificate of the chain', () => {
    expect(messages(certificate, keyPem(INTERMEDIATE.keys))).toStrictEqual([
      `key: the private key belongs to certificate 2 of 2 ("intermediate") and not to that of the server; ${fix}`,
    ]);
  });

  test('belongs to the certificate of the server also where the order is wrong', () => {
    expect(messages(chain(INTERMEDIATE, LEAF), keyPem(LEAF.keys))).toStrictEqual([
      expect.stringMatching(/\[tls\/chain-order\]$/),
    ]);
  });

  test('fails when it cannot be read', () => {
    const broken = keyPem(LEAF.keys).replace(/(?<=KEY-----\n).{8}/, 'AAAAAAAA');

    expect(messages(certificate, broken)).toStrictEqual([
      'key: the private key cannot be read; export it again as PEM; `openssl pkey -in key.pem -noout -check` says whether a file is right [tls/private-key-unreadable]',
    ]);
  });

  test('warns when it is neither RSA nor EC', () => {
    const leaf = { ...LEAF, keys: makeKeys('ed25519') };

    expect(messages(chain(leaf, INTERMEDIATE), keyPem(leaf.keys))).toStrictEqual([
      'key: the private key is neither RSA nor EC, and many clients of TLS 1.2 take no other (received "ed25519", expected rsa or ec); use a certificate with an RSA or EC key [tls/key-type]',
    ]);
  });

  test('fails when it stands in the place of the certificate, and the certificate in its', () => {
    expect(messages(keyPem(LEAF.keys), certificate)).toStrictEqual([
      "certificate: certificate and private key stand in each other's place; swap them; the place of the certificate is no secret, so whoever has seen it has the key [tls/certificate-key-swapped]",
    ]);
  });

  test('leaves the state of the library behind it clean', () => {
    expect(messages(certificate, keyPem(RSA_LEAF.keys))).toHaveLength(1);
    expect(messages(certificate, keyPem(LEAF.keys))).toStrictEqual([]);
  });
});

describe('the host', () => {
  function hostMessages(parts: CertificateParts, host: string): string[] {
    return certificateHostIssues(chain(parts), host, ['cname']).map(formatIssue);
  }

  test.each([HOST, 'a.ml.contoso.com', '*.ml.contoso.com', 'A.ML.contoso.com'])('may be %s', (host) => {
    expect(hostMessages(LEAF, host)).toStrictEqual([]);
  });

  test.each(['contoso.com', 'a.b.ml.contoso.com', '*.contoso.com', 'ml.contoso.com.example', 'xml.contoso.com'])(
    'fails as %s, which no alternative name covers',
    (host) => {
      expect(hostMessages(LEAF, host)).toStrictEqual([
        `cname: the certificate does not cover the host name (received ${JSON.stringify(host)}, expected one that matches ml.contoso.com, *.ml.contoso.com); use a certificate with the host name, or a wildcard for its first label, among its alternative names [tls/host-not-covered]`,
      ]);
    },
  );

  test('fails when a wildcard stands for a part of a label', () => {
    expect(hostMessages({ ...LEAF, dnsNames: ['m*.contoso.com'] }, HOST)).toHaveLength(1);
    expect(hostMessages({ ...LEAF, dnsNames: ['*.*.com'] }, HOST)).toHaveLength(1);
  });

  test('fails when the certificate has it as common name only', () => {
    const message =
      'cname: the certificate has the host name as common name only, where clients do not look (received "ml.contoso.com"); use a certificate with the host name among its alternative names [tls/host-in-common-name]';

    expect(hostMessages({ ...LEAF, dnsNames: [] }, HOST)).toStrictEqual([message]);
    expect(hostMessages({ ...LEAF, dnsNames: ['other.contoso.com'] }, HOST)).toStrictEqual([message]);
  });

  test('fails when the certificate has no host name at all', () => {
    expect(hostMessages({ ...LEAF, commonName: 'router', dnsNames: [] }, HOST)).toStrictEqual([
      'cname: the certificate does not cover the host name (received "ml.contoso.com", expected a certificate with host names); use a certificate with the host name, or a wildcard for its first label, among its alternative names [tls/host-not-covered]',
    ]);
  });
});

describe('the day', () => {
  const certificate = chain({ ...SELF_SIGNED, from: '2026-03-01', until: '2026-11-27' });
  const key = keyPem(SELF_SIGNED.keys);

  test.each(['2026-03-01', '2026-10-27'])('may be %s', (at) => {
    expect(messages(certificate, key, { at })).toStrictEqual([]);
  });

  test('fails before the first one', () => {
    expect(messages(certificate, key, { at: '2026-02-28' })).toStrictEqual([
      'certificate: the certificate is valid from 2026-03-01 only (received "2026-02-28"); wait until then, or use another certificate until then [tls/certificate-not-yet-valid]',
    ]);
  });

  test('fails after the last one', () => {
    expect(messages(certificate, key, { at: '2026-11-28' })).toStrictEqual([
      'certificate: the certificate expired on 2026-11-27 (received "2026-11-28"); renew the certificate [tls/certificate-expired]',
    ]);
  });

  test.each(['2026-10-28', '2026-11-27'])('warns when it is %s, shortly before the last one', (at) => {
    expect(messages(certificate, key, { at })).toStrictEqual([
      `certificate: the certificate expires on 2026-11-27 (received "${at}"); renew the certificate [tls/certificate-expires-soon]`,
    ]);
  });

  test('fails when it is wrong for another certificate of the chain', () => {
    const root = { ...ROOT, until: '2026-06-30' };
    const intermediate = { ...INTERMEDIATE, issuer: root };

    expect(
      messages(chain({ ...LEAF, issuer: intermediate }, intermediate, root), keyPem(LEAF.keys), { at: '2026-07-01' }),
    ).toStrictEqual([
      'certificate: certificate 3 of 3 ("root") expired on 2026-06-30 (received "2026-07-01"); renew the certificate [tls/certificate-expired]',
    ]);
  });

  test('may be in another century', () => {
    const later = chain({ ...SELF_SIGNED, until: '2126-10-31' });

    expect(messages(later, key, { at: '2126-01-01' })).toStrictEqual([]);
    expect(messages(later, key, { at: '2126-11-01' })).toHaveLength(1);
  });
});
