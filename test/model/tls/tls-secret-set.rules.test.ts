import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { resolveIngressTlsSecret } from '../../../lib/model/tls/resolve-ingress-tls-secret';
import { resolveRouterTlsSecret } from '../../../lib/model/tls/resolve-router-tls-secret';
import { tlsSecretSetIssues, type ResolvedTlsSecret } from '../../../lib/model/tls/tls-secret-set.rules';
import { CERT_MANAGER, EXTERNAL_PARTS, INLINE } from '../../support/tls-sources';

function ingress(name: string): ResolvedTlsSecret {
  return resolveIngressTlsSecret({ name, source: CERT_MANAGER });
}

function router(name: string, extensionName = 'azureml'): ResolvedTlsSecret {
  return resolveRouterTlsSecret({ name, extensionName, source: EXTERNAL_PARTS });
}

function messages(...secrets: ResolvedTlsSecret[]): string[] {
  return tlsSecretSetIssues(secrets).map(formatIssue);
}

describe('tlsSecretSetIssues', () => {
  test('finds nothing wrong with different names and one extension', () => {
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

  test('fails on two extensions for one namespace', () => {
    expect(messages(ingress('a'), router('b', 'one'), router('c', 'two'), router('d', 'one'))).toStrictEqual([
      '[2].extensionName: the namespace azureml would belong to two extensions (received "two", expected "one", as elsewhere in the cluster); give the same extensionName everywhere; a cluster has one Azure ML extension [tls/extension-name-differs]',
    ]);
  });

  test('waits for extension names that are known only at deployment', () => {
    expect(messages(router('a', deferred('one')), router('b', 'two'))).toStrictEqual([]);
  });
});
