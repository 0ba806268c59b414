import { tlsSecretMeta } from '../../../lib/manifests/tls/tls-secret-form';
import { resolveIngressTlsSecret } from '../../../lib/model/tls/resolve-ingress-tls-secret';
import { CERT_MANAGER, EXTERNAL_PARTS } from '../../support/tls-sources';

describe('tlsSecretMeta', () => {
  test('holds nothing but the name of the Secret and the namespace', () => {
    const secret = resolveIngressTlsSecret({ name: 'scoring-tls', source: EXTERNAL_PARTS });

    expect(tlsSecretMeta(secret)).toStrictEqual({ name: 'scoring-tls-2026-11', namespace: 'azureml' });
  });

  test('takes labels and annotations over', () => {
    const labels = { team: 'ml' };
    const annotations = { owner: 'ml@contoso.com' };
    const secret = resolveIngressTlsSecret({ name: 'scoring-tls', source: CERT_MANAGER, labels, annotations });

    expect(tlsSecretMeta(secret)).toStrictEqual({ name: 'scoring-tls', namespace: 'azureml', labels, annotations });
  });
});
