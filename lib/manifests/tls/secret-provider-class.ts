import { jsonString } from '../../model/deferred';
import type {
  KeyVaultCloud,
  KeyVaultIdentity,
  KeyVaultObject,
  SecretProviderClassTlsSource,
} from '../../model/tls/tls-source';
import type { KubernetesObject, ObjectMeta } from '../kubernetes-objects';
import type { TlsSecretForm } from './tls-secret-form';

/** A Secret that the driver makes from mounted objects. */
export interface SyncedSecret {
  readonly secretName: string;
  readonly type: TlsSecretForm['type'];
  readonly data: readonly { readonly objectName: string; readonly key: string }[];
}

/** A SecretProviderClass of the Secrets Store CSI Driver that makes a TLS secret from an Azure Key Vault. */
export interface SecretProviderClassManifest extends KubernetesObject {
  readonly apiVersion: 'secrets-store.csi.x-k8s.io/v1';
  readonly kind: 'SecretProviderClass';
  readonly spec: {
    readonly provider: 'azure';
    readonly parameters: Readonly<Record<string, string>>;
    readonly secretObjects: readonly SyncedSecret[];
  };
}

/**
 * Renders a SecretProviderClass whose mounted objects the driver writes into a Secret of the same name.
 * @param metadata - its metadata
 * @param form - type and keys of the Secret
 * @param source - the checked source, with its defaults
 */
export function renderSecretProviderClass(
  metadata: ObjectMeta,
  form: TlsSecretForm,
  source: SecretProviderClassTlsSource & { readonly cloudName: KeyVaultCloud },
): SecretProviderClassManifest {
  const certificate = source.bundle ?? source.certificate;
  const privateKey = source.bundle ?? source.privateKey;
  const objects = source.bundle === undefined ? [certificate, privateKey] : [certificate];
  const data = [
    { objectName: certificate.objectName, key: form.certificateKey },
    { objectName: privateKey.objectName, key: form.privateKeyKey },
  ];
  return {
    apiVersion: 'secrets-store.csi.x-k8s.io/v1',
    kind: 'SecretProviderClass',
    metadata,
    spec: {
      provider: 'azure',
      parameters: {
        ...identityParameters(source.identity),
        keyvaultName: source.keyvaultName,
        tenantId: source.tenantId,
        cloudName: source.cloudName,
        objects: keyVaultObjects(objects),
      },
      secretObjects: [{ secretName: metadata.name, type: form.type, data }],
    },
  };
}

function identityParameters(identity: KeyVaultIdentity): Readonly<Record<string, string>> {
  switch (identity.kind) {
    case 'workloadIdentity':
      return { usePodIdentity: 'false', useVMManagedIdentity: 'false', clientID: identity.clientID };
    case 'userAssignedIdentity': {
      const { userAssignedIdentityID } = identity;
      return { usePodIdentity: 'false', useVMManagedIdentity: 'true', userAssignedIdentityID };
    }
    case 'systemAssignedIdentity':
      return { usePodIdentity: 'false', useVMManagedIdentity: 'true' };
  }
}

/**
 * The list of objects as the provider reads it: YAML text that holds a list of YAML texts. Names and versions are
 * literals of letters, digits and hyphens; they are quoted, since some would be numbers otherwise. The type is `secret`
 * for certificates too, as only that gives the private key and the whole chain.
 */
function keyVaultObjects(objects: readonly KeyVaultObject[]): string {
  const entries = objects.map(({ objectName, objectVersion }) => {
    const version = objectVersion === undefined ? [] : [`objectVersion: ${jsonString(objectVersion)}`];
    const lines = [`objectName: ${jsonString(objectName)}`, 'objectType: secret', ...version];
    return ['  - |', ...lines.map((line) => `    ${line}`)].join('\n');
  });
  return ['array:', ...entries, ''].join('\n');
}
