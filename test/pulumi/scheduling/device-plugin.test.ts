import * as pulumi from '@pulumi/pulumi';
import { DevicePlugin } from 'azureml-kubernetes/pulumi';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';

describe('DevicePlugin', () => {
  test('is a DaemonSet that tolerates the taints of its nodes', async () => {
    const run = await runProgram(() => {
      const workspace = pulumi.output('vision');
      const isolations = [{ kind: 'workspace', resourceGroup: 'ml', workspace }] as const;
      new DevicePlugin('gpus', { isolations }, { provider: clusterProvider() });
    });
    const { tolerations } = (run.named('gpus-resource').inputs as unknown as DaemonSet).spec.template.spec;
    expect(run.named('gpus-resource').type).toBe('kubernetes:apps/v1:DaemonSet');
    expect(tolerations).toContainEqual({
      key: 'ml.azure.com/workspace',
      operator: 'Equal',
      value: 'vision',
      effect: 'NoSchedule',
    });
    expect(run.named('gpus').outputs).toStrictEqual({
      name: 'nvidia-device-plugin-daemonset',
      namespace: 'kube-system',
    });
  });
});

interface DaemonSet {
  readonly spec: { readonly template: { readonly spec: { readonly tolerations: readonly unknown[] } } };
}
