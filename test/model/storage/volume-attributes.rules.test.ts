import * as fc from 'fast-check';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import { jobDataVolumeIssues } from '../../../lib/model/storage/job-data-volume.rules';
import { volumeAttributeIssues } from '../../../lib/model/storage/volume-attributes.rules';
import type { JobDataVolumeSpec } from '../../../lib/model/storage/job-data-volume';
import type { VolumeSource } from '../../../lib/model/storage/volume-source';
import { BLOB_FUSE, BLOB_NFS, CSI, DISK, FILES_NFS, FILES_SMB, NFS } from '../../support/storage-specs';

const SECRETS = [
  'accountkey',
  'azurestorageaccountkey',
  'azurestorageaccountsastoken',
  'msisecret',
  'azurestoragespnclientsecret',
  'azurestorageaccesskey',
  'azurestoragesastoken',
  'csi.storage.k8s.io/serviceaccount.tokens',
];

function found(source: VolumeSource): string[] {
  return volumeAttributeIssues(source).map(formatIssue);
}

/** The same text with some letters in upper case. */
function inAnyCase(text: string): fc.Arbitrary<string> {
  return fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) => [...text].map((letter, index) => (upper[index] === true ? letter.toUpperCase() : letter)).join(''));
}

describe('the parameters of a driver', () => {
  test('are free where no property stands for them, and where we do not know the driver', () => {
    expect(found({ ...FILES_NFS.source, volumeAttributes: { encryptInTransit: 'true' } })).toStrictEqual([]);
    expect(found({ ...BLOB_FUSE.source, volumeAttributes: { server: '10.0.0.4', tenantID: 'a' } })).toStrictEqual([]);
    expect(found({ ...CSI.source, volumeAttributes: { protocol: 'nfs' } })).toStrictEqual([]);
    expect(found(NFS.source)).toStrictEqual([]);
  });

  test('may say what to do with keys', () => {
    const volumeAttributes = { storeAccountKey: 'false', getAccountKeyFromSecret: 'true', getLatestAccountKey: 'true' };
    expect(found({ ...FILES_SMB.source, volumeAttributes })).toStrictEqual([]);
    expect(found({ ...BLOB_FUSE.source, volumeAttributes })).toStrictEqual([]);
  });

  test('fail where a property stands for them, in any letter case', () => {
    expect(found({ ...FILES_SMB.source, volumeAttributes: { ShareName: 'other', clientid: 'x' } })).toStrictEqual([
      'source.volumeAttributes.ShareName: the key is written by the library (expected the property source.shareName); remove it here and use the property [spec/owned-key]',
      'source.volumeAttributes.clientid: the key is written by the library (expected the property source.credentials); remove it here and use the property [spec/owned-key]',
    ]);
    expect(found({ ...BLOB_FUSE.source, volumeAttributes: { containername: 'other' } })).toHaveLength(1);
  });

  test.each([
    ['storageAccountName', 'storageAccount'],
    ['accountName', 'storageAccount'],
    ['azurestorageaccountname', 'storageAccount'],
    ['AzureStorageIdentityObjectID', 'credentials'],
    ['AzureStorageIdentityResourceID', 'credentials'],
    ['AzureStorageSPNClientID', 'credentials'],
    ['AzureStorageSPNTenantID', 'credentials'],
    ['keyVaultURL', 'credentials'],
    ['keyVaultSecretName', 'credentials'],
    ['keyVaultSecretVersion', 'credentials'],
  ])('fail under another name of the same: %s', (name, property) => {
    const message = `source.volumeAttributes.${name}: the key is written by the library (expected the property source.${property}); remove it here and use the property [spec/owned-key]`;
    expect(found({ ...BLOB_FUSE.source, volumeAttributes: { [name]: 'wrong' } })).toStrictEqual([message]);
    expect(found({ ...FILES_SMB.source, volumeAttributes: { [name]: 'wrong' } })).toStrictEqual([message]);
  });
});

describe('a secret among the parameters of a driver', () => {
  test('fails beside what contradicts a property', () => {
    const volumeAttributes = { storageAccountName: 'wrong', azurestorageaccountkey: 'c2VjcmV0' };
    const spec = { ...BLOB_FUSE, source: { ...BLOB_FUSE.source, volumeAttributes } };
    expect(jobDataVolumeIssues(spec).map(formatIssue)).toStrictEqual([
      'source.volumeAttributes.azurestorageaccountkey: the parameter holds a secret, which everybody sees who can read the persistent volume; remove it, and put it into a Secret: the one of source.credentials, or of source.nodeStageSecretRef with kind csi [storage/secret-attribute]',
      'source.volumeAttributes.storageAccountName: the key is written by the library (expected the property source.storageAccount); remove it here and use the property [spec/owned-key]',
    ]);
  });

  test('fails with every driver and in any letter case, and is not shown', () => {
    const names = fc.constantFrom(...SECRETS).chain(inAnyCase);
    const values = fc.constantFrom<unknown>('hunter2', ' hunter2\n', ['hunter2'], SecretValue.of('hunter2'), undefined);
    const volumes = fc.constantFrom(FILES_SMB, FILES_NFS, BLOB_FUSE, BLOB_NFS, DISK, CSI);
    fc.assert(
      fc.property(volumes, names, values, (volume, name, value) => {
        const spec = { ...volume, source: { ...volume.source, volumeAttributes: { [name]: value } } };
        const issues = jobDataVolumeIssues(spec as JobDataVolumeSpec);
        expect(issues).toContainEqual(
          expect.objectContaining({
            code: 'storage/secret-attribute',
            path: ['source', 'volumeAttributes', name],
          }),
        );
        expect(JSON.stringify(issues)).not.toContain('hunter2');
      }),
    );
  });
});
