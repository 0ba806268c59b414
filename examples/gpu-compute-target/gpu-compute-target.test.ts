import { admission, azureMLPlatformIssues, resolveNodePool } from 'azureml-kubernetes';
import { AzureMLPlatform, diagnosticsOf } from 'azureml-kubernetes/cdk8s';
import { Testing } from 'cdk8s';
import { GPU_PLATFORM } from './platform';

const app = Testing.app();
const { charts } = new AzureMLPlatform(app, 'gpu', GPU_PLATFORM);
const { taints } = resolveNodePool({ ...GPU_PLATFORM.nodePools?.['gpu'], name: 'gpu' });
const OWN = { kind: 'workload', resourceGroup: 'rg-ml', workspace: 'vision', compute: 'gpu-jobs' } as const;

describe('GPU nodes dedicated to one compute target', () => {
  test('let in its workloads, and nobody else', () => {
    expect(admission(taints, OWN).admitted).toBe(true);
    expect(admission(taints, { ...OWN, compute: 'cpu-jobs' }).admitted).toBe(false);
    expect(admission(taints, { ...OWN, workspace: 'fraud' }).admitted).toBe(false);
    expect(admission(taints, { kind: 'extensionSystem' }).admitted).toBe(false);
  });

  test('let in the device plugin, which would leave the GPUs unknown otherwise', () => {
    expect(Testing.synth(charts['before-extension'])).toMatchObject([
      { kind: 'Namespace', metadata: { name: 'ml-vision' } },
      { kind: 'ResourceQuota', spec: { hard: { 'requests.nvidia.com/gpu': '8' } } },
      {
        kind: 'DaemonSet',
        spec: {
          template: {
            spec: {
              nodeSelector: { 'ml.azure.com/compute': 'gpu-jobs' },
              tolerations: [
                { key: 'nvidia.com/gpu', operator: 'Exists' },
                { key: 'ml.azure.com/amlarc', value: 'true' },
                { key: 'ml.azure.com/resource-group', value: 'rg-ml' },
                { key: 'ml.azure.com/workspace', value: 'vision' },
                { key: 'ml.azure.com/compute', value: 'gpu-jobs' },
              ],
            },
          },
        },
      },
    ]);
    const { ofWhole } = azureMLPlatformIssues({ ...GPU_PLATFORM, devicePlugin: {} });
    expect(ofWhole.map(({ code }) => code)).toStrictEqual(['scheduling/gpu-not-advertised']);
  });

  test('are found by the instance types, with one and with two GPUs', () => {
    expect(Testing.synth(charts['after-extension'])).toMatchObject([
      { kind: 'InstanceType', metadata: { name: 'gpu-one' }, spec: { resources: { limits: { 'nvidia.com/gpu': 1 } } } },
      { kind: 'InstanceType', metadata: { name: 'gpu-two' }, spec: { resources: { limits: { 'nvidia.com/gpu': 2 } } } },
    ]);
  });

  test('have nothing to warn about', () => {
    expect(diagnosticsOf(app)).toStrictEqual([]);
  });

  test('are written as they were', () => {
    expect(Testing.synth(charts['before-extension'])).toMatchSnapshot('before the extension');
    expect(Testing.synth(charts['after-extension'])).toMatchSnapshot('after the extension');
  });
});
