import { resolveExistingClaim } from '../../../lib/model/storage/existing-claim';

describe('resolveExistingClaim', () => {
  test('takes the default namespace and knows no mount path', () => {
    expect(resolveExistingClaim({ claimName: 'images' })).toStrictEqual({
      isAdopted: true,
      claimName: 'images',
      namespace: 'default',
      warnings: [],
    });
  });

  test('keeps what is given, and warns about a system folder', () => {
    expect(resolveExistingClaim({ claimName: 'images', namespace: 'ml', mountPath: '/etc/images' })).toMatchObject({
      namespace: 'ml',
      mountPath: '/etc/images',
      warnings: [{ code: 'storage/mount-path-system' }],
    });
  });

  test('fails on wrong names and paths at once', () => {
    const spec = { claimName: 'Images', namespace: 'a.b', mountPath: 'mnt', extra: 1 };
    expect(() => resolveExistingClaim(spec, { subject: 'JobDataVolume app/images' })).toThrow(
      [
        'JobDataVolume app/images has 4 errors:',
        '  - claimName: the text is not a DNS subdomain name (received "Images", expected at most 253 lower-case letters, digits, hyphens and dots); use lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part [name/dns-subdomain]',
        '  - namespace: the text is not a DNS label (received "a.b", expected at most 63 lower-case letters, digits and hyphens); use lower-case letters, digits and hyphens, with a letter or digit at both ends [name/dns-label]',
        '  - mountPath: the mount path is not absolute (received "mnt"); start the path with a slash, for example /mnt/data [storage/mount-path-relative]',
        '  - extra: the property is not known here (expected one of claimName, namespace, mountPath); remove it or correct its name [spec/unknown-property]',
      ].join('\n'),
    );
  });
});
