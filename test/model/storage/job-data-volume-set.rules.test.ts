import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { resolveExistingClaim } from '../../../lib/model/storage/existing-claim';
import type { JobDataVolumePlacement, JobDataVolumeSpec } from '../../../lib/model/storage/job-data-volume';
import { jobDataVolumeSetIssues } from '../../../lib/model/storage/job-data-volume-set.rules';
import { resolveJobDataVolume } from '../../../lib/model/storage/resolve-job-data-volume';
import { resolveNfsMountConfig } from '../../../lib/model/storage/resolve-nfs-mount-config';
import { BLOB_NFS, CLASS, DISK, FILES_SMB, NFS } from '../../support/storage-specs';

function messages(volumes: readonly JobDataVolumePlacement[]): string[] {
  return jobDataVolumeSetIssues(volumes).map(formatIssue);
}

/** A volume with its own name and mount path, but for what is given. */
function volume(name: string, more: Partial<JobDataVolumeSpec> = {}): JobDataVolumePlacement {
  return resolveJobDataVolume({ ...NFS, name, mountPath: `/mnt/${name}`, ...more } as JobDataVolumeSpec);
}

describe('jobDataVolumeSetIssues', () => {
  test('finds nothing wrong with volumes that differ, nor with the same paths in two namespaces', () => {
    expect(messages([])).toStrictEqual([]);
    expect(messages([volume('a'), volume('b'), volume('a', { namespace: 'ml' })])).toStrictEqual([]);
    expect(messages([volume('a', { mountPath: '/mnt/data' }), volume('b', { mountPath: '/mnt/data2' })])).toStrictEqual(
      [],
    );
  });

  test('fails on one mount path for two volumes of a namespace', () => {
    expect(messages([volume('a'), volume('b', { mountPath: '/mnt/a' })])).toStrictEqual([
      '[1].mountPath: the mount path is also the mount path of the claim default/a (received "/mnt/a"); give each volume of the namespace a mount path of its own [storage/mount-path-twice]',
    ]);
  });

  test('fails at each volume that repeats a mount path', () => {
    const mountPath = '/mnt/a';
    const found = jobDataVolumeSetIssues([volume('a'), volume('b', { mountPath }), volume('c', { mountPath })]);
    expect(found.map(({ path }) => path)).toStrictEqual([
      [1, 'mountPath'],
      [2, 'mountPath'],
    ]);
  });

  test('warns at the inner one of two nested mount paths, in either order', () => {
    const outer = volume('a');
    const inner = volume('b', { mountPath: '/mnt/a/deep/er' });
    const message =
      'mountPath: the mount path lies inside the mount path of the claim default/a (received "/mnt/a/deep/er"); mount the volumes side by side [storage/mount-path-nested]';
    expect(messages([outer, inner])).toStrictEqual([`[1].${message}`]);
    expect(messages([inner, outer])).toStrictEqual([`[0].${message}`]);
    expect(jobDataVolumeSetIssues([outer, inner]).map(({ severity }) => severity)).toStrictEqual(['warning']);
  });

  test('warns about everything that lies in a volume at the root', () => {
    expect(messages([volume('a', { mountPath: '/' }), volume('b')])).toStrictEqual([
      '[1].mountPath: the mount path lies inside the mount path of the claim default/a (received "/mnt/b"); mount the volumes side by side [storage/mount-path-nested]',
    ]);
  });

  test('fails on two claims of one name', () => {
    expect(messages([volume('a'), volume('a', { mountPath: '/mnt/b', volumeName: 'b' })])).toStrictEqual([
      '[1].name: the claim default/a has the same name (received "default/a"); give each claim of the namespace a name of its own [storage/claim-twice]',
    ]);
  });

  describe('where a claim is adopted', () => {
    const adopted = (mountPath?: string): JobDataVolumePlacement =>
      resolveExistingClaim({ claimName: 'a', ...(mountPath === undefined ? {} : { mountPath }) });

    test.each<[string, readonly JobDataVolumePlacement[]]>([
      ['two adoptions', [adopted(), adopted()]],
      ['two adoptions with their mount path', [adopted('/mnt/a'), adopted('/mnt/a')]],
      ['an adoption of a claim that is made here', [volume('a'), adopted('/mnt/a'), adopted()]],
      ['an adoption before the claim is made here', [adopted(), adopted('/mnt/a'), volume('a')]],
      ['claims of one name in two namespaces', [adopted('/mnt/a'), volume('a', { namespace: 'ml' })]],
      ['a mount path that is not known yet', [adopted('/mnt/b'), volume('a', { mountPath: deferred('path') })]],
    ])('allows %s', (_, volumes) => {
      expect(messages(volumes)).toStrictEqual([]);
    });

    test('fails on two mount paths of the one claim, also where one lies inside the other', () => {
      const message = (received: string, expected: string): string =>
        `[1].mountPath: one claim is said to have two mount paths (received "${received}", expected "${expected}", as elsewhere in the cluster); give the mount path in the annotation of the claim, or leave it out where the claim is adopted [storage/mount-path-differs]`;

      expect(messages([volume('a'), adopted('/mnt/a/b')])).toStrictEqual([message('/mnt/a/b', '/mnt/a')]);
      expect(messages([adopted('/mnt/b'), volume('a')])).toStrictEqual([message('/mnt/a', '/mnt/b')]);
      expect(messages([adopted('/mnt/b'), adopted('/mnt/c')])).toStrictEqual([message('/mnt/c', '/mnt/b')]);
    });

    test('still fails on one mount path for two claims, and on two claims that are made here', () => {
      expect(messages([adopted('/mnt/b'), adopted('/mnt/b'), volume('b')])).toStrictEqual([
        '[2].mountPath: the mount path is also the mount path of the claim default/a (received "/mnt/b"); give each volume of the namespace a mount path of its own [storage/mount-path-twice]',
      ]);
      expect(messages([adopted(), volume('a'), volume('a', { mountPath: '/mnt/b', volumeName: 'b' })])).toStrictEqual([
        '[2].name: the claim default/a has the same name (received "default/a"); give each claim of the namespace a name of its own [storage/claim-twice]',
      ]);
    });
  });

  test('sees the mount path of an adopted claim when it is known', () => {
    const adopted = resolveExistingClaim({ claimName: 'old', mountPath: '/mnt/a' });
    expect(messages([adopted, volume('a')])).toStrictEqual([
      '[1].mountPath: the mount path is also the mount path of the claim default/old (received "/mnt/a"); give each volume of the namespace a mount path of its own [storage/mount-path-twice]',
    ]);
  });

  test('fails on two persistent volumes of one name, also when the name was made', () => {
    const one = volume('b-c', { namespace: 'a' });
    const other = volume('c', { namespace: 'a-b' });
    expect(messages([one, other])).toStrictEqual([
      '[1].volumeName: the claim a/b-c has the same volume name (received "a-b-c"); set volumeName: persistent volumes have no namespace, so their names are unique in the cluster [storage/volume-name-twice]',
    ]);
    expect(messages([one, volume('c', { namespace: 'a-b', volumeName: 'c' })])).toStrictEqual([]);
  });

  test('fails on one volume handle for two volumes of a driver', () => {
    const one = volume('a', { source: DISK.source });
    const other = volume('b', { source: DISK.source });
    expect(messages([one, other])).toStrictEqual([
      `[1].source: the claim default/a has the same volume handle (received "disk.csi.azure.com ${DISK.source.diskId}"); give each persistent volume a handle of its own, also when they show the same share [storage/volume-handle-twice]`,
    ]);
  });

  test('fails on one disk in two letter cases, and lets other drivers tell them apart', () => {
    const upper = { ...DISK.source, diskId: DISK.source.diskId.replace(/[^/]+$/, 'IMAGES') };
    const lower = { ...DISK.source, diskId: DISK.source.diskId.replace(/[^/]+$/, 'images') };
    const nfs = { kind: 'csi', driver: 'nfs.csi.k8s.io' } as const;
    const onNfs = (name: string, volumeHandle: string): JobDataVolumePlacement =>
      volume(name, { source: { ...nfs, volumeHandle }, accessModes: ['ReadWriteMany'] });

    expect(messages([volume('a', { source: upper }), volume('b', { source: lower })])).toStrictEqual([
      expect.stringMatching(/\/images".*\[storage\/volume-handle-twice\]$/),
    ]);
    expect(messages([onNfs('a', 'nas#/DATA'), onNfs('b', 'nas#/data')])).toStrictEqual([]);
  });

  test('lets one share back several volumes, and two drivers have one handle', () => {
    const files = { ...FILES_SMB.source, volumeHandle: 'images' };
    const blob = { ...BLOB_NFS.source, volumeHandle: 'images' };
    expect(
      messages([volume('a', { source: FILES_SMB.source }), volume('b', { source: FILES_SMB.source })]),
    ).toStrictEqual([]);
    expect(messages([volume('a', { source: files }), volume('b', { source: blob })])).toStrictEqual([]);
  });

  test('compares claims on storage classes by name and mount path only', () => {
    const claim = resolveJobDataVolume(CLASS);
    const other = resolveJobDataVolume({ ...CLASS, name: 'other', mountPath: '/mnt/other' });
    expect(messages([claim, other])).toStrictEqual([]);
  });

  test('compares deferred text only where it is the same', () => {
    const namespace = deferred('namespace');
    const mountPath = deferred('path');
    const one = volume('a', { namespace, mountPath });
    expect(messages([one, volume('b', { namespace, mountPath: '/mnt/b' }), volume('c', { mountPath })])).toStrictEqual(
      [],
    );
    expect(messages([one, volume('b', { namespace, mountPath })])).toStrictEqual([
      '[1].mountPath: the mount path is also the mount path of the claim <namespace>/a (received "<path>"); give each volume of the namespace a mount path of its own [storage/mount-path-twice]',
    ]);
  });

  test('sees the mounts that all jobs get', () => {
    const mount = { server: '10.0.0.4', path: '/share' };
    const config = resolveNfsMountConfig({
      mounts: [
        { ...mount, name: 'all', mountPath: '/mnt/all' },
        { ...mount, name: 'inner', mountPath: '/mnt/a/inner' },
      ],
    });
    const volumes = [volume('all'), volume('b', { namespace: 'ml', mountPath: '/mnt/all/b' }), volume('a')];
    expect(jobDataVolumeSetIssues(volumes, [config]).map(formatIssue)).toStrictEqual([
      '[2].mountPath: the mount path of the mount inner of mount-config lies inside the mount path of this volume (received "/mnt/a/inner"); mount the volumes side by side [storage/mount-path-nested]',
      '[0].mountPath: the mount path is also the mount path of the mount all of mount-config (received "/mnt/all"); give each volume of the namespace a mount path of its own [storage/mount-path-twice]',
      '[1].mountPath: the mount path lies inside the mount path of the mount all of mount-config (received "/mnt/all/b"); mount the volumes side by side [storage/mount-path-nested]',
    ]);
  });
});
