import { renderDevicePlugin } from '../../../lib/manifests/scheduling/device-plugin';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import { resolveDevicePlugin } from '../../../lib/model/scheduling/resolve-device-plugin';

describe('renderDevicePlugin', () => {
  test('writes the DaemonSet that the project publishes', () => {
    expect(renderDevicePlugin(resolveDevicePlugin({}))).toStrictEqual({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'nvidia-device-plugin-daemonset', namespace: 'kube-system' },
      spec: {
        selector: { matchLabels: { name: 'nvidia-device-plugin-ds' } },
        updateStrategy: { type: 'RollingUpdate' },
        template: {
          metadata: { labels: { name: 'nvidia-device-plugin-ds' } },
          spec: {
            tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
            priorityClassName: 'system-node-critical',
            containers: [
              {
                name: 'nvidia-device-plugin-ctr',
                image: 'nvcr.io/nvidia/k8s-device-plugin:v0.17.1',
                env: [{ name: 'FAIL_ON_INIT_ERROR', value: 'false' }],
                securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                volumeMounts: [{ name: 'kubelet-device-plugins-dir', mountPath: '/var/lib/kubelet/device-plugins' }],
              },
            ],
            volumes: [
              {
                name: 'kubelet-device-plugins-dir',
                hostPath: { path: '/var/lib/kubelet/device-plugins', type: 'Directory' },
              },
            ],
          },
        },
      },
    });
  });

  test('writes names, image, tolerations and node selector of the description', () => {
    const plugin = resolveDevicePlugin({
      name: 'gpus',
      namespace: 'gpu-resources',
      image: 'registry.contoso.com/k8s-device-plugin:v0.17.1',
      isolations: [{ kind: 'system' }],
      nodeSelector: { accelerator: 't4' },
    });
    expect(renderDevicePlugin(plugin)).toMatchObject({
      metadata: { name: 'gpus', namespace: 'gpu-resources' },
      spec: {
        template: {
          spec: {
            nodeSelector: { accelerator: 't4' },
            tolerations: [
              { key: 'nvidia.com/gpu' },
              { key: 'ml.azure.com/amlarc', value: 'true' },
              { key: 'ml.azure.com/amlarc-system', value: 'true' },
            ],
            containers: [{ image: 'registry.contoso.com/k8s-device-plugin:v0.17.1' }],
          },
        },
      },
    });
  });

  test('gives the same for texts that become known later', () => {
    const isolation = { kind: 'workspace', resourceGroup: 'rg-ml' } as const;
    const render = (image: string, workspace: string): object =>
      renderDevicePlugin(resolveDevicePlugin({ image, isolations: [{ ...isolation, workspace }] }));
    expect(substituteDeferredIn(render(deferred('image'), deferred('workspace')), ({ name }) => name)).toStrictEqual(
      render('image', 'workspace'),
    );
  });
});
