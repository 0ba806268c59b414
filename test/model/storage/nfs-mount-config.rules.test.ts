import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { NfsMountConfigSpec } from '../../../lib/model/storage/nfs-mount-config';
import { nfsMountConfigIssues, nfsMountConfigSetIssues } from '../../../lib/model/storage/nfs-mount-config.rules';
import { resolveNfsMountConfig } from '../../../lib/model/storage/resolve-nfs-mount-config';

const MOUNT = { name: 'images', mountPath: '/mnt/images', server: 'nas.contoso.com', path: '/share/images' };
const OTHER = { ...MOUNT, name: 'models', mountPath: '/mnt/models' };

function messages(spec: unknown): string[] {
  return nfsMountConfigIssues(spec as NfsMountConfigSpec).map(formatIssue);
}

describe('nfsMountConfigIssues', () => {
  test('finds nothing wrong with mounts that differ', () => {
    expect(messages({ mounts: [MOUNT, OTHER] })).toStrictEqual([]);
  });

  test('fails on two mounts of one name', () => {
    expect(messages({ mounts: [MOUNT, { ...OTHER, name: 'images' }] })).toStrictEqual([
      'mounts[1].name: two mounts have the same name (received "images"); give each mount a name of its own [storage/mount-name-twice]',
    ]);
  });

  test('fails on two mounts at one path, and warns about nested ones', () => {
    const inner = { ...MOUNT, name: 'inner', mountPath: '/mnt/images/inner' };
    expect(messages({ mounts: [MOUNT, { ...OTHER, mountPath: '/mnt/images' }, inner] })).toStrictEqual([
      'mounts[1].mountPath: the mount path is also the mount path of the mount images (received "/mnt/images"); give each volume of the namespace a mount path of its own [storage/mount-path-twice]',
      'mounts[2].mountPath: the mount path lies inside the mount path of the mount images (received "/mnt/images/inner"); mount the volumes side by side [storage/mount-path-nested]',
    ]);
  });

  test('fails on deferred text, since it is written into a YAML text', () => {
    const text = deferred('text');
    const codes = nfsMountConfigIssues({ mounts: [{ name: text, mountPath: text, server: text, path: text }] });
    expect(codes.map(({ code }) => code)).toStrictEqual(Array(4).fill('deferred/literal-required'));
  });

  test('fails on every wrong text at once', () => {
    expect(
      nfsMountConfigIssues({ mounts: [{ name: 'a.b', mountPath: 'mnt', server: 'nas:/x', path: 'x' }] }).map(
        ({ code }) => code,
      ),
    ).toStrictEqual(['name/dns-label', 'storage/mount-path-relative', 'storage/nfs-server', 'storage/path']);
    expect(messages({ mounts: [] })).toHaveLength(1);
    expect(messages({})).toHaveLength(1);
  });
});

describe('nfsMountConfigSetIssues', () => {
  const config = resolveNfsMountConfig({ mounts: [MOUNT] });

  test('finds nothing wrong with one configuration', () => {
    expect(nfsMountConfigSetIssues([])).toStrictEqual([]);
    expect(nfsMountConfigSetIssues([config])).toStrictEqual([]);
  });

  test('fails on the second configuration of a cluster', () => {
    expect(nfsMountConfigSetIssues([config, config]).map(formatIssue)).toStrictEqual([
      '[1]: the cluster has two NFS mount configurations; put all mounts into one: the name of the ConfigMap is fixed [storage/mount-config-twice]',
    ]);
  });
});

describe('resolveNfsMountConfig', () => {
  test('gives the mounts with the warnings about them', () => {
    expect(resolveNfsMountConfig({ mounts: [MOUNT] })).toStrictEqual({ mounts: [MOUNT], warnings: [] });
    expect(resolveNfsMountConfig({ mounts: [{ ...MOUNT, mountPath: '/etc' }] })).toMatchObject({
      warnings: [{ code: 'storage/mount-path-system', path: ['mounts', 0, 'mountPath'] }],
    });
  });

  test('fails with all issues, its own and those of its caller', () => {
    expect(() => resolveNfsMountConfig({ mounts: [] }, { subject: 'NfsMountConfig app/mounts' })).toThrow(
      'NfsMountConfig app/mounts has 1 error:\n  - mounts: the list is empty',
    );
  });
});
