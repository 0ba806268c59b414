import { resolveExistingClaim } from '../../../lib/model/storage/existing-claim';
import { jobDataVolumeIssues } from '../../../lib/model/storage/job-data-volume.rules';
import { jobDataVolumeSetIssues } from '../../../lib/model/storage/job-data-volume-set.rules';
import { nfsMountConfigIssues, nfsMountConfigSetIssues } from '../../../lib/model/storage/nfs-mount-config.rules';
import { resolveJobDataVolume } from '../../../lib/model/storage/resolve-job-data-volume';
import { resolveNfsMountConfig } from '../../../lib/model/storage/resolve-nfs-mount-config';
import type { STORAGE_CODES } from '../../../lib/model/storage/storage.codes';
import { BLOB_FUSE, BLOB_NFS, CLASS, CSI, DISK, FILES_NFS, HOST_PATH, NFS } from '../storage-specs';
import { casesOf, changesOf, type IssueCases } from './issue-case';

const nfs = changesOf(jobDataVolumeIssues, NFS);
const disk = changesOf(jobDataVolumeIssues, DISK);
const csi = changesOf(jobDataVolumeIssues, CSI);
const files = changesOf(jobDataVolumeIssues, FILES_NFS);
const onClass = changesOf(jobDataVolumeIssues, CLASS);
const described = casesOf(jobDataVolumeIssues);

/** Two volumes of one namespace; the second one differs from the first by its name, its mount path and what is given. */
const beside = casesOf((changes: readonly [object, object]) =>
  jobDataVolumeSetIssues(
    changes.map((change, index) => {
      const name = `images-${String(index)}`;
      return resolveJobDataVolume({ ...NFS, name, mountPath: `/mnt/${name}`, ...change });
    }),
  ),
);

/** One claim that is adopted several times, each time with a mount path. */
const adoptions = casesOf((paths: readonly string[]) =>
  jobDataVolumeSetIssues(paths.map((mountPath) => resolveExistingClaim({ claimName: 'images', mountPath }))),
);

const MOUNT = { name: 'images', mountPath: '/mnt/images', server: 'nas.contoso.com', path: '/share/images' };
const CONFIG = resolveNfsMountConfig({ mounts: [MOUNT] });

const storageClass = { kind: 'storageClass', storageClassName: 'azurefile-csi' };

export const STORAGE_CASES = {
  'storage/mount-path-relative': nfs({ mountPath: 'mnt/images' }),
  'storage/mount-path-colon': nfs({ mountPath: '/mnt/a:b' }, { mountPath: '/mnt/a-b' }),
  'storage/mount-path-dots': nfs({ mountPath: '/mnt/../images' }, { mountPath: '/mnt/..images' }),
  'storage/mount-path-form': nfs({ mountPath: '/mnt/images/' }),
  'storage/mount-path-system': nfs({ mountPath: '/etc' }, { mountPath: '/etcetera' }),
  'storage/mount-path-twice': beside(
    [{}, { mountPath: '/mnt/images-0' }],
    [{}, { namespace: 'ml', mountPath: '/mnt/images-0' }],
  ),
  'storage/mount-path-nested': beside([{}, { mountPath: '/mnt/images-0/a' }], [{}, { mountPath: '/mnt/images-01' }]),
  'storage/mount-path-differs': adoptions(['/mnt/a', '/mnt/b'], ['/mnt/a', '/mnt/a']),
  'storage/claim-twice': beside([{}, { name: 'images-0' }], [{}, { name: 'images-0', namespace: 'ml' }]),
  'storage/volume-name-twice': beside(
    [
      { name: 'b-c', namespace: 'a' },
      { name: 'c', namespace: 'a-b' },
    ],
    [
      { name: 'b-c', namespace: 'a' },
      { name: 'c', namespace: 'a-b', volumeName: 'c' },
    ],
  ),
  'storage/volume-handle-twice': beside(
    [{ source: DISK.source }, { source: DISK.source }],
    [{ source: DISK.source }, { source: { ...DISK.source, diskId: DISK.source.diskId.replace('images', 'models') } }],
  ),
  'storage/capacity-below-request': nfs({ request: '101Gi' }, { request: '100Gi' }),
  'storage/access-mode': disk({ accessModes: ['ReadWriteMany'] }, { accessModes: ['ReadWriteOnce'] }),
  'storage/access-mode-alone': csi(
    { accessModes: ['ReadWriteMany', 'ReadWriteOncePod'] },
    { accessModes: ['ReadWriteMany', 'ReadOnlyMany'] },
  ),
  'storage/single-node': nfs({ accessModes: ['ReadWriteOnce'] }, { accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] }),
  'storage/read-only': nfs(
    { readOnly: false, accessModes: ['ReadOnlyMany'] },
    { readOnly: true, accessModes: ['ReadOnlyMany'] },
  ),
  'storage/not-for-source': onClass({ volumeName: 'images' }),
  'storage/reclaim-policy': nfs({ reclaimPolicy: 'Delete' }, { reclaimPolicy: 'Retain' }),
  'storage/class-deletes': onClass(
    { source: { ...storageClass, reclaimPolicy: 'Delete' } },
    { source: { ...storageClass, reclaimPolicy: 'Retain' } },
  ),
  'storage/class-policy-unknown': onClass(
    { source: storageClass },
    { source: { ...storageClass, reclaimPolicy: 'Retain' } },
  ),
  'storage/host-path': described(HOST_PATH, NFS),
  'storage/mount-option': files({ mountOptions: ['vers=4.1'] }, { mountOptions: ['nconnect=8'] }),
  'storage/volume-handle': changesOf(jobDataVolumeIssues, BLOB_NFS)(
    { source: { ...BLOB_NFS.source, volumeHandle: 'a#b' } },
    { source: { ...BLOB_NFS.source, volumeHandle: 'a_b' } },
  ),
  'storage/secret-attribute': csi(
    { source: { ...CSI.source, volumeAttributes: { accountKey: 'hunter2' } } },
    { source: { ...CSI.source, volumeAttributes: { storeAccountKey: 'false' } } },
  ),
  'storage/path': nfs({ source: { ...NFS.source, path: 'share' } }, { source: { ...NFS.source, path: '/share' } }),
  'storage/nfs-server': nfs(
    { source: { ...NFS.source, server: 'nfs://nas' } },
    { source: { ...NFS.source, server: 'nas' } },
  ),
  'storage/account-name': files({ source: { ...FILES_NFS.source, storageAccount: 'Contoso' } }),
  'storage/share-name': files({ source: { ...FILES_NFS.source, shareName: 'My Images' } }),
  'storage/csi-driver': csi({ source: { ...CSI.source, driver: 'my driver' } }),
  'storage/client-id': changesOf(
    jobDataVolumeIssues,
    BLOB_FUSE,
  )({
    source: { ...BLOB_FUSE.source, credentials: { kind: 'managedIdentity', clientId: 'me' } },
  }),
  'storage/mount-name-twice': casesOf(nfsMountConfigIssues)(
    { mounts: [MOUNT, { ...MOUNT, mountPath: '/mnt/models' }] },
    { mounts: [MOUNT, { ...MOUNT, mountPath: '/mnt/models', name: 'models' }] },
  ),
  'storage/mount-config-twice': casesOf(nfsMountConfigSetIssues)([CONFIG, CONFIG], [CONFIG]),
} satisfies IssueCases<typeof STORAGE_CODES>;
