import type { ExtensionName } from '../extension/extension-name';
import type { Phase } from '../phase';
import type { ResolvedTlsSecretBase, ResolvedTlsSource } from './resolved-tls-secret';
import type {
  ExternalSecretOptions,
  InlineTlsSource,
  KeyVaultParts,
  RemoteParts,
  RemoteWhole,
  SecretProviderClassOptions,
} from './tls-source';

/** The part of the Secret's name that says which certificate it holds, where the program does not know it. */
export interface CertificateRevision {
  readonly revision: string;
}

/**
 * Where the certificate and the key of azureml-fe come from. There is no source cert-manager: the keys of its Secrets
 * are `tls.crt` and `tls.key`, and azureml-fe reads `cert.pem` and `key.pem`.
 */
export type RouterTlsSource =
  | InlineTlsSource
  | (ExternalSecretOptions & (RemoteParts | RemoteWhole) & CertificateRevision)
  | (SecretProviderClassOptions & KeyVaultParts & CertificateRevision);

/**
 * The Secret from which azureml-fe takes its certificate: type `Opaque`, keys `cert.pem` and `key.pem`, in the
 * namespace azureml. Its name ends in a hash of the certificate or in the revision given, so that a renewal changes
 * what the extension's setting `sslSecret` says. Not the one of an ingress, which is {@link IngressTlsSecretSpec}.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint
 */
export interface RouterTlsSecretSpec {
  /** What the name of the Secret starts with. */
  readonly name: string;
  /** The name of the extension, whose Helm release has to adopt the namespace azureml. */
  readonly extensionName: string;
  /** Where certificate and key come from. */
  readonly source: RouterTlsSource;
  /** Labels of the object that is written. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the object that is written. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A checked TLS secret of azureml-fe. */
export interface ResolvedRouterTlsSecret extends ResolvedTlsSecretBase {
  readonly usedBy: 'azureml-fe';
  readonly extensionName: ExtensionName;
  readonly source: ResolvedTlsSource;
}

/** The TLS secret of azureml-fe has to be there when the extension is installed. */
export const ROUTER_TLS_SECRET_PHASE = 'before-extension' satisfies Phase;
