import { assertDescription, type ResolveContext } from '../resolve';
import type { IngressTlsSecretSpec, ResolvedIngressTlsSecret } from './ingress-tls-secret';
import { ingressRevision, ingressTlsSecretIssues } from './ingress-tls-secret.rules';
import { resolveTlsSecretBase, resolveTlsSource } from './resolve-tls-source';

/**
 * Checks the TLS secret of an ingress and fills its defaults.
 * @throws ValidationError with every issue
 */
export function resolveIngressTlsSecret(
  spec: IngressTlsSecretSpec,
  context: ResolveContext = {},
): ResolvedIngressTlsSecret {
  const warnings = assertDescription('IngressTlsSecret', context, ingressTlsSecretIssues(spec));
  return {
    ...resolveTlsSecretBase(spec, ingressRevision(spec.source), warnings),
    usedBy: 'ingress',
    source: resolveTlsSource(spec.source),
  };
}
