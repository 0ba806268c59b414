import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { JobDataVolumeSpec } from '../../../lib/model/storage/job-data-volume';
import {
  accessModeIssues,
  mountOptionIssues,
  readOnlyIssues,
  reclaimIssues,
} from '../../../lib/model/storage/volume-access.rules';
import {
  ALL_SPECS,
  BLOB_FUSE,
  BLOB_NFS,
  CLASS,
  CSI,
  DISK,
  FILES_NFS,
  FILES_SMB,
  HOST_PATH,
  NFS,
} from '../../support/storage-specs';

type Rule = typeof accessModeIssues;

function messages(rule: Rule, spec: unknown): string[] {
  return rule(spec as JobDataVolumeSpec).map(formatIssue);
}

describe('accessModeIssues', () => {
  test.each(ALL_SPECS.filter(([form]) => form !== 'azureDisk'))('finds nothing wrong with %s', (_form, spec) => {
    expect(messages(accessModeIssues, spec)).toStrictEqual([]);
  });

  test('fails on a mode that the source does not support', () => {
    expect(messages(accessModeIssues, { ...DISK, accessModes: ['ReadWriteMany'] })).toStrictEqual([
      'accessModes[0]: the source does not support the access mode (received "ReadWriteMany", expected one of ReadWriteOnce, ReadWriteOncePod); choose an access mode of the source, or another source [storage/access-mode]',
    ]);
    expect(messages(accessModeIssues, { ...NFS, accessModes: ['ReadWriteOncePod'] })).toHaveLength(1);
    expect(messages(accessModeIssues, { ...HOST_PATH, accessModes: ['ReadOnlyMany'] })).toHaveLength(1);
  });

  test('fails on ReadWriteOncePod beside other modes', () => {
    expect(messages(accessModeIssues, { ...CSI, accessModes: ['ReadWriteMany', 'ReadWriteOncePod'] })).toStrictEqual([
      'accessModes: ReadWriteOncePod stands beside other access modes (received ["ReadWriteMany","ReadWriteOncePod"]); give ReadWriteOncePod alone [storage/access-mode-alone]',
    ]);
  });

  test('warns when only one node can mount the volume', () => {
    const message =
      'accessModes: only one node can mount the volume (received ["ReadWriteOnce"]); use a source with ReadWriteMany if jobs run on several nodes, or if several jobs run at a time [storage/single-node]';
    expect(messages(accessModeIssues, DISK)).toStrictEqual([message]);
    expect(messages(accessModeIssues, { ...NFS, accessModes: ['ReadWriteOnce'] })).toStrictEqual([message]);
    expect(messages(accessModeIssues, { ...CLASS, accessModes: ['ReadWriteOncePod'] })).toHaveLength(1);
    expect(messages(accessModeIssues, { ...NFS, accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] })).toStrictEqual([]);
  });
});

describe('readOnlyIssues', () => {
  test('finds nothing wrong with properties that say the same', () => {
    expect(messages(readOnlyIssues, { ...NFS, readOnly: true })).toStrictEqual([]);
    expect(messages(readOnlyIssues, { ...NFS, readOnly: true, accessModes: ['ReadOnlyMany'] })).toStrictEqual([]);
    expect(messages(readOnlyIssues, { ...NFS, readOnly: true, accessModes: ['ReadWriteMany'] })).toStrictEqual([]);
    expect(messages(readOnlyIssues, { ...NFS, readOnly: false, mountOptions: ['rw'] })).toStrictEqual([]);
    expect(messages(readOnlyIssues, { ...NFS, readOnly: true, mountOptions: [deferred('option')] })).toStrictEqual([]);
    expect(messages(readOnlyIssues, { ...CSI, accessModes: ['ReadOnlyMany'], mountOptions: ['rw'] })).toStrictEqual([]);
  });

  test('fails on a writable volume that can only be read', () => {
    expect(messages(readOnlyIssues, { ...NFS, readOnly: false, accessModes: ['ReadOnlyMany'] })).toStrictEqual([
      'readOnly: readOnly contradicts the other properties (received false, expected true, or a writable access mode); make readOnly, accessModes and mountOptions say the same [storage/read-only]',
    ]);
  });

  test.each([
    [NFS, 'rw'],
    [FILES_SMB, 'nobrl,rw'],
    [BLOB_FUSE, '-o rw'],
  ])('fails on a mount option that makes a read-only volume writable: %#', (spec, option) => {
    expect(messages(readOnlyIssues, { ...spec, readOnly: true, mountOptions: ['noatime', option] })).toStrictEqual([
      `mountOptions[1]: readOnly contradicts the other properties (received "${option}"); make readOnly, accessModes and mountOptions say the same [storage/read-only]`,
    ]);
  });
});

describe('mountOptionIssues', () => {
  test('finds nothing wrong with other options', () => {
    expect(messages(mountOptionIssues, { ...NFS, mountOptions: ['nfsvers=4.1', 'hard'] })).toStrictEqual([]);
    expect(messages(mountOptionIssues, { ...FILES_SMB, mountOptions: ['vers=3.1.1', 'nocase'] })).toStrictEqual([]);
    expect(messages(mountOptionIssues, { ...FILES_NFS, mountOptions: ['nconnect=8'] })).toStrictEqual([]);
    expect(messages(mountOptionIssues, { ...CSI, mountOptions: ['ro', deferred('option')] })).toStrictEqual([]);
  });

  test.each([
    [NFS, 'ro'],
    [DISK, 'noatime,ro'],
    [BLOB_FUSE, '-o ro'],
  ])('fails on the option that readOnly stands for: %#', (spec, option) => {
    expect(messages(mountOptionIssues, { ...spec, mountOptions: [option] })).toStrictEqual([
      `mountOptions[0]: the library writes this mount option itself (received "${option}"); use readOnly instead [storage/mount-option]`,
    ]);
  });

  test.each([
    [FILES_NFS, 'vers=4.1'],
    [FILES_NFS, 'minorversion=1'],
    [FILES_NFS, 'hard,sec=sys'],
    [BLOB_NFS, 'nfsvers=3'],
  ])('fails on an option that the driver sets: %#', (spec, option) => {
    expect(messages(mountOptionIssues, { ...spec, mountOptions: [option] })).toStrictEqual([
      `mountOptions[0]: the CSI driver sets this mount option itself (received "${option}"); remove the mount option [storage/mount-option]`,
    ]);
  });
});

describe('reclaimIssues', () => {
  test('finds nothing wrong with what is kept, nor with what a driver can delete', () => {
    expect(messages(reclaimIssues, { ...NFS, reclaimPolicy: 'Retain' })).toStrictEqual([]);
    expect(messages(reclaimIssues, { ...DISK, reclaimPolicy: 'Delete' })).toStrictEqual([]);
    expect(messages(reclaimIssues, { ...CSI, reclaimPolicy: 'Delete' })).toStrictEqual([]);
    expect(messages(reclaimIssues, CLASS)).toStrictEqual([]);
  });

  test.each([NFS, FILES_SMB, FILES_NFS, BLOB_FUSE, BLOB_NFS])(
    'fails on Delete where nobody can delete the storage: %#',
    (spec) => {
      expect(messages(reclaimIssues, { ...spec, reclaimPolicy: 'Delete' })).toStrictEqual([
        'reclaimPolicy: the storage behind the volume cannot be deleted with its claim (received "Delete", expected Retain); leave reclaimPolicy out, or give Retain [storage/reclaim-policy]',
      ]);
    },
  );

  test('warns about a class that deletes the data', () => {
    const source = { kind: 'storageClass', storageClassName: 'azurefile-csi', reclaimPolicy: 'Delete' };
    expect(messages(reclaimIssues, { ...CLASS, source })).toStrictEqual([
      'source: the storage class deletes the data together with the claim (received "azurefile-csi"); use a class with reclaim policy Retain for data that must survive the claim [storage/class-deletes]',
    ]);
  });

  test('warns about a class of which it is not known', () => {
    const source = { kind: 'storageClass', storageClassName: 'azurefile-csi' };
    expect(messages(reclaimIssues, { ...CLASS, source })).toStrictEqual([
      'source: the reclaim policy of the storage class is not known, and the default of Kubernetes deletes the data (received "azurefile-csi"); look it up with "kubectl get storageclass" and say so in source.reclaimPolicy [storage/class-policy-unknown]',
    ]);
  });

  test('warns about a folder of the node', () => {
    expect(messages(reclaimIssues, HOST_PATH)).toStrictEqual([
      'source: a folder of the node is shared with every job, and each node has its own; use hostPath only on a cluster of one node, for tests [storage/host-path]',
    ]);
  });
});
