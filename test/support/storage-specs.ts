import type { JobDataVolumeSpec, StorageClassVolumeOptions } from 'azureml-kubernetes';

/** A volume of each form of source, with what it needs and no more. */
export const NFS = {
  name: 'images',
  source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
  capacity: '100Gi',
  mountPath: '/mnt/images',
} as const satisfies JobDataVolumeSpec;

/** Azure Files by SMB with a key. */
export const FILES_SMB = {
  ...NFS,
  source: {
    kind: 'azureFiles',
    protocol: 'smb',
    storageAccount: 'contosoml',
    shareName: 'images',
    credentials: { kind: 'secret', name: 'storage-key', namespace: 'ml' },
  },
} as const satisfies JobDataVolumeSpec;

/** Azure Files by NFS. */
export const FILES_NFS = {
  ...NFS,
  source: { kind: 'azureFiles', protocol: 'nfs', storageAccount: 'contosoml', shareName: 'images' },
} as const satisfies JobDataVolumeSpec;

/** Azure Blob by blobfuse2 with a managed identity. */
export const BLOB_FUSE = {
  ...NFS,
  source: {
    kind: 'azureBlob',
    protocol: 'fuse2',
    storageAccount: 'contosoml',
    containerName: 'images',
    credentials: { kind: 'managedIdentity', clientId: '00000000-1111-2222-3333-444444444444' },
  },
} as const satisfies JobDataVolumeSpec;

/** Azure Blob by NFS. */
export const BLOB_NFS = {
  ...NFS,
  source: { kind: 'azureBlob', protocol: 'nfs', storageAccount: 'contosoml', containerName: 'images' },
} as const satisfies JobDataVolumeSpec;

/** The id of a disk in its proper letter case. */
export const DISK_ID =
  '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg-ml/providers/Microsoft.Compute/disks/images';

/** A managed disk. */
export const DISK = {
  ...NFS,
  source: { kind: 'azureDisk', diskId: DISK_ID },
} as const satisfies JobDataVolumeSpec;

/** A volume of another CSI driver. */
export const CSI = {
  ...NFS,
  source: { kind: 'csi', driver: 'nfs.csi.k8s.io', volumeHandle: 'nas/images' },
  accessModes: ['ReadWriteMany'],
} as const satisfies JobDataVolumeSpec;

/** A folder of the node. */
export const HOST_PATH = {
  ...NFS,
  source: { kind: 'hostPath', path: '/data/images' },
} as const satisfies JobDataVolumeSpec;

/** A claim on a storage class that keeps the data. */
export const CLASS = {
  name: 'images',
  source: { kind: 'storageClass', storageClassName: 'files-retain', reclaimPolicy: 'Retain' },
  capacity: '100Gi',
  accessModes: ['ReadWriteMany'],
  mountPath: '/mnt/images',
} as const satisfies StorageClassVolumeOptions & { readonly name: string };

/** All of them, by the kind and protocol of their source. */
export const ALL_SPECS: readonly (readonly [form: string, spec: JobDataVolumeSpec])[] = [
  ['nfs', NFS],
  ['azureFiles smb', FILES_SMB],
  ['azureFiles nfs', FILES_NFS],
  ['azureBlob fuse2', BLOB_FUSE],
  ['azureBlob nfs', BLOB_NFS],
  ['azureDisk', DISK],
  ['csi', CSI],
  ['hostPath', HOST_PATH],
  ['storageClass', CLASS],
];
