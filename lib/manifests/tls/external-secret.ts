import type { ExternalSecretTlsSource, RemoteBundle, RemoteReference } from '../../model/tls/tls-source';
import type { KubernetesObject, ObjectMeta } from '../kubernetes-objects';
import type { TlsSecretForm } from './tls-secret-form';

/** One value that an ExternalSecret reads. */
export interface ExternalSecretData {
  /** The key of the Secret, or the name of the value in templates. */
  readonly secretKey: string;
  readonly remoteRef: RemoteReference;
}

/** An ExternalSecret of external-secrets that makes a TLS secret. */
export interface ExternalSecretManifest extends KubernetesObject {
  readonly apiVersion: 'external-secrets.io/v1';
  readonly kind: 'ExternalSecret';
  readonly spec: {
    readonly refreshInterval: string;
    readonly secretStoreRef: { readonly kind: string; readonly name: string };
    readonly target: {
      readonly name: string;
      readonly template: {
        readonly engineVersion: 'v2';
        readonly type: TlsSecretForm['type'];
        /** Templates that take certificate and key out of one value. */
        readonly data?: Readonly<Record<string, string>>;
      };
    };
    readonly data: readonly ExternalSecretData[];
  };
}

const BUNDLE = 'bundle';
const TEMPLATES = {
  pem: {
    certificate: `{{ .${BUNDLE} | filterPEM "CERTIFICATE" }}`,
    privateKey: `{{ .${BUNDLE} | filterPEM "PRIVATE KEY" }}`,
  },
  pkcs12: {
    certificate: `{{ .${BUNDLE} | b64dec | pkcs12cert }}`,
    privateKey: `{{ .${BUNDLE} | b64dec | pkcs12key }}`,
  },
} as const satisfies Record<RemoteBundle['format'], unknown>;

/**
 * Renders an ExternalSecret that writes certificate and key into a Secret of its own name.
 * @param metadata - its metadata
 * @param form - type and keys of the Secret
 * @param source - the checked source, with its defaults
 */
export function renderExternalSecret(
  metadata: ObjectMeta,
  form: TlsSecretForm,
  source: ExternalSecretTlsSource & { readonly refreshInterval: string },
): ExternalSecretManifest {
  const { type } = form;
  const templates = source.bundle === undefined ? {} : { data: bundleTemplates(form, source.bundle) };
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata,
    spec: {
      refreshInterval: source.refreshInterval,
      secretStoreRef: { kind: source.store.kind, name: source.store.name },
      target: { name: metadata.name, template: { engineVersion: 'v2', type, ...templates } },
      data: remoteData(form, source),
    },
  };
}

function bundleTemplates(form: TlsSecretForm, { format }: RemoteBundle): Readonly<Record<string, string>> {
  const { certificate, privateKey } = TEMPLATES[format];
  return { [form.certificateKey]: certificate, [form.privateKeyKey]: privateKey };
}

function remoteData(form: TlsSecretForm, source: ExternalSecretTlsSource): ExternalSecretData[] {
  if (source.bundle !== undefined) return [{ secretKey: BUNDLE, remoteRef: remoteReference(source.bundle) }];
  return [
    { secretKey: form.certificateKey, remoteRef: remoteReference(source.certificate) },
    { secretKey: form.privateKeyKey, remoteRef: remoteReference(source.privateKey) },
  ];
}

function remoteReference({ key, property, version }: RemoteReference): RemoteReference {
  return {
    key,
    ...(property === undefined ? {} : { property }),
    ...(version === undefined ? {} : { version }),
  };
}
