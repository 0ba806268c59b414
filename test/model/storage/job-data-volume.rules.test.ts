import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { JobDataVolumeSpec } from '../../../lib/model/storage/job-data-volume';
import { jobDataVolumeIssues } from '../../../lib/model/storage/job-data-volume.rules';
import { ALL_SPECS, BLOB_NFS, CLASS, CSI, FILES_NFS, HOST_PATH, NFS } from '../../support/storage-specs';

function messages(spec: unknown): string[] {
  return jobDataVolumeIssues(spec as JobDataVolumeSpec).map(formatIssue);
}

function codes(spec: unknown): string[] {
  return jobDataVolumeIssues(spec as JobDataVolumeSpec).map(({ code, path }) => `${code} ${path.join('.')}`);
}

function errors(spec: unknown): string[] {
  return jobDataVolumeIssues(spec as JobDataVolumeSpec)
    .filter(({ severity }) => severity === 'error')
    .map(formatIssue);
}

describe('jobDataVolumeIssues', () => {
  test.each(ALL_SPECS)('finds no error in %s', (_form, spec) => {
    expect(errors(spec)).toStrictEqual([]);
  });

  test('finds nothing wrong with every option of a network volume', () => {
    expect(
      messages({
        ...NFS,
        namespace: 'ml-jobs',
        volumeName: 'images-volume',
        request: '50Gi',
        accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
        readOnly: true,
        mountOptions: ['nfsvers=4.1'],
        reclaimPolicy: 'Retain',
        labels: { 'app.kubernetes.io/name': 'images', team: deferred('team') },
        annotations: { owner: 'ml@contoso.com' },
      }),
    ).toStrictEqual([]);
  });

  test('accepts text that is known only at deployment, but no deferred name', () => {
    expect(
      messages({
        ...NFS,
        namespace: deferred('namespace'),
        mountPath: deferred('path'),
        mountOptions: [deferred('o')],
      }),
    ).toStrictEqual([]);
    expect(messages({ ...FILES_NFS, volumeName: deferred('volume') })).toStrictEqual([]);
    expect(codes({ ...NFS, name: deferred('name') })).toStrictEqual(['deferred/literal-required name']);
    expect(codes({ ...NFS, capacity: deferred('size') })).toStrictEqual(['deferred/literal-required capacity']);
  });

  test('fails on a capacity below the request', () => {
    expect(messages({ ...NFS, capacity: '1000M', request: '1Gi' })).toStrictEqual([
      'capacity: the capacity of the volume is smaller than what its claim requests (received "1000M", expected at least 1Gi); raise capacity or lower request [storage/capacity-below-request]',
    ]);
    expect(messages({ ...NFS, capacity: '1Gi', request: '1024Mi' })).toStrictEqual([]);
  });

  test('fails on amounts that are none', () => {
    expect(codes({ ...NFS, capacity: '0' })).toStrictEqual(['quantity/zero capacity']);
    expect(codes({ ...NFS, capacity: '1 GB', request: '-1Gi' })).toStrictEqual([
      'quantity/syntax capacity',
      'quantity/negative request',
    ]);
  });

  test('fails on the label and annotation of the contract', () => {
    expect(
      messages({
        ...NFS,
        labels: { 'ml.azure.com/pvc': 'true' },
        annotations: { 'ml.azure.com/mountpath': '/mnt/other' },
      }),
    ).toStrictEqual([
      'labels["ml.azure.com/pvc"]: the key is written by the library (expected nothing: every job data volume has it); remove it here and use the property [spec/owned-key]',
      'annotations["ml.azure.com/mountpath"]: the key is written by the library (expected the property mountPath); remove it here and use the property [spec/owned-key]',
    ]);
  });

  test('fails on wrong labels and annotations', () => {
    expect(codes({ ...NFS, labels: { team: 'a b', 'a b': 'c' }, annotations: { owner: 7 } })).toStrictEqual([
      'name/label-value labels.team',
      'name/label-key labels.a b',
      'spec/type annotations.owner',
    ]);
  });

  test('fails on a volume name that becomes too long by itself', () => {
    const name = 'x'.repeat(250);
    expect(codes({ ...NFS, name })).toStrictEqual(['name/dns-subdomain volumeName']);
    expect(codes({ ...NFS, name, volumeName: 'images' })).toStrictEqual([]);
  });

  test('fails on a volume handle that becomes too long by itself', () => {
    const volumeName = 'x'.repeat(240);
    expect(codes({ ...BLOB_NFS, volumeName })).toStrictEqual(['storage/volume-handle source.volumeHandle']);
    expect(codes({ ...BLOB_NFS, volumeName, source: { ...BLOB_NFS.source, volumeHandle: 'images' } })).toStrictEqual(
      [],
    );
  });

  test('fails on what a hostPath volume cannot do', () => {
    expect(errors({ ...HOST_PATH, readOnly: true, mountOptions: ['ro'] })).toStrictEqual([
      'readOnly: Kubernetes cannot mount a hostPath volume read-only by itself; remove it [storage/not-for-source]',
      'mountOptions: Kubernetes refuses mount options of hostPath volumes; remove it [storage/not-for-source]',
    ]);
  });

  test('fails on readOnly of a driver that only the user knows, and on missing access modes', () => {
    expect(messages({ ...CSI, readOnly: true })).toStrictEqual([
      'readOnly: only the driver knows how to mount read-only: give its mount option, and ReadOnlyMany in accessModes; remove it [storage/not-for-source]',
    ]);
    expect(codes({ ...CSI, accessModes: undefined })).toStrictEqual(['spec/required accessModes']);
  });

  test('fails on what is a matter of the storage class', () => {
    const more = { request: '1Gi', volumeName: 'v', readOnly: false, mountOptions: [], reclaimPolicy: 'Retain' };
    expect(messages({ ...CLASS, ...more })).toStrictEqual([
      'request: the claim on a storage class requests its capacity; remove it [storage/not-for-source]',
      'volumeName: a storage class names the volumes that it provisions; remove it [storage/not-for-source]',
      'readOnly: a volume that is provisioned empty is of no use when it cannot be written; remove it [storage/not-for-source]',
      'mountOptions: mount options are a matter of the storage class; remove it [storage/not-for-source]',
      'reclaimPolicy: the reclaim policy is a matter of the storage class: say in source.reclaimPolicy what it is; remove it [storage/not-for-source]',
    ]);
    expect(codes({ ...CLASS, capacity: undefined, accessModes: undefined })).toStrictEqual([
      'spec/required capacity',
      'spec/required accessModes',
    ]);
  });

  test('reports wrong shapes and broken rules at once', () => {
    expect(
      codes({
        ...NFS,
        name: 'Images',
        mountPath: 'mnt/',
        accessModes: ['ReadWriteOncePod'],
        reclaimPolicy: 'Delete',
        mountoptions: [],
        source: { kind: 'nfs', server: 'nas:/share', path: '/share' },
      }),
    ).toStrictEqual([
      'name/dns-subdomain name',
      'storage/mount-path-relative mountPath',
      'storage/nfs-server source.server',
      'spec/unknown-property mountoptions',
      'storage/access-mode accessModes.0',
      'storage/reclaim-policy reclaimPolicy',
    ]);
  });

  test.each([
    [undefined, ['spec/type ']],
    [{ ...NFS, source: undefined }, ['spec/required source']],
    [{ ...NFS, source: { kind: 'toString' } }, ['spec/choice source.kind']],
    [{ ...NFS, accessModes: 'ReadWriteMany' }, ['spec/type accessModes']],
    [{ ...NFS, accessModes: [] }, ['spec/empty-list accessModes']],
    [{ ...NFS, accessModes: ['ReadWriteMany', 'ReadWriteMany'] }, ['spec/duplicate accessModes.1']],
    [{ ...NFS, mountOptions: 'ro' }, ['spec/type mountOptions']],
    [{ ...NFS, mountOptions: [' ro'] }, ['name/plain-text mountOptions.0']],
    [{ ...NFS, readOnly: 'yes' }, ['spec/type readOnly']],
  ])('fails on what a type checker refuses: %#', (spec, expected) => {
    expect(codes(spec)).toStrictEqual(expected);
  });

  test('accepts an empty list of mount options, which is no default', () => {
    expect(codes({ ...FILES_NFS, mountOptions: [] })).toStrictEqual([]);
  });
});
