import { ACCESS_MODES, type AccessMode, type ReclaimPolicy, type VolumeSource } from './volume-source';

/** The CSI drivers of Azure storage. */
export const AZURE_DRIVERS = {
  azureFiles: 'file.csi.azure.com',
  azureBlob: 'blob.csi.azure.com',
  azureDisk: 'disk.csi.azure.com',
} as const;

/** A kind of source, with its protocol where it has several. */
export type VolumeForm =
  'nfs' | 'files-smb' | 'files-nfs' | 'blob-fuse' | 'blob-nfs' | 'disk' | 'csi' | 'host' | 'class';

/** What the nodes and drivers can do with a form of source. */
export interface VolumeFacts {
  /** The supported access modes; the first one is the default, where there is one. */
  readonly accessModes: readonly AccessMode[];
  readonly reclaimPolicies: readonly ReclaimPolicy[];
  /** The mount options when none are given. */
  readonly mountOptions: readonly string[];
  /** The mount option for a read-only mount, where the form decides it. */
  readonly readOnlyOption?: string;
}

const NETWORK_MODES = ['ReadWriteMany', 'ReadOnlyMany', 'ReadWriteOnce'] as const;
const NETWORK: VolumeFacts = {
  accessModes: NETWORK_MODES,
  reclaimPolicies: ['Retain'],
  mountOptions: [],
  readOnlyOption: 'ro',
};

/**
 * The facts of each form. Reclaim policies: a driver deletes what the volume handle names in the driver's own form,
 * which of ours only that of a disk has. Mount options: those that Microsoft recommends for AKS, without the ones
 * about owner and rights, which depend on the images of the jobs.
 * Sources: the pages "create volume" of Azure Files and Azure Blob for AKS, of 2026-08-18 and 2025-01-08; the
 * documentation and code of the drivers; the plugins of Kubernetes 1.36 for nfs and hostPath.
 */
const VOLUME_FACTS: Readonly<Record<VolumeForm, VolumeFacts>> = {
  nfs: NETWORK,
  'files-smb': { ...NETWORK, mountOptions: ['mfsymlinks', 'cache=strict', 'nosharesock', 'actimeo=30', 'nobrl'] },
  'files-nfs': { ...NETWORK, mountOptions: ['nconnect=4', 'noresvport', 'actimeo=30'] },
  'blob-fuse': {
    ...NETWORK,
    mountOptions: ['-o allow_other', '--file-cache-timeout-in-seconds=120'],
    readOnlyOption: '-o ro',
  },
  'blob-nfs': { ...NETWORK, mountOptions: ['nconnect=4'] },
  disk: {
    accessModes: ['ReadWriteOnce', 'ReadWriteOncePod'],
    reclaimPolicies: ['Retain', 'Delete'],
    mountOptions: [],
    readOnlyOption: 'ro',
  },
  csi: { accessModes: ACCESS_MODES, reclaimPolicies: ['Retain', 'Delete'], mountOptions: [] },
  host: { accessModes: ['ReadWriteOnce'], reclaimPolicies: ['Retain'], mountOptions: [] },
  class: { accessModes: ACCESS_MODES, reclaimPolicies: [], mountOptions: [] },
};

/** The form of a source. */
export function volumeFormOf(source: VolumeSource): VolumeForm {
  switch (source.kind) {
    case 'nfs':
      return 'nfs';
    case 'azureFiles':
      return source.protocol === 'smb' ? 'files-smb' : 'files-nfs';
    case 'azureBlob':
      return source.protocol === 'fuse2' ? 'blob-fuse' : 'blob-nfs';
    case 'azureDisk':
      return 'disk';
    case 'csi':
      return 'csi';
    case 'hostPath':
      return 'host';
    case 'storageClass':
      return 'class';
  }
}

/** What the nodes and drivers can do with a source. */
export function volumeFactsOf(source: VolumeSource): VolumeFacts {
  return VOLUME_FACTS[volumeFormOf(source)];
}
