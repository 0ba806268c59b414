import { resourceIdOf, resourceGroupName } from '../azure/resource-id';
import { flag, object, oneOf, optional, required, text, variant, type Check, type FieldTable } from '../fields';
import { dnsSubdomain, namespaceName, plainText } from '../names';
import { refused } from './owned-keys';
import {
  absolutePath,
  blobVolumeHandle,
  clientId,
  csiDriverName,
  filesVolumeHandle,
  nfsServer,
  shareName,
  storageAccountName,
} from './storage-formats';
import { volumeAttributesShape } from './volume-attributes.rules';
import type {
  AzureBlobFuseSource,
  AzureBlobNfsSource,
  AzureDiskSource,
  AzureFilesNfsSource,
  AzureFilesSmbSource,
  AzureStorageSource,
  BlobIdentityCredentials,
  CsiSource,
  FilesIdentityCredentials,
  HostPathSource,
  NamespacedSecretReference,
  NfsSource,
  SecretCredentials,
  StorageClassSource,
} from './volume-source';

/** Discriminants are checked by whoever chooses the table. */
const CHOSEN = required(() => []);
const ATTRIBUTES = optional(volumeAttributesShape);
const NO_CREDENTIALS = optional(refused('NFS access is granted by network, there are no credentials'));

const SECRET_REFERENCE = {
  name: required(text(dnsSubdomain)),
  namespace: required(text(namespaceName)),
} satisfies FieldTable<NamespacedSecretReference>;

const SECRET = { kind: CHOSEN, ...SECRET_REFERENCE } satisfies FieldTable<SecretCredentials>;

const FILES_CREDENTIALS = variant('kind', {
  secret: object(SECRET),
  managedIdentity: object<FilesIdentityCredentials>({ kind: CHOSEN, clientId: optional(text(clientId)) }),
});

const BLOB_CREDENTIALS = variant('kind', {
  secret: object(SECRET),
  managedIdentity: object<BlobIdentityCredentials>({ kind: CHOSEN, clientId: required(text(clientId)) }),
});

const AZURE_STORAGE = {
  storageAccount: required(text(storageAccountName)),
  resourceGroup: optional(text(resourceGroupName)),
  volumeHandle: optional(text(filesVolumeHandle)),
  volumeAttributes: ATTRIBUTES,
} satisfies FieldTable<AzureStorageSource>;

const FILES = { ...AZURE_STORAGE, kind: CHOSEN, protocol: CHOSEN, shareName: required(text(shareName)) };
const BLOB = {
  ...AZURE_STORAGE,
  kind: CHOSEN,
  protocol: CHOSEN,
  volumeHandle: optional(text(blobVolumeHandle)),
  containerName: required(text(shareName)),
};

const AZURE_FILES = variant('protocol', {
  smb: object<AzureFilesSmbSource>({ ...FILES, credentials: required(FILES_CREDENTIALS) }),
  nfs: object<AzureFilesNfsSource>({ ...FILES, credentials: NO_CREDENTIALS }),
});

const AZURE_BLOB = variant('protocol', {
  fuse2: object<AzureBlobFuseSource>({ ...BLOB, credentials: required(BLOB_CREDENTIALS) }),
  nfs: object<AzureBlobNfsSource>({ ...BLOB, credentials: NO_CREDENTIALS }),
});

const NFS = {
  kind: CHOSEN,
  server: required(text(nfsServer)),
  path: required(text(absolutePath)),
} satisfies FieldTable<NfsSource>;

const AZURE_DISK = {
  kind: CHOSEN,
  diskId: required(text(resourceIdOf('Microsoft.Compute/disks'))),
  volumeAttributes: ATTRIBUTES,
} satisfies FieldTable<AzureDiskSource>;

const CSI = {
  kind: CHOSEN,
  driver: required(text(csiDriverName)),
  volumeHandle: required(text(plainText)),
  fsType: optional(text(plainText)),
  readOnly: optional(flag()),
  volumeAttributes: ATTRIBUTES,
  controllerPublishSecretRef: optional(object(SECRET_REFERENCE)),
  nodeStageSecretRef: optional(object(SECRET_REFERENCE)),
  nodePublishSecretRef: optional(object(SECRET_REFERENCE)),
} satisfies FieldTable<CsiSource>;

const STORAGE_CLASS = {
  kind: CHOSEN,
  storageClassName: required(text(dnsSubdomain)),
  reclaimPolicy: optional(oneOf(['Retain', 'Delete'])),
} satisfies FieldTable<StorageClassSource>;

/** The shape of a source. */
export const volumeSourceShape: Check = variant('kind', {
  nfs: object(NFS),
  azureFiles: AZURE_FILES,
  azureBlob: AZURE_BLOB,
  azureDisk: object(AZURE_DISK),
  csi: object(CSI),
  hostPath: object<HostPathSource>({ kind: CHOSEN, path: required(text(absolutePath)) }),
  storageClass: object(STORAGE_CLASS),
});
