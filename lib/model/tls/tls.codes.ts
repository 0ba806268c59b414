import type { IssueCodeTable } from '../issue-code-table';

const SECRET_OF_FE = 'learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint';
const KEY_VAULT_PROVIDER = 'Azure Key Vault provider for Secrets Store CSI Driver';

/** Issues with certificates, private keys and the Secrets that hold them. */
export const TLS_CODES = {
  'tls/pem-not-ascii': {
    severity: 'error',
    summary: 'the PEM text holds characters outside ASCII',
    fix: 'give the file as text without byte order mark; a binary file (DER, PFX) has to be converted to PEM first',
    source: 'PEM is ASCII; the Azure CLI encodes it as ASCII too',
  },
  'tls/certificate-not-pem': {
    severity: 'error',
    summary: 'the certificate is not a chain of complete PEM blocks that starts with -----BEGIN CERTIFICATE-----',
    fix: 'give the content of the PEM file: the server certificate first, then the intermediates',
    source: SECRET_OF_FE,
  },
  'tls/key-in-certificate': {
    severity: 'error',
    summary: 'a private key stands among the certificates',
    fix: 'give the certificates alone here and the key as privateKey; whoever has seen this text has the key',
    source: 'a certificate is public and is treated so',
  },
  'tls/private-key-not-pem': {
    severity: 'error',
    summary: 'the private key is not a complete PEM block',
    fix: 'give the content of the key file, which holds -----BEGIN PRIVATE KEY----- or the RSA or EC form of it',
    source: SECRET_OF_FE,
  },
  'tls/private-key-encrypted': {
    severity: 'error',
    summary: 'the private key is protected by a passphrase, which nothing in the cluster knows',
    fix: 'remove the passphrase, for example with `openssl pkey -in encrypted.pem -out key.pem`',
    source: 'learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension: a key without passphrase',
  },
  'tls/certificate-key-swapped': {
    severity: 'error',
    summary: "certificate and private key stand in each other's place",
    fix: 'swap them; the place of the certificate is no secret, so whoever has seen it has the key',
    source: 'a certificate is public and is treated so',
  },
  'tls/certificate-unreadable': {
    severity: 'error',
    summary: 'the certificate is not an X.509 certificate',
    fix: 'export it again as PEM; `openssl x509 -in cert.pem -noout -text` shows what a file holds',
    source: 'RFC 5280',
  },
  'tls/certificate-repeated': {
    severity: 'error',
    summary: 'a certificate stands in the text twice',
    fix: 'leave the second one out',
    source: 'RFC 5246, 7.4.2: each certificate of the list certifies the one before it',
  },
  'tls/chain-order': {
    severity: 'error',
    summary: 'the certificates are not in the order in which each is signed by the next',
    fix: 'put the certificate of the server first, then the one that signed it, and so on',
    source: SECRET_OF_FE,
  },
  'tls/chain-broken': {
    severity: 'error',
    summary: 'a certificate is not signed by the next one',
    fix: 'give the certificate of the server, then the one that signed it, and so on, and no others',
    source: SECRET_OF_FE,
  },
  'tls/chain-incomplete': {
    severity: 'warning',
    summary: 'the certificate of the server stands alone, and another one signed it',
    fix: 'add the intermediate certificates of its authority: clients that do not know them refuse the server',
    source: SECRET_OF_FE,
  },
  'tls/private-key-unreadable': {
    severity: 'error',
    summary: 'the private key cannot be read',
    fix: 'export it again as PEM; `openssl pkey -in key.pem -noout -check` says whether a file is right',
    source: 'learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints',
  },
  'tls/several-private-keys': {
    severity: 'error',
    summary: 'more than one private key stands in the text',
    fix: 'give the key of the certificate alone',
    source: 'readers take the first key of a text, which may be another one',
  },
  'tls/certificate-in-key': {
    severity: 'warning',
    summary: 'a certificate stands beside the private key, where nobody looks for it',
    fix: 'give the key alone, and all certificates as the certificate',
    source: SECRET_OF_FE,
  },
  'tls/key-type': {
    severity: 'warning',
    summary: 'the private key is neither RSA nor EC, and many clients of TLS 1.2 take no other',
    fix: 'use a certificate with an RSA or EC key',
    source: 'RFC 5246; azureml-fe speaks TLS 1.2',
  },
  'tls/key-mismatch': {
    severity: 'error',
    summary: 'the private key does not belong to the certificate',
    fix: 'give the key for which the certificate was requested',
    source:
      'learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints: compare the modulus of both',
  },
  'tls/host-not-covered': {
    severity: 'error',
    summary: 'the certificate does not cover the host name',
    fix: 'use a certificate with the host name, or a wildcard for its first label, among its alternative names',
    source: 'RFC 6125; the extension reports error E40007 otherwise',
  },
  'tls/host-in-common-name': {
    severity: 'error',
    summary: 'the certificate has the host name as common name only, where clients do not look',
    fix: 'use a certificate with the host name among its alternative names',
    source: 'RFC 6125',
  },
  'tls/certificate-expired': {
    severity: 'error',
    summary: 'a certificate expired',
    fix: 'renew the certificate',
    source: 'RFC 5280, 4.1.2.5',
  },
  'tls/certificate-not-yet-valid': {
    severity: 'error',
    summary: 'a certificate is not yet valid',
    fix: 'wait until then, or use another certificate until then',
    source: 'RFC 5280, 4.1.2.5',
  },
  'tls/certificate-expires-soon': {
    severity: 'warning',
    summary: 'a certificate expires within 30 days',
    fix: 'renew the certificate',
    source: 'RFC 5280, 4.1.2.5',
  },
  'tls/key-in-manifest': {
    severity: 'warning',
    summary: 'the private key is written into the manifest; base64 does not protect it',
    fix: 'keep the manifest out of version control and logs, or choose the source externalSecret or secretProviderClass',
    source: 'a Secret manifest holds its values in base64',
  },
  'tls/revision-required': {
    severity: 'error',
    summary: 'the name of the Secret ends in a hash of the certificate, and the certificate is not known here',
    fix: 'give source.revision, and a new one with each renewal, for example the month or the version of the certificate',
    source: 'a renewed certificate has to be visible to the extension that refers to the Secret by name',
  },
  'tls/router-cert-manager': {
    severity: 'error',
    summary:
      'azureml-fe cannot read what cert-manager writes: its keys are tls.crt and tls.key, not cert.pem and key.pem',
    fix: 'choose another source, or end TLS at an ingress with IngressTlsSecret',
    source: SECRET_OF_FE,
  },
  'tls/router-bundle': {
    severity: 'error',
    summary:
      'the driver splits a bundle into certificate and key for tls.crt and tls.key only, not for cert.pem and key.pem',
    fix: 'store certificate and key as two secrets and give certificate and privateKey, or choose the source externalSecret',
    source: 'Secrets Store CSI Driver: only Secrets of type kubernetes.io/tls are split',
  },
  'tls/parts-or-bundle': {
    severity: 'error',
    summary: 'the source says in two ways, or incompletely, where certificate and key are',
    fix: 'give either certificate and privateKey, or bundle',
    source: 'the type of the description',
  },
  'tls/same-remote-value': {
    severity: 'error',
    summary:
      'certificate and private key come from the same remote value, so that the key would stand in the certificate',
    fix: 'give the value as bundle, which is split, or name two values',
    source: 'a certificate is public and is treated so',
  },
  'tls/key-vault-object-type': {
    severity: 'warning',
    summary: 'an Azure Key Vault gives neither PEM text nor a private key for keys that start with cert/ or key/',
    fix: 'use secret/<name>; for a Key Vault certificate give it as bundle',
    source: 'external-secrets.io, provider Azure Key Vault: object types',
  },
  'tls/mounted-only': {
    severity: 'warning',
    summary:
      'the driver makes the Secret when a pod in azureml mounts the SecretProviderClass, and deletes it with the last one',
    fix: 'keep a pod running in azureml that mounts it, from before the Secret is needed',
    source:
      'learn.microsoft.com/azure/aks/csi-secrets-store-configuration-options: the Secret lives as long as a pod mounts it',
  },
  'tls/refresh-interval': {
    severity: 'error',
    summary: 'the text is not a duration',
    fix: 'give numbers with units such as 1h, 90m or 1h30m; 0 reads the values once',
    source: 'external-secrets.io/v1 ExternalSecret, refreshInterval',
  },
  'tls/key-vault-name': {
    severity: 'error',
    summary: 'the text cannot name a key vault',
    fix: 'give the name alone, not the address: 3 to 24 letters, digits and hyphens',
    source: 'learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules',
  },
  'tls/key-vault-object': {
    severity: 'error',
    summary: 'the text cannot name an object in a key vault',
    fix: 'give the name alone, 1 to 127 letters, digits and hyphens, without type, version or address',
    source: KEY_VAULT_PROVIDER,
  },
  'tls/key-vault-object-version': {
    severity: 'error',
    summary: 'the text is not the version of an object in a key vault',
    fix: 'give the 32 hexadecimal digits at the end of the identifier of the object, or leave it out for the newest',
    source: KEY_VAULT_PROVIDER,
  },
  'tls/identity-id': {
    severity: 'error',
    summary: 'the text is not the id of an identity or a tenant',
    fix: 'give the GUID that the Azure portal and CLI show',
    source: KEY_VAULT_PROVIDER,
  },
  'tls/secret-name-taken': {
    severity: 'error',
    summary: 'two TLS secrets of the cluster have the same name',
    fix: 'give them different names',
    source: 'both live in the namespace azureml',
  },
} as const satisfies IssueCodeTable;
