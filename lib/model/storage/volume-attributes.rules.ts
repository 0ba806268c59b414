import { lowerCase } from '../deferred';
import { isPlainObject, mapOf, text, type Check } from '../fields';
import { issue, type Issue } from '../issues';
import { plainText } from '../names';
import { ownedKeyIssues } from './owned-keys';
import type { VolumeSource } from './volume-source';

const PATH = ['source', 'volumeAttributes'];
const ATTRIBUTES = mapOf(plainText, text(plainText));

/**
 * Parameters of the drivers of Azure Files and Azure Blob that a property stands for, with the other names that one of
 * them knows. Sources: `GetAuthEnv` in blob.go of blob-csi-driver and `GetAccountInfo` in azurefile.go of
 * azurefile-csi-driver: both go through the parameters in random order, and the last name of an account is taken.
 */
const OWNED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  storageAccount: ['storageAccount', 'storageAccountName', 'accountName', 'azureStorageAccountName'],
  shareName: ['shareName'],
  containerName: ['containerName'],
  resourceGroup: ['resourceGroup'],
  protocol: ['protocol'],
  credentials: [
    'secretName',
    'secretNamespace',
    'mountWithManagedIdentity',
    'clientID',
    'AzureStorageAuthType',
    'AzureStorageIdentityClientID',
    'AzureStorageIdentityObjectID',
    'AzureStorageIdentityResourceID',
    'AzureStorageSPNClientID',
    'AzureStorageSPNTenantID',
    'keyVaultURL',
    'keyVaultSecretName',
    'keyVaultSecretVersion',
  ],
};

/** The property that stands for a parameter, by the parameter in lower case: drivers do not look at letter case. */
const OWNERS: ReadonlyMap<string, string> = new Map(
  Object.entries(OWNED_ATTRIBUTES).flatMap(([property, names]) =>
    names.map((name) => [lowerCase(name), property] as const),
  ),
);

/**
 * What the same drivers read from a Secret, what blobfuse has in its environment, and the tokens that the kubelet hands
 * over, in lower case.
 */
const SECRETS: ReadonlySet<string> = new Set(
  [
    'accountKey',
    'azureStorageAccountKey',
    'azureStorageAccountSasToken',
    'msiSecret',
    'azureStorageSPNClientSecret',
    'azureStorageAccessKey',
    'azureStorageSasToken',
    'csi.storage.k8s.io/serviceAccount.tokens',
  ].map(lowerCase),
);

/** The shape of the parameters of a driver. Values of secrets are not looked at, so that no message shows them. */
export const volumeAttributesShape: Check = (value, path) =>
  ATTRIBUTES(isPlainObject(value) ? withoutSecrets(value) : value, path);

/**
 * Issues for parameters of a driver that a property of the source stands for, and for secrets among them: they do
 * nothing there, and everybody who can read the persistent volume sees them.
 * @param source - a source whose shape is right
 */
export function volumeAttributeIssues(source: VolumeSource): Issue[] {
  if (!('volumeAttributes' in source)) return [];
  const attributes = source.volumeAttributes ?? {};
  const secrets = Object.keys(attributes).filter(isSecret);
  return [
    ...secrets.map((name) => issue('storage/secret-attribute', [...PATH, name])),
    ...(source.kind === 'azureFiles' || source.kind === 'azureBlob'
      ? ownedKeyIssues(attributes, propertyFor, PATH)
      : []),
  ];
}

function withoutSecrets(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !isSecret(name)));
}

function isSecret(name: string): boolean {
  return SECRETS.has(lowerCase(name));
}

function propertyFor(name: string): string | undefined {
  const property = OWNERS.get(lowerCase(name));
  return property === undefined ? undefined : `the property source.${property}`;
}
