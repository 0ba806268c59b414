import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import type { IngressTlsSecretSpec } from '../../../lib/model/tls/ingress-tls-secret';
import { ingressTlsSecretIssues } from '../../../lib/model/tls/ingress-tls-secret.rules';
import { OTHER_KEYS, PRIVATE_KEY } from '../../support/certificates';
import {
  CERT_MANAGER,
  CLASS_BUNDLE,
  CLASS_PARTS,
  EXTERNAL_BUNDLE,
  EXTERNAL_PARTS,
  INLINE,
} from '../../support/tls-sources';

const IN_MANIFEST =
  'source.privateKey: the private key is written into the manifest; base64 does not protect it; keep the manifest out of version control and logs, or choose the source externalSecret or secretProviderClass [tls/key-in-manifest]';
const MOUNTED_ONLY =
  'source: the driver makes the Secret when a pod in azureml mounts the SecretProviderClass, and deletes it with the last one; keep a pod running in azureml that mounts it, from before the Secret is needed [tls/mounted-only]';
const PARTS_OR_BUNDLE =
  'source: the source says in two ways, or incompletely, where certificate and key are; give either certificate and privateKey, or bundle [tls/parts-or-bundle]';
const SAME_VALUE =
  'source: certificate and private key come from the same remote value, so that the key would stand in the certificate; give the value as bundle, which is split, or name two values [tls/same-remote-value]';

function messages(source: unknown): string[] {
  return ingressTlsSecretIssues({ name: 'scoring-tls', source } as IngressTlsSecretSpec).map(formatIssue);
}

describe('source of a TLS secret', () => {
  test('fails on an unknown kind, with the one that was meant', () => {
    expect(messages({ ...INLINE, kind: 'external-secret' })).toStrictEqual([
      'source.kind: the value is not one of the choices (received "external-secret", expected one of inline, externalSecret, secretProviderClass, certManager); did you mean "externalSecret"? [spec/choice]',
    ]);
  });

  test('fails on what is not a source', () => {
    expect(messages('cert.pem')).toStrictEqual([
      'source: the value has the wrong type (received "a string", expected an object); give a value of the expected type [spec/type]',
    ]);
    expect(messages(undefined)).toStrictEqual([
      'source: a required property is missing; set the property [spec/required]',
    ]);
  });
});

describe('source inline', () => {
  test('warns that the key is in the manifest', () => {
    expect(messages(INLINE)).toStrictEqual([IN_MANIFEST]);
  });

  test('does not warn about a key that only the deployment knows', () => {
    const privateKey = SecretValue.of(deferred('key', { secret: true }));

    expect(messages({ ...INLINE, privateKey, certificate: deferred('certificate') })).toStrictEqual([]);
  });

  test('fails on a key that is not the one of the certificate', () => {
    expect(messages({ ...INLINE, privateKey: SecretValue.of(OTHER_KEYS.ec) })).toStrictEqual([
      'source.privateKey: the private key does not belong to the certificate (received "EC key", expected RSA key); give the key for which the certificate was requested [tls/key-mismatch]',
      IN_MANIFEST,
    ]);
  });

  test('fails on a key in plain text without showing it', () => {
    expect(messages({ ...INLINE, privateKey: PRIVATE_KEY })).toStrictEqual([
      'source.privateKey: the value has the wrong type (received "a string", expected a secret, SecretValue.of(text)); give a value of the expected type [spec/type]',
    ]);
  });

  test('fails on secrets in the place of the certificate', () => {
    expect(messages({ ...INLINE, certificate: deferred('key', { secret: true }) })).toStrictEqual([
      'source.certificate: a secret value stands in a field that is not secret (received "<key>"); give the secret where a secret is asked for, or a value that is not secret [deferred/secret-in-plain-text]',
      IN_MANIFEST,
    ]);
    expect(messages({ ...INLINE, certificate: INLINE.privateKey })).toStrictEqual([
      'source.certificate: the value has the wrong type (received "an object", expected a text); give a value of the expected type [spec/type]',
    ]);
  });

  test('fails on host names and a day that the certificate is not good for', () => {
    expect(messages({ ...INLINE, dnsNames: ['ml.contoso.com'], validOn: '2026-12-01' })).toStrictEqual([IN_MANIFEST]);
    expect(
      messages({ ...INLINE, dnsNames: ['ml.contoso.com', 'other.contoso.com'], validOn: '2026-11-01' }),
    ).toStrictEqual([
      'source.certificate: certificate 1 of 2 ("ml.contoso.com") is valid from 2026-11-24 only (received "2026-11-01"); wait until then, or use another certificate until then [tls/certificate-not-yet-valid]',
      'source.certificate: certificate 2 of 2 ("Test authority of azureml-kubernetes\\\\, trusted by nobody") is valid from 2026-11-24 only (received "2026-11-01"); wait until then, or use another certificate until then [tls/certificate-not-yet-valid]',
      'source.dnsNames[1]: the certificate does not cover the host name (received "other.contoso.com", expected one that matches ml.contoso.com); use a certificate with the host name, or a wildcard for its first label, among its alternative names [tls/host-not-covered]',
      IN_MANIFEST,
    ]);
  });

  test('fails once on host names and a day that are none', () => {
    expect(messages({ ...INLINE, dnsNames: ['10.0.0.4'], validOn: 'today' })).toStrictEqual([
      'source.dnsNames[0]: the text is not a host name (received "10.0.0.4", expected a lower-case DNS name with labels of at most 63 characters, or one whose first label is *); give a lower-case DNS name such as ml.contoso.com, without scheme, port or path [name/host]',
      'source.validOn: the text is not a date (received "today", expected YYYY-MM-DD); give year, month and day such as "2026-11-24" [support/date]',
      IN_MANIFEST,
    ]);
  });

  test('fails on missing texts and on a revision that cannot stand in a name', () => {
    expect(messages({ kind: 'inline', revision: 'Nov 2026' })).toStrictEqual([
      'source.certificate: a required property is missing; set the property [spec/required]',
      'source.privateKey: a required property is missing; set the property [spec/required]',
      'source.revision: the text is not a DNS label (received "Nov 2026", expected at most 63 lower-case letters, digits and hyphens); use lower-case letters, digits and hyphens, with a letter or digit at both ends [name/dns-label]',
    ]);
  });

  test('fails on a revision that is known only at deployment', () => {
    expect(messages({ ...INLINE, revision: deferred('revision') })).toStrictEqual([
      'source.revision: the value must be known when the program runs (received "<revision>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
      IN_MANIFEST,
    ]);
  });
});

describe('source externalSecret', () => {
  test.each([
    EXTERNAL_PARTS,
    EXTERNAL_BUNDLE,
    { ...EXTERNAL_PARTS, privateKey: { ...EXTERNAL_PARTS.certificate, property: 'key' } },
    { ...EXTERNAL_PARTS, certificate: { key: deferred('key') }, privateKey: { key: deferred('other') } },
    { ...EXTERNAL_BUNDLE, bundle: { key: 'router', property: 'pem', version: '3', format: 'pem' } },
    { ...EXTERNAL_BUNDLE, bundle: { key: `${deferred('type')}/router`, format: 'pem' } },
    ...['0', '30s', '1h30m', '1.5h', deferred('interval')].map((refreshInterval) => ({
      ...EXTERNAL_PARTS,
      refreshInterval,
    })),
  ])('has nothing to say about %j', (source) => {
    expect(messages(source)).toStrictEqual([]);
  });

  test.each(['', '1', '1d', '1 h', 'hourly', '-1h', '1h\n'])('fails on the refresh interval %j', (refreshInterval) => {
    expect(messages({ ...EXTERNAL_PARTS, refreshInterval })).toStrictEqual([
      `source.refreshInterval: the text is not a duration (received ${JSON.stringify(refreshInterval)}, expected a duration such as 1h30m); give numbers with units such as 1h, 90m or 1h30m; 0 reads the values once [tls/refresh-interval]`,
    ]);
  });

  test.each([
    ['a part without the other', { ...EXTERNAL_PARTS, privateKey: undefined }],
    ['neither parts nor bundle', { ...EXTERNAL_BUNDLE, bundle: undefined }],
    ['parts and bundle', { ...EXTERNAL_PARTS, bundle: EXTERNAL_BUNDLE.bundle }],
    ['a part and bundle', { ...EXTERNAL_BUNDLE, certificate: EXTERNAL_PARTS.certificate }],
  ])('fails on %s', (_case, source) => {
    expect(messages(source)).toStrictEqual([PARTS_OR_BUNDLE]);
  });

  test('fails on certificate and key from the same value', () => {
    expect(messages({ ...EXTERNAL_PARTS, privateKey: EXTERNAL_PARTS.certificate })).toStrictEqual([SAME_VALUE]);
    const parts = { certificate: { key: 'a', property: 'b' }, privateKey: { key: 'a', property: 'b', version: '2' } };
    expect(messages({ ...EXTERNAL_PARTS, ...parts })).toStrictEqual([SAME_VALUE]);
  });

  test('warns about objects of a key vault that are no secrets', () => {
    const parts = { certificate: { key: 'cert/router' }, privateKey: { key: 'key/router' } };

    expect(messages({ ...EXTERNAL_PARTS, ...parts })).toStrictEqual([
      'source.certificate.key: an Azure Key Vault gives neither PEM text nor a private key for keys that start with cert/ or key/ (received "cert/router"); use secret/<name>; for a Key Vault certificate give it as bundle [tls/key-vault-object-type]',
      'source.privateKey.key: an Azure Key Vault gives neither PEM text nor a private key for keys that start with cert/ or key/ (received "key/router"); use secret/<name>; for a Key Vault certificate give it as bundle [tls/key-vault-object-type]',
    ]);
  });

  test('fails on wrong parts, each by its path', () => {
    const source = {
      kind: 'externalSecret',
      store: { kind: 'Vault', name: 'Key Vault' },
      bundle: { key: ' ', format: 'pfx', decodingStrategy: 'Base64' },
    };

    expect(messages(source)).toStrictEqual([
      'source.store.kind: the value is not one of the choices (received "Vault", expected one of SecretStore, ClusterSecretStore); choose one of the expected values [spec/choice]',
      'source.store.name: the text is not a DNS subdomain name (received "Key Vault", expected at most 253 lower-case letters, digits, hyphens and dots); use lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part [name/dns-subdomain]',
      'source.bundle.key: the text is empty, or holds control characters or spaces at its ends (received " ", expected a text of one line); give a text of one line [name/plain-text]',
      'source.bundle.format: the value is not one of the choices (received "pfx", expected one of pem, pkcs12); choose one of the expected values [spec/choice]',
      'source.bundle.decodingStrategy: the property is not known here (expected one of key, property, version, format); remove it or correct its name [spec/unknown-property]',
    ]);
  });
});

describe('source secretProviderClass', () => {
  test.each([
    CLASS_PARTS,
    CLASS_BUNDLE,
    { ...CLASS_PARTS, identity: { kind: 'systemAssignedIdentity' }, cloudName: 'AzureChinaCloud' },
    { ...CLASS_BUNDLE, keyvaultName: deferred('vault'), tenantId: deferred('tenant') },
    { ...CLASS_BUNDLE, identity: { kind: 'workloadIdentity', clientID: deferred('client') } },
  ])('warns only that a pod has to mount %j', (source) => {
    expect(messages(source)).toStrictEqual([MOUNTED_ONLY]);
  });

  test.each([
    ['a part without the other', { ...CLASS_PARTS, privateKey: undefined }],
    ['neither parts nor bundle', { ...CLASS_BUNDLE, bundle: undefined }],
    ['parts and bundle', { ...CLASS_PARTS, bundle: CLASS_BUNDLE.bundle }],
  ])('fails on %s', (_case, source) => {
    expect(messages(source)).toStrictEqual([PARTS_OR_BUNDLE, MOUNTED_ONLY]);
  });

  test('fails on certificate and key from the same secret, whose name knows no letter case', () => {
    const privateKey = { objectName: 'Router-Certificate', objectVersion: '0'.repeat(32) };

    expect(messages({ ...CLASS_PARTS, privateKey })).toStrictEqual([SAME_VALUE, MOUNTED_ONLY]);
  });

  test('fails on objects that are known only at deployment, since they stand in a YAML text', () => {
    expect(messages({ ...CLASS_BUNDLE, bundle: { objectName: deferred('certificate') } })).toStrictEqual([
      'source.bundle.objectName: the value must be known when the program runs (received "<certificate>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
      MOUNTED_ONLY,
    ]);
  });

  test('fails on an identity that is none, and on one of the wrong form', () => {
    expect(messages({ ...CLASS_BUNDLE, identity: { kind: 'podIdentity' } })).toStrictEqual([
      'source.identity.kind: the value is not one of the choices (received "podIdentity", expected one of workloadIdentity, userAssignedIdentity, systemAssignedIdentity); choose one of the expected values [spec/choice]',
    ]);
    expect(messages({ ...CLASS_BUNDLE, identity: { kind: 'workloadIdentity', clientID: 'me' } })).toStrictEqual([
      'source.identity.clientID: the text is not the id of an identity or a tenant (received "me", expected a GUID); give the GUID that the Azure portal and CLI show [tls/identity-id]',
      MOUNTED_ONLY,
    ]);
  });
});

describe('source certManager', () => {
  test.each([
    CERT_MANAGER,
    { ...CERT_MANAGER, issuer: { kind: 'Issuer', name: deferred('issuer'), group: 'issuers.contoso.com' } },
    { ...CERT_MANAGER, dnsNames: [`ml.${deferred('domain')}`] },
  ])('has nothing to say about %j', (source) => {
    expect(messages(source)).toStrictEqual([]);
  });

  test('fails without host names, and on wrong ones', () => {
    expect(messages({ ...CERT_MANAGER, dnsNames: [] })).toStrictEqual([
      'source.dnsNames: the list is empty; give at least one element, or leave the property out where it has a default [spec/empty-list]',
    ]);
    expect(messages({ ...CERT_MANAGER, dnsNames: ['ml.contoso.com', 'https://ml', 'ml.contoso.com'] })).toStrictEqual([
      'source.dnsNames[1]: the text is not a host name (received "https://ml", expected a lower-case DNS name with labels of at most 63 characters, or one whose first label is *); give a lower-case DNS name such as ml.contoso.com, without scheme, port or path [name/host]',
      'source.dnsNames[2]: the list holds an element twice (received "ml.contoso.com"); remove the second one [spec/duplicate]',
    ]);
  });

  test('fails on a revision, which cert-manager has no use for', () => {
    expect(messages({ ...CERT_MANAGER, revision: '1' })).toStrictEqual([
      'source.revision: the property is not known here (expected one of kind, issuer, dnsNames); remove it or correct its name [spec/unknown-property]',
    ]);
  });
});

describe('no message', () => {
  const lines = PRIVATE_KEY.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
  const forms = [PRIVATE_KEY, JSON.stringify(PRIVATE_KEY).slice(1, -1), Buffer.from(PRIVATE_KEY).toString('base64')];

  test.each([
    { ...INLINE, certificate: PRIVATE_KEY },
    { ...INLINE, certificate: Buffer.from(PRIVATE_KEY).toString('base64') },
    { ...INLINE, certificate: lines.join('') },
    { ...INLINE, privateKey: PRIVATE_KEY },
    { ...INLINE, privateKey: SecretValue.of(lines.join('\n')) },
    { ...INLINE, privateKey: SecretValue.of(PRIVATE_KEY.replace('-----BEGIN', '')) },
    { ...INLINE, privateKey: SecretValue.of(`${PRIVATE_KEY}é`) },
    { ...INLINE, certificate: '', key: PRIVATE_KEY },
    { ...INLINE, revision: PRIVATE_KEY },
    PRIVATE_KEY,
  ])('shows a key (%#)', (source) => {
    const text = messages(source).join('\n');

    expect(text).not.toBe('');
    expect([...forms, ...lines].filter((form) => text.includes(form))).toStrictEqual([]);
  });
});
