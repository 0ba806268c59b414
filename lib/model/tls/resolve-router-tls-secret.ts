import { parseExtensionName } from '../extension/extension-name';
import { assertDescription, type ResolveContext } from '../resolve';
import { resolveTlsSecretBase, resolveTlsSource } from './resolve-tls-source';
import type { ResolvedRouterTlsSecret, RouterTlsSecretSpec } from './router-tls-secret';
import { routerRevision, routerTlsSecretIssues } from './router-tls-secret.rules';

/**
 * Checks the TLS secret of azureml-fe, composes its name and fills its defaults.
 * @throws ValidationError with every issue
 */
export function resolveRouterTlsSecret(
  spec: RouterTlsSecretSpec,
  context: ResolveContext = {},
): ResolvedRouterTlsSecret {
  const warnings = assertDescription('RouterTlsSecret', context, routerTlsSecretIssues(spec));
  return {
    ...resolveTlsSecretBase(spec, routerRevision(spec.source), warnings),
    usedBy: 'azureml-fe',
    extensionName: parseExtensionName(spec.extensionName),
    source: resolveTlsSource(spec.source),
  };
}
