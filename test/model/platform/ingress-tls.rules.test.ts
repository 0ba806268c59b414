import { deferred } from '../../../lib/model/deferred';
import { resolveScoringIngress } from '../../../lib/model/ingress/resolve-scoring-ingress';
import { formatIssue } from '../../../lib/model/issues';
import {
  ingressCertificateIssues,
  ingressSecretIssues,
  secretMakerIssues,
} from '../../../lib/model/platform/ingress-tls.rules';
import type { IngressTlsSource } from '../../../lib/model/tls/ingress-tls-secret';
import { resolveIngressTlsSecret } from '../../../lib/model/tls/resolve-ingress-tls-secret';
import { resolveRouterTlsSecret } from '../../../lib/model/tls/resolve-router-tls-secret';
import { CERT_MANAGER, CLASS_BUNDLE, EXTERNAL_BUNDLE, EXTERNAL_PARTS, INLINE } from '../../support/tls-sources';

const ISSUER = { kind: 'ClusterIssuer', name: 'letsencrypt' } as const;

function ingressWith(secretName: string, more: object = {}): ReturnType<typeof resolveScoringIngress> {
  const https = { host: 'ml.contoso.com', secretName };
  return resolveScoringIngress({ controller: 'applicationGateway', https, ...more });
}

function secretFrom(source: IngressTlsSource, name = 'scoring-tls'): ReturnType<typeof resolveIngressTlsSecret> {
  return resolveIngressTlsSecret({ name, source });
}

describe('ingressSecretIssues', () => {
  const routerTls = resolveRouterTlsSecret({ name: 'router', extensionName: 'azureml', source: EXTERNAL_PARTS });

  test('fails on an ingress that refers to the secret of azureml-fe', () => {
    expect(ingressSecretIssues([ingressWith('router-2026-11')], [routerTls]).map(formatIssue)).toStrictEqual([
      '[0].https.secretName: the ingress refers to the TLS secret of azureml-fe, whose type and keys it cannot read (received "router-2026-11"); make an IngressTlsSecret for it: type kubernetes.io/tls, keys tls.crt and tls.key [platform/ingress-with-router-secret]',
    ]);
  });

  test('allows any other secret, and HTTP', () => {
    const http = resolveScoringIngress({ controller: 'applicationGateway', http: {} });

    expect(ingressSecretIssues([ingressWith('scoring-tls'), http], [routerTls])).toStrictEqual([]);
  });
});

describe('secretMakerIssues', () => {
  function requesting(secretName: string): ReturnType<typeof resolveScoringIngress> {
    return ingressWith(secretName, { https: { host: 'ml.contoso.com', secretName, certManager: { issuer: ISSUER } } });
  }

  test.each<[string, IngressTlsSource, string]>([
    ['from text in the program', INLINE, 'scoring-tls'],
    ['by external-secrets', EXTERNAL_BUNDLE, 'scoring-tls-2026-11'],
    ['by the CSI driver', CLASS_BUNDLE, 'scoring-tls'],
  ])('fails where cert-manager would write into a Secret that is made %s', (_, source, secretName) => {
    const ingresses = [ingressWith(secretName), requesting(secretName)];

    expect(secretMakerIssues(ingresses, [secretFrom(source)]).map(formatIssue)).toStrictEqual([
      `[1].https.certManager: the ingress has cert-manager write a certificate into the Secret that an IngressTlsSecret makes (received "${secretName}"); leave https.certManager out and the IngressTlsSecret in, or the other way round [platform/secret-made-twice]`,
    ]);
  });

  test('warns where cert-manager is asked twice', () => {
    const issues = secretMakerIssues([requesting('scoring-tls')], [secretFrom(CERT_MANAGER)]);

    expect(issues.map(formatIssue)).toStrictEqual([
      '[0].https.certManager: the ingress and an IngressTlsSecret have cert-manager make the same certificate (received "scoring-tls"); leave https.certManager out and the IngressTlsSecret in, or the other way round [platform/certificate-requested-twice]',
    ]);
    expect(issues.map(({ severity }) => severity)).toStrictEqual(['warning']);
  });

  test('allows one maker, Secrets of other names, and names that are not known yet', () => {
    expect(secretMakerIssues([ingressWith('scoring-tls')], [secretFrom(INLINE)])).toStrictEqual([]);
    expect(secretMakerIssues([requesting('scoring-tls')], [])).toStrictEqual([]);
    expect(secretMakerIssues([requesting('scoring-tls')], [secretFrom(INLINE, 'other')])).toStrictEqual([]);
    expect(secretMakerIssues([requesting(deferred('secret'))], [secretFrom(INLINE)])).toStrictEqual([]);
    expect(
      secretMakerIssues([resolveScoringIngress({ controller: 'nginx', http: {} })], [secretFrom(INLINE)]),
    ).toStrictEqual([]);
  });
});

describe('ingressCertificateIssues', () => {
  function ingressFor(...hosts: readonly [string, ...string[]]): ReturnType<typeof resolveScoringIngress> {
    return ingressWith('scoring-tls', { https: { hosts, secretName: 'scoring-tls' } });
  }

  function messages(source: IngressTlsSource, ...ingresses: readonly ReturnType<typeof resolveScoringIngress>[]) {
    return ingressCertificateIssues(ingresses, [secretFrom(source)]).map(formatIssue);
  }

  test('fails on a host that the certificate does not cover', () => {
    expect(
      messages(INLINE, ingressFor('ml.contoso.com'), ingressFor('ml.contoso.com', 'other.contoso.com')),
    ).toStrictEqual([
      '[1].https: the certificate does not cover the host name (received "other.contoso.com", expected one that matches ml.contoso.com); use a certificate with the host name, or a wildcard for its first label, among its alternative names [tls/host-not-covered]',
    ]);
  });

  test('fails on a host that cert-manager is not asked to cover', () => {
    expect(messages(CERT_MANAGER, ingressFor('ml.contoso.com', 'a.b.ml.contoso.com', '*.contoso.com'))).toStrictEqual(
      ['a.b.ml.contoso.com', '*.contoso.com'].map(
        (host) =>
          `[0].https: the certificate does not cover the host name (received "${host}", expected one that matches ml.contoso.com, *.ml.contoso.com); request the certificate for it too: add it to source.dnsNames of the IngressTlsSecret "scoring-tls" [tls/host-not-covered]`,
      ),
    );
  });

  test('fails on a further host name of the listener that the certificate does not cover', () => {
    const extended = ingressWith('scoring-tls', { hostnameExtension: ['a.ml.contoso.com', 'zzz.example.com'] });

    expect(messages(INLINE, extended)).toStrictEqual([
      '[0].hostnameExtension[0]: the certificate does not cover the host name (received "a.ml.contoso.com", expected one that matches ml.contoso.com); use a certificate with the host name, or a wildcard for its first label, among its alternative names [tls/host-not-covered]',
      '[0].hostnameExtension[1]: the certificate does not cover the host name (received "zzz.example.com", expected one that matches ml.contoso.com); use a certificate with the host name, or a wildcard for its first label, among its alternative names [tls/host-not-covered]',
    ]);
    expect(messages(CERT_MANAGER, extended)).toStrictEqual([
      '[0].hostnameExtension[1]: the certificate does not cover the host name (received "zzz.example.com", expected one that matches ml.contoso.com, *.ml.contoso.com); request the certificate for it too: add it to source.dnsNames of the IngressTlsSecret "scoring-tls" [tls/host-not-covered]',
    ]);
  });

  test('allows what cert-manager is asked to cover, by name or by a wildcard', () => {
    expect(messages(CERT_MANAGER, ingressFor('ml.contoso.com', 'a.ml.contoso.com', '*.ml.contoso.com'))).toStrictEqual(
      [],
    );
  });

  test('allows what is not known: other secrets, other sources, deferred certificates and names', () => {
    const ingress = ingressFor('other.contoso.com');
    const external = ingressWith('scoring-tls-2026-11', {
      https: { host: 'a.com', secretName: 'scoring-tls-2026-11' },
    });
    const http = resolveScoringIngress({ controller: 'nginx', http: {} });

    expect(ingressCertificateIssues([ingress], [])).toStrictEqual([]);
    expect(messages({ ...INLINE, certificate: deferred('certificate') }, ingress)).toStrictEqual([]);
    expect(messages({ ...CERT_MANAGER, dnsNames: ['ml.contoso.com', deferred('name')] }, ingress)).toStrictEqual([]);
    expect(messages(CERT_MANAGER, ingressFor(deferred('host')))).toStrictEqual([]);
    expect(messages(CLASS_BUNDLE, ingress)).toStrictEqual([]);
    expect(ingressCertificateIssues([external], [secretFrom(EXTERNAL_BUNDLE)])).toStrictEqual([]);
    expect(messages(INLINE, http)).toStrictEqual([]);
  });
});
