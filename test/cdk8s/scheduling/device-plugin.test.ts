import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { DevicePlugin } from '../../../lib/cdk8s/scheduling/device-plugin';
import { deferred } from '../../../lib/model/deferred';

describe('DevicePlugin', () => {
  test('creates the DaemonSet in kube-system, before the extension', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'other' });

    const plugin = new DevicePlugin(chart, 'gpus');

    expect(Testing.synth(chart)).toMatchObject([
      {
        kind: 'DaemonSet',
        metadata: { name: 'nvidia-device-plugin-daemonset', namespace: 'kube-system' },
        spec: { template: { spec: { tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }] } } },
      },
    ]);
    expect(plugin).toMatchObject({
      phase: 'before-extension',
      name: 'nvidia-device-plugin-daemonset',
      namespace: 'kube-system',
      diagnostics: [],
    });
  });

  test('tolerates the taints of the recipes, on the nodes selected', () => {
    const chart = Testing.chart();

    new DevicePlugin(chart, 'gpus', {
      isolations: [{ kind: 'workspace', resourceGroup: 'rg-ml', workspace: 'fraud' }],
      nodeSelector: { 'ml.azure.com/workspace': 'fraud' },
    });

    expect(Testing.synth(chart)).toMatchObject([
      {
        spec: {
          template: {
            spec: {
              nodeSelector: { 'ml.azure.com/workspace': 'fraud' },
              tolerations: [
                { key: 'nvidia.com/gpu' },
                { key: 'ml.azure.com/amlarc', operator: 'Equal', value: 'true', effect: 'NoSchedule' },
                { key: 'ml.azure.com/resource-group', operator: 'Equal', value: 'rg-ml', effect: 'NoSchedule' },
                { key: 'ml.azure.com/workspace', operator: 'Equal', value: 'fraud', effect: 'NoSchedule' },
              ],
            },
          },
        },
      },
    ]);
  });

  test('fails before anything is created', () => {
    const chart = Testing.chart();

    expect(() => new DevicePlugin(chart, 'gpus', { name: 'GPUs', namespace: 'a.b' })).toThrow(
      /^DevicePlugin test\/gpus has 2 errors:/,
    );
    expect(() => new DevicePlugin(chart, 'gpus', { image: deferred('image') })).toThrow('[deferred/unresolved]');
    expect(chart.node.children).toStrictEqual([]);
  });

  test('fails at synthesis when two plugins of one cluster have the same name', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    new DevicePlugin(chart, 'one');
    new DevicePlugin(chart, 'two');

    expect(() => app.synthYaml()).toThrow(/chart\/two: name: .*\[scheduling\/device-plugin-duplicate\]/);
  });

  test('keeps JSON patches', () => {
    const chart = Testing.chart();

    const plugin = new DevicePlugin(chart, 'gpus');
    ApiObject.of(plugin).addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 5));

    expect(Testing.synth(chart)).toMatchObject([{ spec: { minReadySeconds: 5 } }]);
    expect(plugin.node.defaultChild?.node.id).toBe('Resource');
  });
});
