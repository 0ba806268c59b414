import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { RouterTlsSecretSpec } from '../../../lib/model/tls/router-tls-secret';
import { routerTlsSecretIssues } from '../../../lib/model/tls/router-tls-secret.rules';
import {
  CERT_MANAGER,
  CLASS_BUNDLE,
  CLASS_PARTS,
  EXTERNAL_BUNDLE,
  EXTERNAL_PARTS,
  INLINE,
} from '../../support/tls-sources';

const VALID = { name: 'router-tls', extensionName: 'azureml', source: EXTERNAL_PARTS };
const REVISION_REQUIRED =
  'source.revision: the name of the Secret ends in a hash of the certificate, and the certificate is not known here; give source.revision, and a new one with each renewal, for example the month or the version of the certificate [tls/revision-required]';

function messages(spec: unknown): string[] {
  return routerTlsSecretIssues(spec as RouterTlsSecretSpec).map(formatIssue);
}

function errors(spec: unknown): string[] {
  return routerTlsSecretIssues(spec as RouterTlsSecretSpec)
    .filter(({ severity }) => severity === 'error')
    .map(formatIssue);
}

describe('routerTlsSecretIssues', () => {
  test.each([INLINE, { ...INLINE, revision: '1' }, EXTERNAL_PARTS, EXTERNAL_BUNDLE, CLASS_PARTS])(
    'finds no error in %j',
    (source) => {
      expect(errors({ ...VALID, source })).toStrictEqual([]);
    },
  );

  test('takes a certificate of the deployment with a revision', () => {
    const source = { ...INLINE, certificate: deferred('certificate'), revision: '2026-11' };

    expect(errors({ ...VALID, source })).toStrictEqual([]);
  });

  test.each([
    { ...INLINE, certificate: deferred('certificate') },
    { ...EXTERNAL_PARTS, revision: undefined },
    { ...EXTERNAL_BUNDLE, revision: undefined },
    { ...CLASS_PARTS, revision: undefined },
  ])('fails without a revision on %j', (source) => {
    expect(errors({ ...VALID, source })).toStrictEqual([REVISION_REQUIRED]);
  });

  test('fails on cert-manager with the reason', () => {
    expect(messages({ ...VALID, source: CERT_MANAGER })).toStrictEqual([
      'source.kind: azureml-fe cannot read what cert-manager writes: its keys are tls.crt and tls.key, not cert.pem and key.pem; choose another source, or end TLS at an ingress with IngressTlsSecret [tls/router-cert-manager]',
    ]);
  });

  test('fails on a bundle that the driver does not split', () => {
    expect(errors({ ...VALID, source: { ...CLASS_BUNDLE, revision: '1' } })).toStrictEqual([
      'source.bundle: the driver splits a bundle into certificate and key for tls.crt and tls.key only, not for cert.pem and key.pem; store certificate and key as two secrets and give certificate and privateKey, or choose the source externalSecret [tls/router-bundle]',
    ]);
  });

  test('fails on an unknown kind without naming cert-manager', () => {
    expect(messages({ ...VALID, source: { kind: 'vault' } })).toStrictEqual([
      'source.kind: the value is not one of the choices (received "vault", expected one of inline, externalSecret, secretProviderClass); choose one of the expected values [spec/choice]',
    ]);
  });

  test('fails on an extension name that is none, and warns about one that Helm refuses', () => {
    expect(messages({ ...VALID, extensionName: '-' })).toStrictEqual([
      'extensionName: the text cannot name an extension (received "-", expected at most 253 letters, digits, "-" and "."); use letters, digits, "-" and ".", starting with a letter or digit [extension/name]',
    ]);
    expect(errors({ ...VALID, extensionName: 'AzureML' })).toStrictEqual([]);
    expect(messages({ ...VALID, extensionName: 'AzureML' })).toHaveLength(1);
    expect(messages({ ...VALID, extensionName: undefined })).toStrictEqual([
      'extensionName: a required property is missing; set the property [spec/required]',
    ]);
  });

  test('fails on a name that is too long with the hash only', () => {
    const name = 'a'.repeat(243);

    expect(errors({ ...VALID, name: name.slice(1), source: INLINE })).toStrictEqual([]);
    expect(errors({ ...VALID, name, source: INLINE })).toHaveLength(1);
  });
});
