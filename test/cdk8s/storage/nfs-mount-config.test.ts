import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { JobDataVolume } from '../../../lib/cdk8s/storage/job-data-volume';
import { NfsMountConfig } from '../../../lib/cdk8s/storage/nfs-mount-config';

const MOUNT = { name: 'images', mountPath: '/mnt/images', server: '10.0.0.4', path: '/share/images' };

describe('NfsMountConfig', () => {
  test('writes the ConfigMap of the extension, whatever the namespace of the chart', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'other' });

    const config = new NfsMountConfig(chart, 'mounts', { mounts: [MOUNT] });

    expect(Testing.synth(chart)).toStrictEqual([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'mount-config', namespace: 'azureml' },
        data: {
          'mounts.yaml':
            'mountPoints:\n- mountPath: "/mnt/images"\n  mountType: nfs\n  name: "images"\n  path: "/share/images"\n  server: "10.0.0.4"\n',
        },
      },
    ]);
    expect(config).toMatchObject({
      name: 'mount-config',
      phase: 'after-extension',
      diagnostics: [],
      spec: { mounts: [MOUNT] },
    });
    expect(ApiObject.of(config).kind).toBe('ConfigMap');
  });

  test('fails with all issues at once, and leaves nothing in the tree', () => {
    const chart = Testing.chart();

    expect(
      () => new NfsMountConfig(chart, 'mounts', { mounts: [{ ...MOUNT, mountPath: 'mnt', server: 'nfs://nas' }] }),
    ).toThrow('NfsMountConfig test/mounts has 2 errors:');
    expect(chart.node.children).toStrictEqual([]);
  });

  test('fails when a volume of any namespace has the path of one of its mounts', () => {
    const chart = Testing.chart();
    new NfsMountConfig(chart, 'mounts', { mounts: [MOUNT] });
    const source = { kind: 'hostPath', path: '/data' } as const;
    new JobDataVolume(chart, 'volume', { source, capacity: '1Gi', mountPath: '/mnt/images', namespace: 'ml' });

    expect(() => void Testing.synth(chart)).toThrow(
      'test/volume: mountPath: the mount path is also the mount path of the mount images of mount-config',
    );
  });

  test('fails when a cluster has two', () => {
    const chart = Testing.chart();
    new NfsMountConfig(chart, 'one', { mounts: [MOUNT] });
    new NfsMountConfig(chart, 'two', { mounts: [MOUNT] });

    expect(() => void Testing.synth(chart)).toThrow('test/two: the cluster has two NFS mount configurations');
  });
});
