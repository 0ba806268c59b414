import type { EXTENSION_NAMESPACE } from '../extension/extension-name';
import type { Issue } from '../issues';
import type { DnsSubdomain } from '../names';
import type { ExternalIssuer } from './cert-manager-issuer';
import type {
  CertManagerTlsSource,
  ExternalSecretTlsSource,
  InlineTlsSource,
  SecretProviderClassTlsSource,
} from './tls-source';

/** A source with every default filled. */
export type ResolvedTlsSource =
  | InlineTlsSource
  | (ExternalSecretTlsSource & Required<Pick<ExternalSecretTlsSource, 'refreshInterval'>>)
  | (SecretProviderClassTlsSource & Required<Pick<SecretProviderClassTlsSource, 'cloudName'>>);

/** A certificate of cert-manager with every default filled. */
export interface ResolvedCertManagerTlsSource extends CertManagerTlsSource {
  readonly issuer: ExternalIssuer;
}

/** What the checked descriptions of both TLS secrets have. */
export interface ResolvedTlsSecretBase {
  /** The name as given, which the name of the Secret starts with. */
  readonly name: DnsSubdomain;
  /** The name of the Secret, by which others refer to it. */
  readonly secretName: DnsSubdomain;
  readonly namespace: typeof EXTENSION_NAMESPACE;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly warnings: readonly Issue[];
}
