import { deferred, type JobDataVolumeSpec } from 'azureml-kubernetes';
import type { JobDataVolumeProps, NfsMountConfigProps } from 'azureml-kubernetes/cdk8s';

const at = { mountPath: '/mnt/images' };
const volume = { ...at, capacity: '100Gi' } as const;
const nfs = { kind: 'nfs', server: '10.0.0.4', path: '/share/images' } as const;
const account = { storageAccount: 'contosoml' };
const key = { kind: 'secret', name: 'key', namespace: 'ml' } as const;
const disk = { kind: 'azureDisk', diskId: '/subscriptions/x' } as const;
const storageClass = { kind: 'storageClass', storageClassName: 'azurefile-csi' } as const;
const claim = { ...at, source: storageClass, capacity: '1Gi', accessModes: ['ReadWriteMany'] } as const;

export const right: readonly JobDataVolumeProps[] = [{ ...volume, source: nfs }, claim];

export const rightSpec: JobDataVolumeSpec = {
  ...volume,
  source: nfs,
  name: 'images',
  namespace: deferred('namespace'),
};

// @ts-expect-error -- outside cdk8s nothing gives a name
export const missingName: JobDataVolumeSpec = { ...volume, source: nfs };

// @ts-expect-error -- a static volume needs a capacity
export const missingCapacity: JobDataVolumeProps = { ...at, source: nfs };

// @ts-expect-error -- amounts decide sizes and are known when the program runs
export const deferredCapacity: JobDataVolumeProps = { ...at, source: nfs, capacity: deferred('size') };

// @ts-expect-error -- an amount has a known suffix
export const wrongSuffix: JobDataVolumeProps = { ...at, source: nfs, capacity: '100GB' };

// @ts-expect-error -- jobs need a mount path
export const missingMountPath: JobDataVolumeProps = { source: nfs, capacity: '1Gi' };

export const filesWithoutCredentials: JobDataVolumeProps = {
  ...volume,
  // @ts-expect-error -- SMB wants credentials
  source: { kind: 'azureFiles', protocol: 'smb', ...account, shareName: 'images' },
};

export const filesNfsWithKey: JobDataVolumeProps = {
  ...volume,
  // @ts-expect-error -- there is no key for NFS
  source: { kind: 'azureFiles', protocol: 'nfs', ...account, shareName: 'images', credentials: key },
};

export const filesByFuse: JobDataVolumeProps = {
  ...volume,
  // @ts-expect-error -- blobfuse is for containers
  source: { kind: 'azureFiles', protocol: 'fuse2', ...account, shareName: 'images', credentials: key },
};

export const blobNfsWithKey: JobDataVolumeProps = {
  ...volume,
  // @ts-expect-error -- there is no key for NFS
  source: { kind: 'azureBlob', protocol: 'nfs', ...account, containerName: 'images', credentials: key },
};

const noClientId = { kind: 'managedIdentity' } as const;

export const blobIdentityWithoutClientId: JobDataVolumeProps = {
  ...volume,
  // @ts-expect-error -- blobfuse has to be told which identity
  source: { kind: 'azureBlob', protocol: 'fuse2', ...account, containerName: 'a', credentials: noClientId },
};

const noNamespace = { kind: 'secret', name: 'key' } as const;

export const secretWithoutNamespace: JobDataVolumeProps = {
  ...volume,
  // @ts-expect-error -- a Secret is named with its namespace
  source: { kind: 'azureFiles', protocol: 'smb', ...account, shareName: 'a', credentials: noNamespace },
};

// @ts-expect-error -- one node at a time attaches a disk
export const sharedDisk: JobDataVolumeProps = { ...volume, source: disk, accessModes: ['ReadWriteMany'] };

// @ts-expect-error -- a file server does not know pods
export const nfsForOnePod: JobDataVolumeProps = { ...volume, source: nfs, accessModes: ['ReadWriteOncePod'] };

// @ts-expect-error -- nobody can delete the folder of an NFS server
export const deletedShare: JobDataVolumeProps = { ...volume, source: nfs, reclaimPolicy: 'Delete' };

// @ts-expect-error -- the access modes of a driver are not known
export const csiWithoutModes: JobDataVolumeProps = {
  ...volume,
  source: { kind: 'csi', driver: 'a', volumeHandle: 'b' },
};

const csi = { kind: 'csi', driver: 'a', volumeHandle: 'b' } as const;

// @ts-expect-error -- only the driver knows how to mount read-only
export const csiReadOnly: JobDataVolumeProps = {
  ...volume,
  source: csi,
  accessModes: ['ReadWriteMany'],
  readOnly: true,
};

// @ts-expect-error -- Kubernetes refuses mount options of hostPath volumes
export const hostPathOptions: JobDataVolumeProps = {
  ...volume,
  source: { kind: 'hostPath', path: '/a' },
  mountOptions: [],
};

// @ts-expect-error -- Kubernetes cannot mount hostPath read-only
export const hostPathReadOnly: JobDataVolumeProps = {
  ...volume,
  source: { kind: 'hostPath', path: '/a' },
  readOnly: true,
};

// @ts-expect-error -- the claim on a class requests its capacity
export const classWithRequest: JobDataVolumeProps = { ...claim, request: '1Gi' };

// @ts-expect-error -- a class names its volumes
export const classWithVolumeName: JobDataVolumeProps = { ...claim, volumeName: 'images' };

// @ts-expect-error -- mount options are a matter of the class
export const classWithOptions: JobDataVolumeProps = { ...claim, mountOptions: ['hard'] };

// @ts-expect-error -- the reclaim policy is told in the source
export const classWithPolicy: JobDataVolumeProps = { ...claim, reclaimPolicy: 'Retain' };

// @ts-expect-error -- an empty volume has to be written
export const classReadOnly: JobDataVolumeProps = { ...claim, readOnly: true };

// @ts-expect-error -- a mount says what is mounted
export const mountWithoutServer: NfsMountConfigProps = { mounts: [{ name: 'a', mountPath: '/mnt/a', path: '/a' }] };
