import { AZURE_DRIVERS } from './volume-facts';
import type { VolumeSource } from './volume-source';

/** A volume, of which its source is looked at. */
export interface SourcedVolume {
  readonly source: VolumeSource;
}

/** The storage classes that AKS makes together with its CSI driver of Azure Blob. */
const BLOB_CLASSES: readonly string[] = ['azureblob-fuse-premium', 'azureblob-nfs-premium'];

/**
 * Whether a volume needs the CSI driver of Azure Blob, which AKS installs only where it is asked for.
 * @see https://learn.microsoft.com/azure/aks/azure-blob-csi
 */
export function needsBlobCsiDriver({ source }: SourcedVolume): boolean {
  switch (source.kind) {
    case 'azureBlob':
      return true;
    case 'csi':
      return source.driver === AZURE_DRIVERS.azureBlob;
    case 'storageClass':
      return BLOB_CLASSES.includes(source.storageClassName);
    default:
      return false;
  }
}
