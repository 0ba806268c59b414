import * as pulumi from '@pulumi/pulumi';
import { Extension } from '@pulumi/azure-native/kubernetesconfiguration/index.js';
import { runProgram } from './run-program';
import { unknownOutput } from './unknown-output';

const CLUSTER = {
  resourceGroupName: 'rg',
  clusterRp: 'Microsoft.ContainerService',
  clusterResourceName: 'managedClusters',
  clusterName: 'ml',
};

describe('the engine that stands in for Pulumi', () => {
  test('gets secrets as secrets and unknown values as unknown', async () => {
    const run = await runProgram(
      () => {
        new Extension('azureml', {
          ...CLUSTER,
          configurationSettings: { domain: unknownOutput() },
          configurationProtectedSettings: { key: pulumi.secret('clear'), other: 'plain' },
        });
      },
      { preview: true },
    );
    expect(run.named('azureml').inputs).toMatchObject({
      ...CLUSTER,
      configurationSettings: { domain: '<unknown>' },
      configurationProtectedSettings: { key: { secret: 'clear' }, other: 'plain' },
    });
  });

  test('refuses a second resource of the same name', async () => {
    const run = await runProgram(() => {
      new Extension('azureml', CLUSTER);
      new Extension('other', CLUSTER);
    });
    expect(() => run.named('third')).toThrow('0 resources have the name third: project-stack azureml other');
    expect(run.named('azureml').dependsOn).toStrictEqual([]);
  });

  test('answers with what a provider adds', async () => {
    let type = '';
    await runProgram(
      async () => {
        const extension = new Extension('azureml', CLUSTER);
        type = await new Promise((done) => extension.type.apply(done));
      },
      { state: () => ({ type: 'Microsoft.KubernetesConfiguration/extensions' }) },
    );
    expect(type).toBe('Microsoft.KubernetesConfiguration/extensions');
  });
});
