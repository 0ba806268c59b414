import { deferred } from '../../../lib/model/deferred';
import {
  absolutePath,
  blobVolumeHandle,
  clientId,
  csiDriverName,
  filesVolumeHandle,
  nfsServer,
  shareName,
  storageAccountName,
} from '../../../lib/model/storage/storage-formats';

const FORMATS = {
  absolutePath,
  blobVolumeHandle,
  clientId,
  csiDriverName,
  filesVolumeHandle,
  nfsServer,
  shareName,
  storageAccountName,
};
type FormatName = keyof typeof FORMATS;

/** Its first label is as long as DNS allows. */
const LONG_HOST = `${'x'.repeat(63)}.contoso.com`;

const RIGHT: Record<FormatName, readonly string[]> = {
  absolutePath: ['/', '/share/nfs', '/a b', '/a..b'],
  blobVolumeHandle: ['contosoml_images_ml-images', 'x', 'x'.repeat(255)],
  clientId: ['00000000-1111-2222-3333-444444444444', 'ABCDEF00-1111-2222-3333-444444444444'],
  csiDriverName: ['file.csi.azure.com', 'nfs', 'A-b.C', 'x'.repeat(63)],
  filesVolumeHandle: ['rg#contosoml#images', 'contosoml_images', 'a/b'],
  nfsServer: [
    '10.0.0.4',
    'nas',
    'NAS.contoso.com',
    'fd00::1',
    '::1',
    '::ffff:10.0.0.4',
    'fe80:0:0:0:0:0:0:1',
    LONG_HOST,
  ],
  shareName: ['images', 'a-b-c', '123', 'x'.repeat(63)],
  storageAccountName: ['contosoml', '123', 'x'.repeat(24)],
};

const WRONG: Record<FormatName, readonly string[]> = {
  absolutePath: ['', 'share', '/a/../b', '/..', '/a\nb'],
  blobVolumeHandle: ['', 'a#b', 'a/b', 'x'.repeat(256), 'a\nb'],
  clientId: ['', 'my-identity', '00000000111122223333444444444444', '/subscriptions/x'],
  csiDriverName: ['', '.csi', 'csi.', 'a..b', 'a_b', 'x'.repeat(64)],
  filesVolumeHandle: ['', 'x'.repeat(256), 'a\nb'],
  nfsServer: [
    '',
    'nfs://nas',
    'nas:/share',
    '10.0.0.4:2049',
    'nas.',
    '-nas',
    'a b',
    'fd00'.concat(':'),
    `x${LONG_HOST}`,
  ],
  shareName: ['', 'ab', 'Images', 'a--b', '-ab', 'ab-', 'x'.repeat(64), '$web'],
  storageAccountName: ['', 'ab', 'Contoso', 'contoso-ml', 'contoso.blob.core.windows.net', 'x'.repeat(25)],
};

const CODES: Record<FormatName, string> = {
  absolutePath: 'storage/path',
  blobVolumeHandle: 'storage/volume-handle',
  clientId: 'storage/client-id',
  csiDriverName: 'storage/csi-driver',
  filesVolumeHandle: 'storage/volume-handle',
  nfsServer: 'storage/nfs-server',
  shareName: 'storage/share-name',
  storageAccountName: 'storage/account-name',
};

describe.each(Object.keys(FORMATS) as FormatName[])('%s', (name) => {
  test.each([...RIGHT[name], deferred('text')])('accepts %s', (text) => {
    expect(FORMATS[name].issues(text, [])).toStrictEqual([]);
    expect(FORMATS[name].parse(text)).toBe(text);
  });

  test.each(WRONG[name])('fails on %j', (text) => {
    expect(FORMATS[name].issues(text, ['here'])).toMatchObject([
      { code: CODES[name], path: ['here'], severity: 'error', received: expect.any(String) as string },
    ]);
  });
});
