import { base64 } from '../../model/deferred';
import { revealSecret } from '../../model/secret';
import type { InlineTlsSource } from '../../model/tls/tls-source';
import type { KubernetesObject, ObjectMeta } from '../kubernetes-objects';
import type { TlsSecretForm } from './tls-secret-form';

/** A Secret that holds a certificate and its key. */
export interface SecretManifest extends KubernetesObject {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly type: TlsSecretForm['type'];
  /** The exact bytes of the PEM texts in base64. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * Renders a Secret with certificate and key.
 * @param metadata - its metadata
 * @param form - its type and keys
 * @param source - the texts
 */
export function renderSecret(metadata: ObjectMeta, form: TlsSecretForm, source: InlineTlsSource): SecretManifest {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
    type: form.type,
    data: {
      [form.certificateKey]: base64(source.certificate),
      [form.privateKeyKey]: base64(revealSecret(source.privateKey)),
    },
  };
}
