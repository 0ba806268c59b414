import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import { volumeSourceShape } from '../../../lib/model/storage/volume-source.rules';
import { ALL_SPECS, BLOB_FUSE, BLOB_NFS, CSI, DISK, FILES_NFS, FILES_SMB } from '../../support/storage-specs';

function messages(source: unknown): string[] {
  return volumeSourceShape(source, ['source']).map(formatIssue);
}

function codes(source: unknown): string[] {
  return volumeSourceShape(source, []).map(({ code, path }) => `${code} ${path.join('.')}`);
}

describe('volumeSourceShape', () => {
  test.each(ALL_SPECS)('finds nothing wrong with %s', (_form, { source }) => {
    expect(messages(source)).toStrictEqual([]);
  });

  test('accepts every option of the sources', () => {
    const more = { resourceGroup: 'rg-ml', volumeHandle: 'handle', volumeAttributes: { folderName: 'a' } };
    const secret = { name: 'key', namespace: 'ml' };
    expect(messages({ ...FILES_SMB.source, ...more })).toStrictEqual([]);
    expect(messages({ ...FILES_SMB.source, credentials: { kind: 'managedIdentity' } })).toStrictEqual([]);
    expect(messages({ ...BLOB_NFS.source, ...more })).toStrictEqual([]);
    expect(messages({ ...DISK.source, volumeAttributes: { fsType: 'xfs' } })).toStrictEqual([]);
    expect(
      messages({
        ...CSI.source,
        fsType: 'ext4',
        readOnly: true,
        volumeAttributes: { share: '/images' },
        controllerPublishSecretRef: secret,
        nodeStageSecretRef: secret,
        nodePublishSecretRef: secret,
      }),
    ).toStrictEqual([]);
  });

  test('accepts text that is known only at deployment', () => {
    expect(messages({ kind: 'nfs', server: deferred('server'), path: deferred('path') })).toStrictEqual([]);
    expect(messages({ ...BLOB_NFS.source, storageAccount: deferred('account') })).toStrictEqual([]);
    expect(messages({ kind: 'azureDisk', diskId: deferred('disk') })).toStrictEqual([]);
  });

  test('fails on a kind that does not exist, with the one that was meant', () => {
    expect(messages({ kind: 'azureFile' })).toStrictEqual([
      'source.kind: the value is not one of the choices (received "azureFile", expected one of nfs, azureFiles, azureBlob, azureDisk, csi, hostPath, storageClass); did you mean "azureFiles"? [spec/choice]',
    ]);
    expect(codes({ ...FILES_SMB.source, protocol: 'fuse2' })).toStrictEqual(['spec/choice protocol']);
    expect(codes({ ...FILES_SMB.source, credentials: { kind: 'key' } })).toStrictEqual([
      'spec/choice credentials.kind',
    ]);
    expect(codes('nfs')).toStrictEqual(['spec/type ']);
  });

  test('fails on credentials where access is granted by network', () => {
    const { credentials } = FILES_SMB.source;
    const message =
      'source.credentials: NFS access is granted by network, there are no credentials; remove it [storage/not-for-source]';
    expect(messages({ ...FILES_NFS.source, credentials })).toStrictEqual([message]);
    expect(messages({ ...BLOB_NFS.source, credentials })).toStrictEqual([message]);
  });

  test('fails on a secret reference without a namespace, and on missing credentials', () => {
    expect(codes({ ...FILES_SMB.source, credentials: { kind: 'secret', name: 'key' } })).toStrictEqual([
      'spec/required credentials.namespace',
    ]);
    expect(codes({ ...FILES_SMB.source, credentials: undefined })).toStrictEqual(['spec/required credentials']);
    expect(codes({ ...BLOB_FUSE.source, credentials: { kind: 'managedIdentity' } })).toStrictEqual([
      'spec/required credentials.clientId',
    ]);
  });

  test('fails on every wrong text at once', () => {
    expect(
      codes({
        ...BLOB_FUSE.source,
        storageAccount: 'Contoso',
        containerName: 'My Images',
        resourceGroup: 'rg.',
        volumeHandle: 'a#b',
        credentials: { kind: 'managedIdentity', clientId: 'me' },
      }),
    ).toStrictEqual([
      'storage/account-name storageAccount',
      'azure/resource-group resourceGroup',
      'storage/volume-handle volumeHandle',
      'storage/share-name containerName',
      'storage/client-id credentials.clientId',
    ]);
    expect(codes({ kind: 'nfs', server: 'nfs://nas', path: 'share' })).toStrictEqual([
      'storage/nfs-server server',
      'storage/path path',
    ]);
    expect(codes({ kind: 'csi', driver: 'my driver', volumeHandle: '' })).toStrictEqual([
      'storage/csi-driver driver',
      'name/plain-text volumeHandle',
    ]);
    expect(codes({ kind: 'hostPath', path: 'data' })).toStrictEqual(['storage/path path']);
    expect(codes({ kind: 'storageClass', storageClassName: 'Files', reclaimPolicy: 'Recycle' })).toStrictEqual([
      'name/dns-subdomain storageClassName',
      'spec/choice reclaimPolicy',
    ]);
  });

  test('fails on the id of something that is no disk', () => {
    const account = DISK.source.diskId.replace('Microsoft.Compute/disks', 'Microsoft.Storage/storageAccounts');
    expect(codes({ kind: 'azureDisk', diskId: account })).toStrictEqual(['azure/resource-type diskId']);
    expect(codes({ kind: 'azureDisk', diskId: 'images' })).toStrictEqual(['azure/resource-id diskId']);
  });

  test('fails on secrets, which would stand in clear in the manifest', () => {
    const key = SecretValue.of('do-not-print');
    const found = messages({ ...BLOB_NFS.source, volumeAttributes: { key }, storageAccount: key });
    expect(found).toHaveLength(2);
    expect(found.join()).not.toContain('do-not-print');
    const secret = deferred('key', { secret: true });
    expect(codes({ ...CSI.source, volumeAttributes: { key: secret } })).toStrictEqual([
      'deferred/secret-in-plain-text volumeAttributes.key',
    ]);
  });
});
