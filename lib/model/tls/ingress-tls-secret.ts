import type { Phase } from '../phase';
import type { ResolvedCertManagerTlsSource, ResolvedTlsSecretBase, ResolvedTlsSource } from './resolved-tls-secret';
import type { CertManagerTlsSource, TlsSource } from './tls-source';

/** Where the certificate and the key of an ingress come from. */
export type IngressTlsSource = TlsSource | CertManagerTlsSource;

/**
 * The Secret with which an ingress ends TLS: type `kubernetes.io/tls`, keys `tls.crt` and `tls.key`, in the namespace
 * azureml. Not the one that azureml-fe reads, which is {@link RouterTlsSecretSpec}.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export interface IngressTlsSecretSpec {
  /** The name of the Secret; with a revision the name is `<name>-<revision>`. */
  readonly name: string;
  /** Where certificate and key come from. */
  readonly source: IngressTlsSource;
  /** Labels of the object that is written. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the object that is written. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A checked TLS secret of an ingress. */
export interface ResolvedIngressTlsSecret extends ResolvedTlsSecretBase {
  readonly usedBy: 'ingress';
  readonly source: ResolvedTlsSource | ResolvedCertManagerTlsSource;
}

/** The TLS secret of an ingress is applied with it: after the extension is installed. */
export const INGRESS_TLS_SECRET_PHASE = 'after-extension' satisfies Phase;
