import { renderExternalSecret } from '../../../lib/manifests/tls/external-secret';
import { INGRESS_FORM, ROUTER_FORM } from '../../../lib/manifests/tls/tls-secret-form';
import { EXTERNAL_BUNDLE, EXTERNAL_PARTS } from '../../support/tls-sources';

const METADATA = { name: 'router-tls-2026-11', namespace: 'azureml' };

describe('renderExternalSecret', () => {
  test('reads two values straight into the keys of the Secret', () => {
    const source = {
      ...EXTERNAL_PARTS,
      refreshInterval: '30m',
      privateKey: { key: 'router', property: 'key', version: '3' },
    };

    expect(renderExternalSecret(METADATA, ROUTER_FORM, source)).toStrictEqual({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: METADATA,
      spec: {
        refreshInterval: '30m',
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'key-vault' },
        target: { name: 'router-tls-2026-11', template: { engineVersion: 'v2', type: 'Opaque' } },
        data: [
          { secretKey: 'cert.pem', remoteRef: { key: 'secret/router-certificate' } },
          { secretKey: 'key.pem', remoteRef: { key: 'router', property: 'key', version: '3' } },
        ],
      },
    });
  });

  test('takes certificate and key out of a PFX', () => {
    const source = { ...EXTERNAL_BUNDLE, refreshInterval: '1h' };

    expect(renderExternalSecret(METADATA, ROUTER_FORM, source).spec).toStrictEqual({
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: 'key-vault' },
      target: {
        name: 'router-tls-2026-11',
        template: {
          engineVersion: 'v2',
          type: 'Opaque',
          data: {
            'cert.pem': '{{ .bundle | b64dec | pkcs12cert }}',
            'key.pem': '{{ .bundle | b64dec | pkcs12key }}',
          },
        },
      },
      data: [{ secretKey: 'bundle', remoteRef: { key: 'secret/router' } }],
    });
  });

  test('takes certificate and key out of a PEM text', () => {
    const bundle = { key: 'router', version: '3', format: 'pem' } as const;
    const { spec } = renderExternalSecret(METADATA, INGRESS_FORM, { ...EXTERNAL_BUNDLE, bundle, refreshInterval: '0' });

    expect(spec.target.template).toStrictEqual({
      engineVersion: 'v2',
      type: 'kubernetes.io/tls',
      data: {
        'tls.crt': '{{ .bundle | filterPEM "CERTIFICATE" }}',
        'tls.key': '{{ .bundle | filterPEM "PRIVATE KEY" }}',
      },
    });
    expect(spec.data).toStrictEqual([{ secretKey: 'bundle', remoteRef: { key: 'router', version: '3' } }]);
  });
});
