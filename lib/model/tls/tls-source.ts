import type { SecretValue } from '../secret';
import type { CertManagerIssuer } from './cert-manager-issuer';

/** Certificate and private key as text in the program. */
export interface InlineTlsSource {
  readonly kind: 'inline';
  /**
   * The certificate chain as PEM text: the server's certificate, then the intermediates, then the root. Its bytes are
   * kept exactly.
   */
  readonly certificate: string;
  /** The private key as PEM text without passphrase. It is written into the manifest, and a warning says so. */
  readonly privateKey: SecretValue;
  /**
   * The host names that clients use, which the certificate has to cover; the first label may be `*`.
   * @default - not checked
   */
  readonly dnsNames?: readonly string[];
  /**
   * The day on which the certificates have to be valid, `YYYY-MM-DD` in UTC; the library has no clock.
   * @default - not checked
   */
  readonly validOn?: string;
  /**
   * What the name of the Secret ends in; a DNS label.
   * @default - for azureml-fe a hash of the certificate, for an ingress nothing
   */
  readonly revision?: string;
}

/** A value in the store of external-secrets. */
export interface RemoteReference {
  /** The name of the value in the store; for an Azure Key Vault `secret/<name>` or just the name. */
  readonly key: string;
  /**
   * A property of the value, where the value is a map.
   * @default - the whole value
   */
  readonly property?: string;
  /**
   * The version of the value.
   * @default - the newest
   */
  readonly version?: string;
}

/** A value in the store that holds both, the certificates and the private key. */
export interface RemoteBundle extends RemoteReference {
  /**
   * How the value is written: the content type of the certificate in an Azure Key Vault. `pem` is a text with
   * `-----BEGIN PRIVATE KEY-----` and certificates (`application/x-pem-file`), `pkcs12` the base64 of a PFX without
   * password (`application/x-pkcs12`).
   */
  readonly format: 'pem' | 'pkcs12';
}

/** The store of external-secrets that values come from. */
export interface SecretStoreReference {
  readonly kind: 'SecretStore' | 'ClusterSecretStore';
  /** The name of the store; a `SecretStore` has to be in the namespace azureml. */
  readonly name: string;
}

/** A source whose content the program does not know, so that the caller says when it is another one. */
export interface RevisedSource {
  /**
   * What the name of the Secret ends in; a DNS label, a new one with each renewal. Required for azureml-fe.
   * @default - nothing
   */
  readonly revision?: string;
}

/** What every ExternalSecret has. */
export interface ExternalSecretOptions extends RevisedSource {
  readonly kind: 'externalSecret';
  readonly store: SecretStoreReference;
  /**
   * How often the values are read again, as a Go duration; `0` reads them once.
   * @default '1h'
   */
  readonly refreshInterval?: string;
}

/** Certificate and key are two values in the store, both PEM text. */
export interface RemoteParts {
  /** The certificate chain as PEM text. */
  readonly certificate: RemoteReference;
  /** The private key as PEM text without passphrase. */
  readonly privateKey: RemoteReference;
  /** @default - certificate and key come from two values */
  readonly bundle?: never;
}

/** Certificate and key are one value in the store, as a certificate of an Azure Key Vault is when read as a secret. */
export interface RemoteWhole {
  /** The value that holds both. */
  readonly bundle: RemoteBundle;
  /** @default - part of the bundle */
  readonly certificate?: never;
  /** @default - part of the bundle */
  readonly privateKey?: never;
}

/**
 * Certificate and key that external-secrets reads from a store, for example an Azure Key Vault, and writes into the
 * Secret.
 * @see https://external-secrets.io/latest/provider/azure-key-vault/
 */
export type ExternalSecretTlsSource = ExternalSecretOptions & (RemoteParts | RemoteWhole);

/** An object in a key vault. */
export interface KeyVaultObject {
  /** The name of the object. */
  readonly objectName: string;
  /**
   * The version of the object.
   * @default - the newest
   */
  readonly objectVersion?: string;
}

/** A workload identity: the service account of the pod that mounts the class is federated with it. */
export interface WorkloadIdentity {
  readonly kind: 'workloadIdentity';
  /** The client id of the application or managed identity. */
  readonly clientID: string;
}

/** A user-assigned managed identity of the nodes, for example the one of the AKS add-on. */
export interface UserAssignedIdentity {
  readonly kind: 'userAssignedIdentity';
  /** The client id of the managed identity. */
  readonly userAssignedIdentityID: string;
}

/** The system-assigned managed identity of the nodes. */
export interface SystemAssignedIdentity {
  readonly kind: 'systemAssignedIdentity';
}

/** Who reads the key vault. */
export type KeyVaultIdentity = WorkloadIdentity | UserAssignedIdentity | SystemAssignedIdentity;

/** The clouds that the provider knows by name. */
export const KEY_VAULT_CLOUDS = ['AzurePublicCloud', 'AzureUSGovernmentCloud', 'AzureChinaCloud'] as const;

/** The cloud that a key vault is in. */
export type KeyVaultCloud = (typeof KEY_VAULT_CLOUDS)[number];

/** What every SecretProviderClass has. */
export interface SecretProviderClassOptions extends RevisedSource {
  readonly kind: 'secretProviderClass';
  /** The name of the key vault, without its address. */
  readonly keyvaultName: string;
  /** The id of the tenant that the key vault belongs to. */
  readonly tenantId: string;
  readonly identity: KeyVaultIdentity;
  /**
   * The cloud that the key vault is in.
   * @default 'AzurePublicCloud'
   */
  readonly cloudName?: KeyVaultCloud;
}

/** Certificate and key are two secrets of the key vault, both PEM text. */
export interface KeyVaultParts {
  /** The secret that holds the certificate chain. */
  readonly certificate: KeyVaultObject;
  /** The secret that holds the private key without passphrase. */
  readonly privateKey: KeyVaultObject;
  /** @default - certificate and key come from two secrets */
  readonly bundle?: never;
}

/** Certificate and key are one certificate of the key vault. */
export interface KeyVaultWhole {
  /** The certificate, which is read as a secret and so with its key and chain. */
  readonly bundle: KeyVaultObject;
  /** @default - part of the bundle */
  readonly certificate?: never;
  /** @default - part of the bundle */
  readonly privateKey?: never;
}

/**
 * Certificate and key that the Secrets Store CSI Driver reads from an Azure Key Vault and writes into the Secret, as
 * long as a pod in the namespace azureml mounts the class.
 * @see https://learn.microsoft.com/azure/aks/csi-secrets-store-nginx-tls
 */
export type SecretProviderClassTlsSource = SecretProviderClassOptions & (KeyVaultParts | KeyVaultWhole);

/** The sources that both TLS secrets have. */
export type TlsSource = InlineTlsSource | ExternalSecretTlsSource | SecretProviderClassTlsSource;

/**
 * A certificate that cert-manager requests, renews and writes into the Secret.
 * @see https://cert-manager.io/docs/usage/certificate/
 */
export interface CertManagerTlsSource {
  readonly kind: 'certManager';
  readonly issuer: CertManagerIssuer;
  /** The host names of the certificate; the first label may be `*` where the issuer signs such. */
  readonly dnsNames: readonly string[];
}
