import type { ResolvedTlsSecretBase } from '../../model/tls/resolved-tls-secret';
import type { ObjectMeta } from '../kubernetes-objects';

/** What a reader of a TLS secret expects: the type of the Secret and the keys of its data. */
export interface TlsSecretForm {
  readonly type: 'kubernetes.io/tls' | 'Opaque';
  readonly certificateKey: 'tls.crt' | 'cert.pem';
  readonly privateKeyKey: 'tls.key' | 'key.pem';
}

/** What ingress controllers read. */
export const INGRESS_FORM: TlsSecretForm = {
  type: 'kubernetes.io/tls',
  certificateKey: 'tls.crt',
  privateKeyKey: 'tls.key',
};

/** What azureml-fe reads. */
export const ROUTER_FORM: TlsSecretForm = { type: 'Opaque', certificateKey: 'cert.pem', privateKeyKey: 'key.pem' };

/**
 * The metadata of the object that makes a TLS secret: it has the Secret's name.
 * @param secret - a checked TLS secret
 */
export function tlsSecretMeta(secret: ResolvedTlsSecretBase): ObjectMeta {
  const { secretName, namespace, labels, annotations } = secret;
  return {
    name: secretName,
    namespace,
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
}
