import { issue } from '../../../lib/model/issues';
import type { JobDataVolumeSpec } from '../../../lib/model/storage/job-data-volume';
import { resolveJobDataVolume } from '../../../lib/model/storage/resolve-job-data-volume';
import {
  BLOB_FUSE,
  BLOB_NFS,
  CLASS,
  CSI,
  DISK,
  DISK_ID,
  FILES_NFS,
  FILES_SMB,
  HOST_PATH,
  NFS,
} from '../../support/storage-specs';

function volumeOf(spec: JobDataVolumeSpec): unknown {
  return resolveJobDataVolume(spec).volume;
}

function sourceOf(spec: JobDataVolumeSpec): unknown {
  return resolveJobDataVolume(spec).volume?.source;
}

describe('resolveJobDataVolume', () => {
  test('fills every default', () => {
    expect(resolveJobDataVolume(NFS)).toStrictEqual({
      claimName: 'images',
      namespace: 'default',
      mountPath: '/mnt/images',
      labels: {},
      annotations: {},
      accessModes: ['ReadWriteMany'],
      request: '100Gi',
      storageClassName: '',
      volume: {
        name: 'default-images',
        capacity: '100Gi',
        reclaimPolicy: 'Retain',
        mountOptions: [],
        source: { nfs: { server: '10.0.0.4', path: '/share/images', readOnly: false } },
      },
      warnings: [],
    });
  });

  test('keeps what is given', () => {
    const given: JobDataVolumeSpec = {
      ...NFS,
      namespace: 'ml',
      volumeName: 'nas',
      request: '10Gi',
      labels: { team: 'ml' },
      annotations: { owner: 'ml@contoso.com' },
      accessModes: ['ReadWriteOnce'],
      mountOptions: ['nfsvers=4.1'],
    };
    expect(resolveJobDataVolume(given)).toMatchObject({
      namespace: 'ml',
      request: '10Gi',
      labels: { team: 'ml' },
      annotations: { owner: 'ml@contoso.com' },
      accessModes: ['ReadWriteOnce'],
      volume: { name: 'nas', mountOptions: ['nfsvers=4.1'] },
      warnings: [{ code: 'storage/single-node' }],
    });
  });

  test('writes amounts as Kubernetes does', () => {
    const resolved = resolveJobDataVolume({ ...NFS, capacity: '2048Gi', request: '1.5Gi' });
    expect(resolved.volume?.capacity).toBe('2Ti');
    expect(resolved.request).toBe('1536Mi');
  });

  test('makes no volume for a claim on a storage class', () => {
    expect(resolveJobDataVolume(CLASS)).toStrictEqual({
      claimName: 'images',
      namespace: 'default',
      mountPath: '/mnt/images',
      labels: {},
      annotations: {},
      accessModes: ['ReadWriteMany'],
      request: '100Gi',
      storageClassName: 'files-retain',
      warnings: [],
    });
  });

  test('puts the access modes that allow writing first, since drivers hear only the first one', () => {
    const { accessModes } = resolveJobDataVolume({ ...NFS, accessModes: ['ReadOnlyMany', 'ReadWriteMany'] });
    expect(accessModes).toStrictEqual(['ReadWriteMany', 'ReadOnlyMany']);
  });

  test('mounts a read-only volume with the option for it, since the flag of the volume reaches no mount', () => {
    expect(resolveJobDataVolume({ ...NFS, readOnly: true, mountOptions: ['hard'] })).toMatchObject({
      accessModes: ['ReadOnlyMany'],
      volume: { mountOptions: ['hard', 'ro'], source: { nfs: { readOnly: true } } },
    });
    expect(resolveJobDataVolume({ ...BLOB_FUSE, accessModes: ['ReadOnlyMany'] })).toMatchObject({
      accessModes: ['ReadOnlyMany'],
      volume: {
        mountOptions: ['-o allow_other', '--file-cache-timeout-in-seconds=120', '-o ro'],
        source: { csi: { readOnly: true } },
      },
    });
    expect(resolveJobDataVolume({ ...DISK, readOnly: true })).toMatchObject({
      accessModes: ['ReadWriteOnce'],
      volume: { mountOptions: ['ro'] },
    });
  });

  test.each([
    [FILES_SMB, ['mfsymlinks', 'cache=strict', 'nosharesock', 'actimeo=30', 'nobrl']],
    [FILES_NFS, ['nconnect=4', 'noresvport', 'actimeo=30']],
    [BLOB_FUSE, ['-o allow_other', '--file-cache-timeout-in-seconds=120']],
    [BLOB_NFS, ['nconnect=4']],
    [CSI, []],
    [HOST_PATH, []],
  ])('takes the recommended mount options of the source unless others are given: %#', (spec, mountOptions) => {
    expect(volumeOf(spec)).toMatchObject({ mountOptions });
    expect(volumeOf({ ...NFS, mountOptions: [] })).toMatchObject({ mountOptions: [] });
  });

  test('throws one error with everything that is wrong, warnings included', () => {
    const spec: JobDataVolumeSpec = { ...HOST_PATH, mountPath: 'mnt', capacity: '0' };
    expect(() => resolveJobDataVolume(spec, { subject: 'JobDataVolume app/chart/images' })).toThrow(
      [
        'JobDataVolume app/chart/images has 2 errors:',
        '  - mountPath: the mount path is not absolute (received "mnt"); start the path with a slash, for example /mnt/data [storage/mount-path-relative]',
        '  - capacity: the quantity is zero (received "0"); give an amount greater than zero [quantity/zero]',
        '  - warning: source: a folder of the node is shared with every job, and each node has its own; use hostPath only on a cluster of one node, for tests [storage/host-path]',
      ].join('\n'),
    );
  });

  test('reports the issues of its caller together with its own', () => {
    const moreIssues = [issue('deferred/unresolved', ['mountPath'])];
    expect(() => resolveJobDataVolume({ ...NFS, capacity: '0' }, { moreIssues })).toThrow(
      'JobDataVolume has 2 errors:',
    );
  });
});

describe('the source', () => {
  test('of Azure Files by SMB refers to the Secret in its namespace', () => {
    expect(sourceOf({ ...FILES_SMB, source: { ...FILES_SMB.source, resourceGroup: 'rg-ml' } })).toStrictEqual({
      csi: {
        driver: 'file.csi.azure.com',
        volumeHandle: 'contosoml_images_default-images',
        readOnly: false,
        volumeAttributes: {
          protocol: 'smb',
          resourceGroup: 'rg-ml',
          storageAccount: 'contosoml',
          shareName: 'images',
        },
        nodeStageSecretRef: { name: 'storage-key', namespace: 'ml' },
      },
    });
  });

  test('of Azure Files by SMB with an identity needs no Secret', () => {
    const attributes = { protocol: 'smb', storageAccount: 'contosoml', shareName: 'images' };
    const withIdentity = (identity: { clientId?: string } = {}): JobDataVolumeSpec => {
      const credentials = { kind: 'managedIdentity', ...identity } as const;
      return { ...FILES_SMB, source: { ...FILES_SMB.source, credentials } };
    };
    expect(sourceOf(withIdentity())).toStrictEqual({
      csi: {
        driver: 'file.csi.azure.com',
        volumeHandle: 'contosoml_images_default-images',
        readOnly: false,
        volumeAttributes: { ...attributes, mountWithManagedIdentity: 'true' },
      },
    });
    const clientId = '00000000-1111-2222-3333-444444444444';
    expect(sourceOf(withIdentity({ clientId }))).toMatchObject({ csi: { volumeAttributes: { clientID: clientId } } });
  });

  test('of Azure Files by NFS has parameters of the caller', () => {
    const volumeAttributes = { encryptInTransit: 'true' };
    expect(sourceOf({ ...FILES_NFS, source: { ...FILES_NFS.source, volumeAttributes } })).toStrictEqual({
      csi: {
        driver: 'file.csi.azure.com',
        volumeHandle: 'contosoml_images_default-images',
        readOnly: false,
        volumeAttributes: {
          protocol: 'nfs',
          storageAccount: 'contosoml',
          shareName: 'images',
          encryptInTransit: 'true',
        },
      },
    });
  });

  test('of Azure Blob by blobfuse2 names the identity or the Secret', () => {
    const attributes = { protocol: 'fuse2', storageAccount: 'contosoml', containerName: 'images' };
    expect(sourceOf(BLOB_FUSE)).toStrictEqual({
      csi: {
        driver: 'blob.csi.azure.com',
        volumeHandle: 'contosoml_images_default-images',
        readOnly: false,
        volumeAttributes: {
          ...attributes,
          AzureStorageAuthType: 'MSI',
          AzureStorageIdentityClientID: '00000000-1111-2222-3333-444444444444',
        },
      },
    });
    const credentials = { kind: 'secret', name: 'key', namespace: 'ml' } as const;
    expect(sourceOf({ ...BLOB_FUSE, source: { ...BLOB_FUSE.source, credentials } })).toStrictEqual({
      csi: {
        driver: 'blob.csi.azure.com',
        volumeHandle: 'contosoml_images_default-images',
        readOnly: false,
        volumeAttributes: attributes,
        nodeStageSecretRef: { name: 'key', namespace: 'ml' },
      },
    });
  });

  test('of Azure Blob by NFS takes a handle of the caller', () => {
    expect(sourceOf({ ...BLOB_NFS, source: { ...BLOB_NFS.source, volumeHandle: 'images' } })).toStrictEqual({
      csi: {
        driver: 'blob.csi.azure.com',
        volumeHandle: 'images',
        readOnly: false,
        volumeAttributes: { protocol: 'nfs', storageAccount: 'contosoml', containerName: 'images' },
      },
    });
  });

  test('of a disk is its id in proper letter case', () => {
    const diskId = DISK_ID.replace('resourceGroups', 'resourcegroups').replace(
      'Microsoft.Compute',
      'microsoft.compute',
    );
    expect(sourceOf({ ...DISK, source: { kind: 'azureDisk', diskId } })).toStrictEqual({
      csi: { driver: 'disk.csi.azure.com', volumeHandle: DISK_ID, readOnly: false },
    });
    const volumeAttributes = { fsType: 'xfs' };
    expect(sourceOf({ ...DISK, source: { ...DISK.source, volumeAttributes } })).toMatchObject({
      csi: { volumeAttributes },
    });
  });

  test('of any CSI driver is as given', () => {
    const volume = {
      driver: 'nfs.csi.k8s.io',
      volumeHandle: 'nas/images',
      fsType: 'ext4',
      readOnly: true,
      volumeAttributes: { share: '/images' },
      controllerPublishSecretRef: { name: 'a', namespace: 'ml' },
      nodeStageSecretRef: { name: 'b', namespace: 'ml' },
      nodePublishSecretRef: { name: 'c', namespace: 'ml' },
    };
    expect(sourceOf({ ...CSI, source: { kind: 'csi', ...volume } })).toStrictEqual({ csi: volume });
    expect(sourceOf(CSI)).toMatchObject({ csi: { readOnly: false } });
  });

  test('of hostPath is the folder', () => {
    expect(sourceOf(HOST_PATH)).toStrictEqual({ hostPath: { path: '/data/images' } });
  });
});
