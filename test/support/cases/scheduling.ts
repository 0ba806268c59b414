import { DevicePlugin } from 'azureml-kubernetes/cdk8s';
import type { ManifestCase } from './case';

/** Every option of the device plugin. */
export const SCHEDULING_CASES: readonly ManifestCase[] = [
  {
    title: 'device plugin as published',
    build: (chart) => {
      new DevicePlugin(chart, 'gpus');
    },
  },
  {
    title: 'device plugin with every option',
    build: (chart) => {
      new DevicePlugin(chart, 'gpus', {
        name: 'device-plugin',
        namespace: 'gpu-resources',
        image: 'registry.contoso.com/nvidia/k8s-device-plugin:v0.17.1',
        isolations: [
          { kind: 'overall' },
          { kind: 'system', effect: 'NoExecute' },
          { kind: 'workload', effect: 'PreferNoSchedule' },
          { kind: 'workspace', resourceGroup: 'rg-ml', workspace: 'fraud' },
          { kind: 'computeTarget', resourceGroup: 'rg-ml', workspace: 'fraud', compute: 'gpu' },
        ],
        tolerations: [
          { operator: 'Equal', key: 'kubernetes.azure.com/scalesetpriority', value: 'spot', effect: 'NoSchedule' },
          { operator: 'Equal', key: 'dedicated' },
          { operator: 'Exists', key: 'sku' },
          { operator: 'Exists', effect: 'NoExecute' },
        ],
        nodeSelector: { 'ml.azure.com/amlarc': 'true' },
      });
    },
  },
];
