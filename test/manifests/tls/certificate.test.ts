import { renderCertificate } from '../../../lib/manifests/tls/certificate';
import { CERT_MANAGER } from '../../support/tls-sources';

describe('renderCertificate', () => {
  test('asks the issuer for a certificate in a Secret of the same name', () => {
    const metadata = { name: 'scoring-tls', namespace: 'azureml' };
    const source = { ...CERT_MANAGER, issuer: { ...CERT_MANAGER.issuer, group: 'cert-manager.io' } };

    expect(renderCertificate(metadata, source)).toStrictEqual({
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata,
      spec: {
        secretName: 'scoring-tls',
        dnsNames: ['ml.contoso.com', '*.ml.contoso.com'],
        issuerRef: { kind: 'ClusterIssuer', name: 'letsencrypt', group: 'cert-manager.io' },
      },
    });
  });
});
