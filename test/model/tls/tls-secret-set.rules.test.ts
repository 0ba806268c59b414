import { formatIssue } from '../../../lib/model/issues';
import { resolveIngressTlsSecret } from '../../../lib/model/tls/resolve-ingress-tls-secret';
import { resolveRouterTlsSecret } from '../../../lib/model/tls/resolve-router-tls-secret';
import { tlsSecretSetIssues, type ResolvedTlsSecret } from '../../../lib/model/tls/tls-secret-set.rules';
import { CERT_MANAGER, EXTERNAL_PARTS, INLINE } from '../../support/tls-sources';

function ingress(name: string): ResolvedTlsSecret {
  return resolveIngressTlsSecret({ name, source: CERT_MANAGER });
}

function router(name: string): ResolvedTlsSecret {
  return resolveRouterTlsSecret({ name, extensionName: 'azureml', source: EXTERNAL_PARTS });
}

function messages(...secrets: ResolvedTlsSecret[]): string[] {
  return tlsSecretSetIssues(secrets).map(formatIssue);
}

describe('tlsSecretSetIssues', () => {
  test('finds nothing wrong with different names', () => {
    expect(messages()).toStrictEqual([]);
    expect(messages(ingress('tls'), router('tls'), ingress('other'), router('other'))).toStrictEqual([]);
  });

  test('finds nothing wrong with a renewal beside the secret in use', () => {
    const inUse = resolveRouterTlsSecret({ name: 'tls', extensionName: 'azureml', source: INLINE });

    expect(messages(inUse, router('tls'))).toStrictEqual([]);
  });

  test('fails on the same name, whatever it is composed of', () => {
    expect(messages(ingress('tls-2026-11'), router('tls'), ingress('tls'), ingress('tls'))).toStrictEqual([
      '[1].name: the name is already that of the TLS secret of an ingress (received "tls-2026-11"); give them different names [tls/secret-name-taken]',
      '[3].name: the name is already that of the TLS secret of an ingress (received "tls"); give them different names [tls/secret-name-taken]',
    ]);
    expect(messages(router('tls'), ingress('tls-2026-11'))).toStrictEqual([
      '[1].name: the name is already that of the TLS secret of azureml-fe (received "tls-2026-11"); give them different names [tls/secret-name-taken]',
    ]);
  });
});
