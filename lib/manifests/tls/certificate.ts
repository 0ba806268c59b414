import type { ExternalIssuer } from '../../model/tls/cert-manager-issuer';
import type { ResolvedCertManagerTlsSource } from '../../model/tls/resolved-tls-secret';
import type { KubernetesObject, ObjectMeta } from '../kubernetes-objects';

/** A Certificate of cert-manager. */
export interface CertificateManifest extends KubernetesObject {
  readonly apiVersion: 'cert-manager.io/v1';
  readonly kind: 'Certificate';
  readonly spec: {
    readonly secretName: string;
    readonly dnsNames: readonly string[];
    readonly issuerRef: ExternalIssuer;
  };
}

/**
 * Renders a Certificate that cert-manager writes into a Secret of its own name.
 * @param metadata - its metadata
 * @param source - the checked source, with its defaults
 */
export function renderCertificate(metadata: ObjectMeta, source: ResolvedCertManagerTlsSource): CertificateManifest {
  const { kind, name, group } = source.issuer;
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata,
    spec: { secretName: metadata.name, dnsNames: [...source.dnsNames], issuerRef: { kind, name, group } },
  };
}
