import { calendarDate } from '../calendar-date';
import { equalText, isDeferred, lowerCase } from '../deferred';
import {
  fieldIssues,
  isWellShaped,
  listOf,
  literal,
  object,
  oneOf,
  optional,
  required,
  secret,
  text,
  variant,
  type Check,
  type FieldTable,
} from '../fields';
import { issue, type Issue, type Path } from '../issues';
import { dnsLabel, dnsSubdomain, plainText, wildcardHostName } from '../names';
import { isDeferredSecret } from '../secret';
import { textFormat } from '../text-format';
import { certManagerIssuer } from './cert-manager-issuer.rules';
import { identityId, keyVaultName, keyVaultObject, keyVaultObjectVersion } from './key-vault-names';
import { certificateHostIssues, certificatePairIssues } from './certificate.rules';
import { pemCertificates } from './pem.rules';
import {
  KEY_VAULT_CLOUDS,
  type CertManagerTlsSource,
  type ExternalSecretTlsSource,
  type InlineTlsSource,
  type KeyVaultObject,
  type RemoteBundle,
  type RemoteReference,
  type SecretProviderClassTlsSource,
  type SecretStoreReference,
  type SystemAssignedIdentity,
  type UserAssignedIdentity,
  type WorkloadIdentity,
} from './tls-source';

const DURATION = /^(0|(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+)$/;
const NOT_A_SECRET = /^(cert|key)\//;

const refreshInterval = textFormat<'RefreshInterval'>({
  noun: 'refresh interval',
  code: 'tls/refresh-interval',
  expected: 'a duration such as 1h30m',
  accepts: DURATION,
});

const INLINE = {
  kind: required(oneOf(['inline'])),
  certificate: required(text(pemCertificates)),
  privateKey: required(secret()),
  dnsNames: optional(listOf(text(wildcardHostName))),
  validOn: optional(literal(calendarDate)),
  revision: optional(literal(dnsLabel)),
} satisfies FieldTable<InlineTlsSource>;

const STORE = {
  kind: required(oneOf(['SecretStore', 'ClusterSecretStore'])),
  name: required(text(dnsSubdomain)),
} satisfies FieldTable<SecretStoreReference>;

const REMOTE = {
  key: required(text(plainText)),
  property: optional(text(plainText)),
  version: optional(text(plainText)),
} satisfies FieldTable<RemoteReference>;

const REMOTE_BUNDLE = {
  ...REMOTE,
  format: required(oneOf(['pem', 'pkcs12'])),
} satisfies FieldTable<RemoteBundle>;

const EXTERNAL_SECRET = {
  kind: required(oneOf(['externalSecret'])),
  store: required(object(STORE)),
  refreshInterval: optional(text(refreshInterval)),
  certificate: optional(object(REMOTE)),
  privateKey: optional(object(REMOTE)),
  bundle: optional(object(REMOTE_BUNDLE)),
  revision: optional(literal(dnsLabel)),
} satisfies FieldTable<ExternalSecretTlsSource>;

const KEY_VAULT_OBJECT = {
  objectName: required(literal(keyVaultObject)),
  objectVersion: optional(literal(keyVaultObjectVersion)),
} satisfies FieldTable<KeyVaultObject>;

const IDENTITIES = {
  workloadIdentity: object({
    kind: required(oneOf(['workloadIdentity'])),
    clientID: required(text(identityId)),
  } satisfies FieldTable<WorkloadIdentity>),
  userAssignedIdentity: object({
    kind: required(oneOf(['userAssignedIdentity'])),
    userAssignedIdentityID: required(text(identityId)),
  } satisfies FieldTable<UserAssignedIdentity>),
  systemAssignedIdentity: object({
    kind: required(oneOf(['systemAssignedIdentity'])),
  } satisfies FieldTable<SystemAssignedIdentity>),
};

const SECRET_PROVIDER_CLASS = {
  kind: required(oneOf(['secretProviderClass'])),
  keyvaultName: required(text(keyVaultName)),
  tenantId: required(text(identityId)),
  identity: required(variant('kind', IDENTITIES)),
  cloudName: optional(oneOf(KEY_VAULT_CLOUDS)),
  certificate: optional(object(KEY_VAULT_OBJECT)),
  privateKey: optional(object(KEY_VAULT_OBJECT)),
  bundle: optional(object(KEY_VAULT_OBJECT)),
  revision: optional(literal(dnsLabel)),
} satisfies FieldTable<SecretProviderClassTlsSource>;

const CERT_MANAGER = {
  kind: required(oneOf(['certManager'])),
  issuer: required(certManagerIssuer()),
  dnsNames: required(listOf(text(wildcardHostName))),
} satisfies FieldTable<CertManagerTlsSource>;

/** The sources that both TLS secrets have, by their kind. */
export const TLS_SOURCES = {
  inline: inlineIssues,
  externalSecret: externalSecretIssues,
  secretProviderClass: secretProviderClassIssues,
} satisfies Readonly<Record<string, Check>>;

/** The source that only an ingress has. */
export const CERT_MANAGER_SOURCE = { certManager: object(CERT_MANAGER) } satisfies Readonly<Record<string, Check>>;

function inlineIssues(value: unknown, path: Path): Issue[] {
  const shape = fieldIssues(value, INLINE, path);
  if (!isWellShaped(shape)) return shape;
  const source = value as InlineTlsSource;
  const isWritten = isKeyKnown(source);
  return [
    ...shape,
    ...pairIssues(source, path),
    ...(isWritten ? [issue('tls/key-in-manifest', [...path, 'privateKey'])] : []),
  ];
}

function pairIssues({ certificate, privateKey, dnsNames = [], validOn }: InlineTlsSource, path: Path): Issue[] {
  const pair = { certificate, key: privateKey, ...(validOn === undefined ? {} : { at: validOn }) };
  const paths = { certificate: [...path, 'certificate'], key: [...path, 'privateKey'] };
  return [
    ...certificatePairIssues(pair, paths),
    ...dnsNames.flatMap((name, index) => certificateHostIssues(certificate, name, [...path, 'dnsNames', index])),
  ];
}

function externalSecretIssues(value: unknown, path: Path): Issue[] {
  const shape = fieldIssues(value, EXTERNAL_SECRET, path);
  if (!isWellShaped(shape)) return shape;
  const source = value as Contents<RemoteReference>;
  return [...shape, ...contentsIssues(source, path, isSameRemoteValue), ...objectTypeIssues(source, path)];
}

function secretProviderClassIssues(value: unknown, path: Path): Issue[] {
  const shape = fieldIssues(value, SECRET_PROVIDER_CLASS, path);
  if (!isWellShaped(shape)) return shape;
  const source = value as Contents<KeyVaultObject>;
  return [...shape, ...contentsIssues(source, path, isSameObject), issue('tls/mounted-only', path)];
}

/** What a source may hold when nobody checked its types. */
interface Contents<Reference> {
  readonly certificate?: Reference;
  readonly privateKey?: Reference;
  readonly bundle?: Reference;
}

function contentsIssues<Reference>(
  { certificate, privateKey, bundle }: Contents<Reference>,
  path: Path,
  isSame: (one: Reference, other: Reference) => boolean,
): Issue[] {
  const isWhole = bundle !== undefined && certificate === undefined && privateKey === undefined;
  if (isWhole) return [];
  if (bundle !== undefined || certificate === undefined || privateKey === undefined) {
    return [issue('tls/parts-or-bundle', path)];
  }
  return isSame(certificate, privateKey) ? [issue('tls/same-remote-value', path)] : [];
}

function isSameRemoteValue(one: RemoteReference, other: RemoteReference): boolean {
  return equalText(one.key, other.key) === true && equalText(one.property ?? '', other.property ?? '') === true;
}

function isSameObject(one: KeyVaultObject, other: KeyVaultObject): boolean {
  return lowerCase(one.objectName) === lowerCase(other.objectName);
}

function objectTypeIssues(source: Contents<RemoteReference>, path: Path): Issue[] {
  return (['certificate', 'privateKey', 'bundle'] as const).flatMap((part) => {
    const key = source[part]?.key;
    if (key === undefined || isDeferred(key) || !NOT_A_SECRET.test(key)) return [];
    return [issue('tls/key-vault-object-type', [...path, part, 'key'], { received: key })];
  });
}

function isKeyKnown({ privateKey }: InlineTlsSource): boolean {
  return !isDeferredSecret(privateKey);
}
