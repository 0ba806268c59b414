import { NfsMountConfig } from 'azureml-kubernetes/pulumi';
import { errorMessage } from '../../support/error-message';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';

const MOUNT = { name: 'images', mountPath: '/mnt/images', server: '10.0.0.4', path: '/share/images' };

describe('NfsMountConfig', () => {
  test('registers the ConfigMap that Azure ML looks for', async () => {
    const run = await runProgram(() => {
      new NfsMountConfig('mounts', { mounts: [MOUNT] }, { provider: clusterProvider() });
    });
    const component = run.named('mounts');
    expect(component).toMatchObject({
      type: 'azureml-kubernetes:index:NfsMountConfig',
      inputs: { mounts: [MOUNT] },
      outputs: { name: 'mount-config' },
    });
    expect(run.named('mounts-resource')).toMatchObject({
      type: 'kubernetes:core/v1:ConfigMap',
      parent: component.urn,
      inputs: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'mount-config', namespace: 'azureml' },
        data: {
          'mounts.yaml':
            'mountPoints:\n- mountPath: "/mnt/images"\n  mountType: nfs\n  name: "images"\n  path: "/share/images"\n  server: "10.0.0.4"\n',
        },
      },
    });
  });

  test('fails with every issue of the mounts', async () => {
    let message = '';
    await runProgram(() => {
      const mounts = [MOUNT, { ...MOUNT, mountPath: '/mnt/models' }];
      message = errorMessage(() => new NfsMountConfig('mounts', { mounts }, { provider: clusterProvider() }));
    });
    expect(message).toBe(
      'NfsMountConfig mounts has 1 error:\n  - mounts[1].name: two mounts have the same name (received "images"); give each mount a name of its own [storage/mount-name-twice]',
    );
  });
});
