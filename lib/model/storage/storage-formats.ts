import { isGuid } from '../azure/guid';
import { textFormat, type TextFormat } from '../text-format';

const HOST = /^(?!.*[^.]{64})[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?$/;
const IPV6 = /^[0-9A-Fa-f]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*$/;
const PARENT_SEGMENT = /(^|\/)\.\.(\/|$)/;
const CONTROL = /\p{Cc}/u;
const ACCOUNT = /^[a-z0-9]{3,24}$/;
const SHARE = /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const CSI_DRIVER = /^(?=.{1,63}$)[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*$/;
const MAX_HANDLE = 255;

/** An absolute path on a server or node, without `..`. */
export const absolutePath = textFormat<'AbsolutePath'>({
  noun: 'path',
  code: 'storage/path',
  expected: 'an absolute path such as /share/data',
  accepts: (path) => path.startsWith('/') && !hasParentSegment(path) && !CONTROL.test(path),
});

/** The host name or IP address of an NFS server. */
export const nfsServer = textFormat<'NfsServer'>({
  noun: 'NFS server',
  code: 'storage/nfs-server',
  expected: 'a host name or IP address',
  accepts: (server) => HOST.test(server) || IPV6.test(server),
});

/** The name of a storage account. */
export const storageAccountName = textFormat<'StorageAccountName'>({
  noun: 'storage account name',
  code: 'storage/account-name',
  expected: '3 to 24 lower-case letters and digits',
  accepts: ACCOUNT,
});

/** The name of a file share or a blob container. */
export const shareName = textFormat<'ShareName'>({
  noun: 'share name',
  code: 'storage/share-name',
  expected: '3 to 63 lower-case letters, digits and single hyphens',
  accepts: SHARE,
});

/** The name of a CSI driver. */
export const csiDriverName = textFormat<'CsiDriverName'>({
  noun: 'CSI driver name',
  code: 'storage/csi-driver',
  expected: 'at most 63 letters, digits, hyphens and dots',
  accepts: CSI_DRIVER,
});

/** The client id of a managed identity. */
export const clientId = textFormat<'ClientId'>({
  noun: 'client id',
  code: 'storage/client-id',
  expected: 'a GUID',
  accepts: isGuid,
});

/** A volume handle of Azure Files, which may have the driver's own form of segments joined by `#`. */
export const filesVolumeHandle: TextFormat<'VolumeHandle'> = volumeHandle('without control characters', CONTROL);

/** A volume handle of Azure Blob, which becomes the name of a folder on the node. */
export const blobVolumeHandle: TextFormat<'VolumeHandle'> = volumeHandle('without "#" and "/"', /[#/\p{Cc}]/u);

/** Whether a path has the segment `..`. */
export function hasParentSegment(path: string): boolean {
  return PARENT_SEGMENT.test(path);
}

function volumeHandle(which: string, forbidden: RegExp): TextFormat<'VolumeHandle'> {
  return textFormat({
    noun: 'volume handle',
    code: 'storage/volume-handle',
    expected: `1 to ${String(MAX_HANDLE)} characters ${which}`,
    accepts: (handle) => handle !== '' && handle.length <= MAX_HANDLE && !forbidden.test(handle),
  });
}
