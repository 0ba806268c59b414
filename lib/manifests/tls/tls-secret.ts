import type { ResolvedIngressTlsSecret } from '../../model/tls/ingress-tls-secret';
import type { ResolvedTlsSource } from '../../model/tls/resolved-tls-secret';
import type { ResolvedRouterTlsSecret } from '../../model/tls/router-tls-secret';
import type { ObjectMeta } from '../kubernetes-objects';
import { renderCertificate, type CertificateManifest } from './certificate';
import { renderExternalSecret, type ExternalSecretManifest } from './external-secret';
import { renderSecret, type SecretManifest } from './secret';
import { renderSecretProviderClass, type SecretProviderClassManifest } from './secret-provider-class';
import { INGRESS_FORM, ROUTER_FORM, tlsSecretMeta, type TlsSecretForm } from './tls-secret-form';

/** The object from which azureml-fe's Secret comes: the Secret itself, or what makes it. */
export type RouterTlsSecretManifest = SecretManifest | ExternalSecretManifest | SecretProviderClassManifest;

/** The object from which an ingress's Secret comes: the Secret itself, or what makes it. */
export type IngressTlsSecretManifest = RouterTlsSecretManifest | CertificateManifest;

/** Renders the TLS secret of an ingress: a Secret, or the object from which a controller makes it. */
export function renderIngressTlsSecret(secret: ResolvedIngressTlsSecret): IngressTlsSecretManifest {
  const metadata = tlsSecretMeta(secret);
  const { source } = secret;
  return source.kind === 'certManager'
    ? renderCertificate(metadata, source)
    : renderSource(metadata, INGRESS_FORM, source);
}

/** Renders the TLS secret of azureml-fe: a Secret, or the object from which a controller makes it. */
export function renderRouterTlsSecret(secret: ResolvedRouterTlsSecret): RouterTlsSecretManifest {
  return renderSource(tlsSecretMeta(secret), ROUTER_FORM, secret.source);
}

function renderSource(metadata: ObjectMeta, form: TlsSecretForm, source: ResolvedTlsSource): RouterTlsSecretManifest {
  switch (source.kind) {
    case 'inline':
      return renderSecret(metadata, form, source);
    case 'externalSecret':
      return renderExternalSecret(metadata, form, source);
    case 'secretProviderClass':
      return renderSecretProviderClass(metadata, form, source);
  }
}
