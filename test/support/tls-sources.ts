import { SecretValue } from '../../lib/model/secret';
import { CERTIFICATE, PRIVATE_KEY } from './certificates';

const TENANT = '11111111-2222-4333-8444-555555555555';
const CLIENT = 'a1b2c3d4-0000-4000-8000-00000000000f';

/** Certificate and key as text. */
export const INLINE = { kind: 'inline', certificate: CERTIFICATE, privateKey: SecretValue.of(PRIVATE_KEY) } as const;

/** Certificate and key as two values of a store. */
export const EXTERNAL_PARTS = {
  kind: 'externalSecret',
  store: { kind: 'ClusterSecretStore', name: 'key-vault' },
  certificate: { key: 'secret/router-certificate' },
  privateKey: { key: 'secret/router-key' },
  revision: '2026-11',
} as const;

/** Certificate and key as one value of a store. */
export const EXTERNAL_BUNDLE = {
  kind: 'externalSecret',
  store: { kind: 'SecretStore', name: 'key-vault' },
  bundle: { key: 'secret/router', format: 'pkcs12' },
  revision: '2026-11',
} as const;

/** Certificate and key as two secrets of a key vault. */
export const CLASS_PARTS = {
  kind: 'secretProviderClass',
  keyvaultName: 'contoso-ml',
  tenantId: TENANT,
  identity: { kind: 'workloadIdentity', clientID: CLIENT },
  certificate: { objectName: 'router-certificate' },
  privateKey: { objectName: 'router-key' },
  revision: '2026-11',
} as const;

/** Certificate and key as one certificate of a key vault. */
export const CLASS_BUNDLE = {
  kind: 'secretProviderClass',
  keyvaultName: 'contoso-ml',
  tenantId: TENANT,
  identity: { kind: 'userAssignedIdentity', userAssignedIdentityID: CLIENT },
  bundle: { objectName: 'scoring' },
} as const;

/** A certificate that cert-manager requests. */
export const CERT_MANAGER = {
  kind: 'certManager',
  issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' },
  dnsNames: ['ml.contoso.com', '*.ml.contoso.com'],
} as const;
