import { deferred } from '../../../lib/model/deferred';
import { NVIDIA_DEVICE_PLUGIN } from '../../../lib/model/scheduling/device-plugin';
import { resolveDevicePlugin } from '../../../lib/model/scheduling/resolve-device-plugin';

const GPU = { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' };

describe('resolveDevicePlugin', () => {
  test('fills the defaults with what the project publishes', () => {
    expect(resolveDevicePlugin({})).toStrictEqual({
      name: 'nvidia-device-plugin-daemonset',
      namespace: 'kube-system',
      image: 'nvcr.io/nvidia/k8s-device-plugin:v0.17.1',
      tolerations: [GPU],
      nodeSelector: {},
      warnings: [],
    });
    expect(NVIDIA_DEVICE_PLUGIN.image).toBe(`nvcr.io/nvidia/k8s-device-plugin:${NVIDIA_DEVICE_PLUGIN.version}`);
  });

  test('tolerates GPU taints, the taints of the recipes and what the caller adds', () => {
    const isolations = [
      { kind: 'workspace', resourceGroup: 'rg-ml', workspace: 'fraud' },
      { kind: 'workspace', resourceGroup: 'rg-ml', workspace: 'churn' },
      { kind: 'overall', effect: 'NoExecute' },
    ] as const;
    const { tolerations } = resolveDevicePlugin({ isolations, tolerations: [{ operator: 'Exists', key: 'sku' }] });
    const group = { operator: 'Equal', key: 'ml.azure.com/resource-group', value: 'rg-ml', effect: 'NoSchedule' };
    const workspace = { operator: 'Equal', key: 'ml.azure.com/workspace', effect: 'NoSchedule' };
    expect(tolerations).toStrictEqual([
      GPU,
      { operator: 'Equal', key: 'ml.azure.com/amlarc', value: 'true', effect: 'NoSchedule' },
      group,
      { ...workspace, value: 'fraud' },
      group,
      { ...workspace, value: 'churn' },
      { operator: 'Equal', key: 'ml.azure.com/amlarc', value: 'true', effect: 'NoExecute' },
      { operator: 'Exists', key: 'sku' },
    ]);
  });

  test('leaves warnings about effects to the nodes', () => {
    const plugin = resolveDevicePlugin({ isolations: [{ kind: 'overall', effect: 'PreferNoSchedule' }] });
    expect(plugin.warnings).toStrictEqual([]);
  });

  test('passes texts on that are known only at deployment', () => {
    const image = deferred('image');
    expect(resolveDevicePlugin({ image, nodeSelector: { pool: deferred('pool') } })).toMatchObject({
      image,
      nodeSelector: { pool: deferred('pool') },
    });
  });

  test('fails with one error for all issues', () => {
    expect(() => resolveDevicePlugin({ name: 'A', namespace: 'B' })).toThrow(/^DevicePlugin has 2 errors:/);
  });
});
