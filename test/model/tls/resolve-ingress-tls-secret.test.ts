import { issue } from '../../../lib/model/issues';
import { resolveIngressTlsSecret } from '../../../lib/model/tls/resolve-ingress-tls-secret';
import { INGRESS_TLS_SECRET_PHASE } from '../../../lib/model/tls/ingress-tls-secret';
import { CERT_MANAGER, CLASS_BUNDLE, EXTERNAL_BUNDLE, INLINE } from '../../support/tls-sources';

const BASE = {
  name: 'scoring-tls',
  secretName: 'scoring-tls',
  namespace: 'azureml',
  labels: {},
  annotations: {},
  warnings: [],
  usedBy: 'ingress',
};

describe('resolveIngressTlsSecret', () => {
  test('fills the defaults of cert-manager', () => {
    expect(resolveIngressTlsSecret({ name: 'scoring-tls', source: CERT_MANAGER })).toStrictEqual({
      ...BASE,
      source: { ...CERT_MANAGER, issuer: { ...CERT_MANAGER.issuer, group: 'cert-manager.io' } },
    });
  });

  test('fills the refresh interval of external-secrets and puts the revision into the name', () => {
    expect(resolveIngressTlsSecret({ name: 'scoring-tls', source: EXTERNAL_BUNDLE })).toStrictEqual({
      ...BASE,
      secretName: 'scoring-tls-2026-11',
      source: { ...EXTERNAL_BUNDLE, refreshInterval: '1h' },
    });
  });

  test('fills the cloud of a key vault and gives the warnings', () => {
    expect(resolveIngressTlsSecret({ name: 'scoring-tls', source: CLASS_BUNDLE })).toStrictEqual({
      ...BASE,
      source: { ...CLASS_BUNDLE, cloudName: 'AzurePublicCloud' },
      warnings: [issue('tls/mounted-only', ['source'])],
    });
  });

  test('keeps what is given', () => {
    const spec = {
      name: 'scoring-tls',
      source: INLINE,
      labels: { team: 'ml' },
      annotations: { owner: 'ml@contoso.com' },
    };

    expect(resolveIngressTlsSecret(spec)).toStrictEqual({
      ...BASE,
      ...spec,
      warnings: [issue('tls/key-in-manifest', ['source', 'privateKey'])],
    });
  });

  test('fails once with all issues, those of the caller included', () => {
    const more = [issue('deferred/unresolved', ['labels', 'team'])];

    expect(() =>
      resolveIngressTlsSecret({ name: 'A', source: CLASS_BUNDLE }, { subject: 'the secret', moreIssues: more }),
    ).toThrow(/^the secret has 2 errors:\n {2}- labels\.team: .*\n {2}- name: .*\n {2}- warning: source: /);
    expect(() => resolveIngressTlsSecret({ name: 'A', source: CERT_MANAGER })).toThrow(
      /^IngressTlsSecret has 1 error:/,
    );
  });

  test('is for the time after the installation', () => {
    expect(INGRESS_TLS_SECRET_PHASE).toBe('after-extension');
  });
});
