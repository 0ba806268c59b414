import { EXTENSION_NAMESPACE } from '../extension/extension-name';
import { parseDnsSubdomain } from '../names';
import type { Issue } from '../issues';
import { CERT_MANAGER_GROUP } from './cert-manager-issuer';
import type { IngressTlsSource } from './ingress-tls-secret';
import type { ResolvedCertManagerTlsSource, ResolvedTlsSecretBase, ResolvedTlsSource } from './resolved-tls-secret';
import { tlsSecretName } from './tls-secret.rules';
import type { TlsSource } from './tls-source';

const DEFAULT_REFRESH_INTERVAL = '1h';
const DEFAULT_CLOUD = 'AzurePublicCloud';

/** What both descriptions of a TLS secret have. */
interface TlsSecretDescription {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * The common properties of a checked TLS secret.
 * @param spec - a checked description
 * @param revision - what the name of the Secret ends in
 * @param warnings - what the rules found
 */
export function resolveTlsSecretBase(
  spec: TlsSecretDescription,
  revision: string | undefined,
  warnings: readonly Issue[],
): ResolvedTlsSecretBase {
  return {
    name: parseDnsSubdomain(spec.name),
    secretName: parseDnsSubdomain(tlsSecretName(spec.name, revision)),
    namespace: EXTENSION_NAMESPACE,
    labels: spec.labels ?? {},
    annotations: spec.annotations ?? {},
    warnings,
  };
}

/**
 * Fills the defaults of a source.
 * @param source - a checked source
 */
export function resolveTlsSource(source: TlsSource): ResolvedTlsSource;
export function resolveTlsSource(source: IngressTlsSource): ResolvedTlsSource | ResolvedCertManagerTlsSource;
export function resolveTlsSource(source: IngressTlsSource): ResolvedTlsSource | ResolvedCertManagerTlsSource {
  switch (source.kind) {
    case 'inline':
      return source;
    case 'externalSecret':
      return { ...source, refreshInterval: source.refreshInterval ?? DEFAULT_REFRESH_INTERVAL };
    case 'secretProviderClass':
      return { ...source, cloudName: source.cloudName ?? DEFAULT_CLOUD };
    case 'certManager':
      return { ...source, issuer: { ...source.issuer, group: source.issuer.group ?? CERT_MANAGER_GROUP } };
  }
}
