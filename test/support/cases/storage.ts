import { Size } from 'cdk8s';
import { JobDataVolume, NfsMountConfig, type JobDataVolumeProps } from 'azureml-kubernetes/cdk8s';
import type { ManifestCase } from './case';

const VOLUME = { capacity: '100Gi', mountPath: '/mnt/images' } as const;
const ACCOUNT = { storageAccount: 'contosoml', resourceGroup: 'rg-ml' } as const;
const SECRET = { kind: 'secret', name: 'storage-key', namespace: 'ml-jobs' } as const;
const CLIENT_ID = '00000000-1111-2222-3333-444444444444';
const DISK_ID = `/subscriptions/${CLIENT_ID}/resourceGroups/rg-ml/providers/Microsoft.Compute/disks/images`;

/** A case of one volume, called images. */
function volume(title: string, props: JobDataVolumeProps): ManifestCase {
  return {
    title: `job data volume ${title}`,
    build: (chart) => {
      new JobDataVolume(chart, 'images', props);
    },
  };
}

const NETWORK_CASES: readonly ManifestCase[] = [
  volume('on NFS', { ...VOLUME, source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' } }),
  volume('on NFS with every option', {
    name: 'pictures',
    namespace: 'ml-jobs',
    source: { kind: 'nfs', server: 'nas.contoso.com', path: '/share/images' },
    capacity: Size.tebibytes(1),
    request: Size.mebibytes(512),
    volumeName: 'nas-images',
    accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
    readOnly: true,
    mountOptions: ['nfsvers=4.1', 'hard'],
    reclaimPolicy: 'Retain',
    mountPath: '/mnt/images of all kinds',
    labels: { team: 'ml', 'app.kubernetes.io/part-of': 'training' },
    annotations: { owner: 'ml@contoso.com' },
  }),
  volume('on Azure Files by SMB with a key', {
    ...VOLUME,
    source: { kind: 'azureFiles', protocol: 'smb', ...ACCOUNT, shareName: 'images', credentials: SECRET },
  }),
  volume('on Azure Files by SMB with an identity, read-only', {
    ...VOLUME,
    source: {
      kind: 'azureFiles',
      protocol: 'smb',
      ...ACCOUNT,
      shareName: 'images',
      credentials: { kind: 'managedIdentity', clientId: CLIENT_ID },
      volumeHandle: 'rg-ml#contosoml#images',
    },
    accessModes: ['ReadOnlyMany'],
  }),
  volume('on Azure Files by NFS with parameters of the driver', {
    ...VOLUME,
    source: {
      kind: 'azureFiles',
      protocol: 'nfs',
      ...ACCOUNT,
      shareName: 'images',
      volumeAttributes: { encryptInTransit: 'true' },
    },
  }),
  volume('on Azure Blob by blobfuse2 with a key', {
    ...VOLUME,
    source: { kind: 'azureBlob', protocol: 'fuse2', ...ACCOUNT, containerName: 'images', credentials: SECRET },
    readOnly: true,
  }),
  volume('on Azure Blob by blobfuse2 with an identity', {
    ...VOLUME,
    source: {
      kind: 'azureBlob',
      protocol: 'fuse2',
      ...ACCOUNT,
      containerName: 'images',
      credentials: { kind: 'managedIdentity', clientId: CLIENT_ID },
    },
    mountOptions: ['-o allow_other', '--use-adls=true'],
  }),
  volume('on Azure Blob by NFS', {
    ...VOLUME,
    source: { kind: 'azureBlob', protocol: 'nfs', ...ACCOUNT, containerName: 'images', volumeHandle: 'images' },
  }),
];

const OTHER_CASES: readonly ManifestCase[] = [
  volume('on a managed disk', { ...VOLUME, source: { kind: 'azureDisk', diskId: DISK_ID } }),
  volume('on a managed disk that goes with its claim', {
    ...VOLUME,
    source: { kind: 'azureDisk', diskId: DISK_ID, volumeAttributes: { fsType: 'xfs', cachingMode: 'None' } },
    accessModes: ['ReadWriteOncePod'],
    readOnly: true,
    mountOptions: ['noatime'],
    reclaimPolicy: 'Delete',
  }),
  volume('of a CSI driver', {
    ...VOLUME,
    source: { kind: 'csi', driver: 'nfs.csi.k8s.io', volumeHandle: 'nas/images' },
    accessModes: ['ReadWriteMany'],
  }),
  volume('of a CSI driver with every option', {
    ...VOLUME,
    source: {
      kind: 'csi',
      driver: 'example.csi.contoso.com',
      volumeHandle: 'images',
      fsType: 'ext4',
      readOnly: true,
      volumeAttributes: { tier: 'hot' },
      controllerPublishSecretRef: { name: 'attach', namespace: 'ml-jobs' },
      nodeStageSecretRef: { name: 'stage', namespace: 'ml-jobs' },
      nodePublishSecretRef: { name: 'publish', namespace: 'ml-jobs' },
    },
    accessModes: ['ReadWriteOnce', 'ReadOnlyMany'],
    mountOptions: ['ro'],
    reclaimPolicy: 'Delete',
  }),
  volume('in a folder of the node', { ...VOLUME, source: { kind: 'hostPath', path: '/data/images' } }),
  volume('of a storage class', {
    source: { kind: 'storageClass', storageClassName: 'azurefile-csi', reclaimPolicy: 'Delete' },
    capacity: '100Gi',
    accessModes: ['ReadWriteMany'],
    mountPath: '/mnt/images',
  }),
  {
    title: 'job data volume beside a claim that exists already',
    build: (chart) => {
      JobDataVolume.fromClaim(chart, 'models', { claimName: 'models', mountPath: '/mnt/models' });
      new JobDataVolume(chart, 'images', { ...VOLUME, source: { kind: 'nfs', server: 'fd00::4', path: '/' } });
    },
  },
  {
    title: 'NFS mounts of all jobs',
    build: (chart) => {
      new NfsMountConfig(chart, 'mounts', {
        mounts: [
          { name: 'images', mountPath: '/mnt/images', server: '10.0.0.4', path: '/share/images' },
          { name: 'models', mountPath: '/mnt/models', server: 'nas.contoso.com', path: '/share/"models" of all' },
        ],
      });
    },
  },
];

/** Every source and option of job data volumes, and the older NFS mounts. */
export const STORAGE_CASES: readonly ManifestCase[] = [...NETWORK_CASES, ...OTHER_CASES];
