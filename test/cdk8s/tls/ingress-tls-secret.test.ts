import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { ClusterScope, diagnosticsOf, IngressTlsSecret, ScoringIngress } from '../../../lib/cdk8s';
import { deferred } from '../../../lib/model/deferred';
import { formatIssue, issue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import { PRIVATE_KEY } from '../../support/certificates';
import { CERT_MANAGER, EXTERNAL_PARTS, INLINE } from '../../support/tls-sources';

const NGINX = { controller: 'nginx', bundledNginx: 'absent' } as const;
const REQUESTED = {
  host: 'ml.contoso.com',
  certManager: { issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' } },
} as const;

const CERTIFICATE = {
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name: 'scoring-tls', namespace: 'azureml' },
  spec: {
    secretName: 'scoring-tls',
    dnsNames: ['ml.contoso.com', '*.ml.contoso.com'],
    issuerRef: { kind: 'ClusterIssuer', name: 'letsencrypt', group: 'cert-manager.io' },
  },
};

describe('IngressTlsSecret', () => {
  test('is named by its id', () => {
    const chart = Testing.chart();

    const tls = new IngressTlsSecret(chart, 'scoring-tls', { source: CERT_MANAGER });

    expect(Testing.synth(chart)).toStrictEqual([CERTIFICATE]);
    expect(tls.secretName).toBe('scoring-tls');
    expect(tls.phase).toBe('after-extension');
    expect(tls.diagnostics).toStrictEqual([]);
    expect(tls.spec.source).toStrictEqual({
      ...CERT_MANAGER,
      issuer: { ...CERT_MANAGER.issuer, group: 'cert-manager.io' },
    });
  });

  test('takes another name, labels and annotations', () => {
    const chart = Testing.chart();
    const metadata = { labels: { team: 'ml' }, annotations: { owner: 'ml@contoso.com' } };

    const tls = new IngressTlsSecret(chart, 'Tls', { name: 'ml-tls', source: EXTERNAL_PARTS, ...metadata });

    expect(tls.secretName).toBe('ml-tls-2026-11');
    expect(Testing.synth(chart)).toMatchObject([
      { kind: 'ExternalSecret', metadata: { name: 'ml-tls-2026-11', namespace: 'azureml', ...metadata } },
    ]);
  });

  test('is what an ingress refers to', () => {
    const chart = Testing.chart();
    const tls = new IngressTlsSecret(chart, 'scoring', { name: 'ml-tls', source: EXTERNAL_PARTS });

    new ScoringIngress(chart, 'ingress', {
      controller: 'nginx',
      https: { host: 'ml.contoso.com', secretName: tls },
    });

    expect(tls.name).toBe(tls.secretName);
    expect(Testing.synth(chart)).toMatchObject([
      { kind: 'ExternalSecret', metadata: { name: 'ml-tls-2026-11' } },
      { kind: 'Ingress', spec: { tls: [{ hosts: ['ml.contoso.com'], secretName: 'ml-tls-2026-11' }] } },
    ]);
  });

  test('keeps its namespace in a chart with another one', () => {
    const chart = new Chart(Testing.app(), 'chart', { namespace: 'other' });

    new IngressTlsSecret(chart, 'scoring-tls', { source: CERT_MANAGER });

    expect(Testing.synth(chart)).toStrictEqual([CERTIFICATE]);
  });

  test('says that the key is in the manifest', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');

    const tls = new IngressTlsSecret(chart, 'scoring-tls', { source: INLINE });

    const warning = issue('tls/key-in-manifest', ['source', 'privateKey']);
    expect(tls.diagnostics).toStrictEqual([warning]);
    expect(diagnosticsOf(app)).toStrictEqual([{ place: 'chart/scoring-tls', issue: warning }]);
  });

  test('is patched as the object of its kind', () => {
    const chart = Testing.chart();

    const tls = new IngressTlsSecret(chart, 'scoring-tls', { source: CERT_MANAGER });
    ApiObject.of(tls).addJsonPatch(JsonPatch.add('/spec/duration', '2160h'));

    expect(tls.node.defaultChild).toBe(ApiObject.of(tls));
    expect(Testing.synth(chart)).toStrictEqual([{ ...CERTIFICATE, spec: { ...CERTIFICATE.spec, duration: '2160h' } }]);
  });

  test('fails with every issue and its path, and leaves nothing in the tree', () => {
    const chart = new Chart(new App(), 'chart');
    const source = { ...INLINE, certificate: deferred('certificate'), privateKey: SecretValue.of('key.pem') };

    expect(() => new IngressTlsSecret(chart, 'Scoring', { source })).toThrow(
      [
        'IngressTlsSecret chart/Scoring has 3 errors:',
        '  - source.certificate: a deferred value is left that nothing resolves when manifests are synthesized (received "<certificate>"); give the value itself; only outputs that are deployed by a program or a template can wait for it [deferred/unresolved]',
        '  - name: the text is not a DNS subdomain name (received "Scoring", expected at most 253 lower-case letters, digits, hyphens and dots); use lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part [name/dns-subdomain]',
        '  - source.privateKey: the private key is not a complete PEM block; give the content of the file, not its name [tls/private-key-not-pem]',
      ].join('\n'),
    );
    expect(chart.node.children).toStrictEqual([]);
  });

  test('fails on a second one of the same name in the cluster', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    new IngressTlsSecret(chart, 'scoring-tls', { source: CERT_MANAGER });
    new IngressTlsSecret(chart, 'other', { name: 'scoring-tls', source: CERT_MANAGER });

    expect(() => app.synthYaml()).toThrow(
      'chart/other: name: the name is already that of the TLS secret of an ingress (received "scoring-tls"); give them different names [tls/secret-name-taken]',
    );
  });

  test('fails where an ingress has cert-manager write into its Secret, also from another chart of the cluster', () => {
    const app = new App();
    const cluster = new ClusterScope(app, 'prod');
    const source = { ...EXTERNAL_PARTS, revision: 'a' };
    const secretName = new IngressTlsSecret(new Chart(cluster, 'tls'), 'scoring', { source });
    new ScoringIngress(new Chart(cluster, 'ingress'), 'scoring', { ...NGINX, https: { ...REQUESTED, secretName } });

    expect(() => app.synthYaml()).toThrow(
      'prod/ingress/scoring: https.certManager: the ingress has cert-manager write a certificate into the Secret that an IngressTlsSecret makes (received "scoring-a"); leave https.certManager out and the IngressTlsSecret in, or the other way round [platform/secret-made-twice]',
    );
  });

  test('warns where an ingress asks cert-manager for the same certificate, and fails where it is for other hosts', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    const secretName = new IngressTlsSecret(chart, 'tls', { source: CERT_MANAGER });
    new ScoringIngress(chart, 'ingress', { ...NGINX, https: { ...REQUESTED, secretName } });

    expect(diagnosticsOf(app).map(({ place, issue: { code } }) => `${place} ${code}`)).toStrictEqual([
      'chart/ingress ingress/nginx-retired',
      'chart/ingress platform/certificate-requested-twice',
    ]);
    expect(() => app.synthYaml()).not.toThrow();

    new ScoringIngress(chart, 'other', { ...NGINX, name: 'other', https: { host: 'a.b', secretName } });
    expect(() => app.synthYaml()).toThrow(
      'chart/other: https: the certificate does not cover the host name (received "a.b", expected one that matches ml.contoso.com, *.ml.contoso.com); request the certificate for it too: add it to source.dnsNames of the IngressTlsSecret "tls" [tls/host-not-covered]',
    );
  });

  test('shows no key when it is printed', () => {
    const tls = new IngressTlsSecret(Testing.chart(), 'scoring-tls', { source: INLINE });

    const text = JSON.stringify([tls.spec, tls.diagnostics.map(formatIssue)]);

    expect(text).toContain('<secret>');
    expect(text).not.toContain(PRIVATE_KEY.split('\n')[1]);
  });
});
