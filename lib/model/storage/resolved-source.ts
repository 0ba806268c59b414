import { resourceId } from '../azure/resource-id';
import type { ResolvedCsiVolume, ResolvedSource } from './job-data-volume';
import { AZURE_DRIVERS } from './volume-facts';
import type {
  AzureBlobFuseSource,
  AzureBlobNfsSource,
  AzureDiskSource,
  AzureFilesNfsSource,
  AzureFilesSmbSource,
  NamespacedSecretReference,
  SecretCredentials,
  StaticSource,
} from './volume-source';

type FilesSource = AzureFilesSmbSource | AzureFilesNfsSource;
type BlobSource = AzureBlobFuseSource | AzureBlobNfsSource;

/**
 * A source in the form that Kubernetes knows: the sources of Azure become CSI volumes.
 * @param source - a checked source
 * @param volumeName - the name of the persistent volume
 * @param readOnly - whether nodes mount it read-only
 */
export function resolvedSourceOf(source: StaticSource, volumeName: string, readOnly: boolean): ResolvedSource {
  switch (source.kind) {
    case 'nfs':
      return { nfs: { server: source.server, path: source.path, readOnly } };
    case 'azureFiles':
      return { csi: { ...azureStorageVolume(source, volumeName, readOnly), ...filesParameters(source) } };
    case 'azureBlob':
      return { csi: { ...azureStorageVolume(source, volumeName, readOnly), ...blobParameters(source) } };
    case 'azureDisk':
      return { csi: azureDiskVolume(source, readOnly) };
    case 'csi': {
      const { kind, ...volume } = source;
      return { [kind]: { ...volume, readOnly: source.readOnly ?? false } };
    }
    case 'hostPath':
      return { hostPath: { path: source.path } };
  }
}

/**
 * The volume handle of an Azure Files or Azure Blob volume. The default holds the name of the persistent volume, so
 * that it is unique: one share can back several persistent volumes, one in each namespace that needs it.
 */
export function volumeHandleOf(source: FilesSource | BlobSource, volumeName: string): string {
  const share = source.kind === 'azureFiles' ? source.shareName : source.containerName;
  return source.volumeHandle ?? `${source.storageAccount}_${share}_${volumeName}`;
}

function azureDiskVolume({ diskId, volumeAttributes }: AzureDiskSource, readOnly: boolean): ResolvedCsiVolume {
  return {
    driver: AZURE_DRIVERS.azureDisk,
    volumeHandle: resourceId.parse(diskId),
    readOnly,
    ...(volumeAttributes === undefined ? {} : { volumeAttributes }),
  };
}

function azureStorageVolume(source: FilesSource | BlobSource, name: string, readOnly: boolean): ResolvedCsiVolume {
  return { driver: AZURE_DRIVERS[source.kind], volumeHandle: volumeHandleOf(source, name), readOnly };
}

function filesParameters(source: FilesSource): Partial<ResolvedCsiVolume> {
  const identity =
    source.protocol === 'smb' && source.credentials.kind === 'managedIdentity' ? source.credentials : undefined;
  return {
    volumeAttributes: {
      protocol: source.protocol,
      ...placeOf(source),
      shareName: source.shareName,
      ...(identity === undefined ? {} : { mountWithManagedIdentity: 'true' }),
      ...(identity?.clientId === undefined ? {} : { clientID: identity.clientId }),
      ...source.volumeAttributes,
    },
    ...nodeStageSecret(source.protocol === 'smb' ? source.credentials : undefined),
  };
}

function blobParameters(source: BlobSource): Partial<ResolvedCsiVolume> {
  const identity =
    source.protocol === 'fuse2' && source.credentials.kind === 'managedIdentity' ? source.credentials : undefined;
  return {
    volumeAttributes: {
      protocol: source.protocol,
      ...placeOf(source),
      containerName: source.containerName,
      ...(identity === undefined
        ? {}
        : { AzureStorageAuthType: 'MSI', AzureStorageIdentityClientID: identity.clientId }),
      ...source.volumeAttributes,
    },
    ...nodeStageSecret(source.protocol === 'fuse2' ? source.credentials : undefined),
  };
}

function placeOf(source: FilesSource | BlobSource): Readonly<Record<string, string>> {
  const { resourceGroup, storageAccount } = source;
  return { ...(resourceGroup === undefined ? {} : { resourceGroup }), storageAccount };
}

function nodeStageSecret(credentials: SecretCredentials | { readonly kind: 'managedIdentity' } | undefined): {
  readonly nodeStageSecretRef?: NamespacedSecretReference;
} {
  if (credentials?.kind !== 'secret') return {};
  return { nodeStageSecretRef: { name: credentials.name, namespace: credentials.namespace } };
}
