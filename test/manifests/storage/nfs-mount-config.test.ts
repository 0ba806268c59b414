import * as fc from 'fast-check';
import { parse } from 'yaml';
import { renderNfsMountConfig } from '../../../lib/manifests/storage/nfs-mount-config';
import { resolveNfsMountConfig } from '../../../lib/model/storage/resolve-nfs-mount-config';
import { nfsMounts } from '../../support/storage-arbitraries';

const MOUNT = { name: 'images', mountPath: '/mnt/images', server: 'nas.contoso.com', path: '/share/images' };

describe('renderNfsMountConfig', () => {
  test('writes the ConfigMap that Azure ML looks for', () => {
    const other = { name: 'models', mountPath: '/mnt/models', server: 'fd00::1', path: '/share/"odd": #1' };
    expect(renderNfsMountConfig(resolveNfsMountConfig({ mounts: [MOUNT, other] }))).toStrictEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'mount-config', namespace: 'azureml' },
      data: {
        'mounts.yaml': [
          'mountPoints:',
          '- mountPath: "/mnt/images"',
          '  mountType: nfs',
          '  name: "images"',
          '  path: "/share/images"',
          '  server: "nas.contoso.com"',
          '- mountPath: "/mnt/models"',
          '  mountType: nfs',
          '  name: "models"',
          String.raw`  path: "/share/\"odd\": #1"`,
          '  server: "fd00::1"',
          '',
        ].join('\n'),
      },
    });
  });

  test('reads back as what was given, whatever the text', () => {
    fc.assert(
      fc.property(nfsMounts(), (mounts) => {
        const { data } = renderNfsMountConfig(resolveNfsMountConfig({ mounts }));
        const mountPoints = mounts.map((mount) => ({ ...mount, mountType: 'nfs' }));
        expect(parse(data['mounts.yaml'])).toStrictEqual({ mountPoints });
      }),
    );
  });
});
