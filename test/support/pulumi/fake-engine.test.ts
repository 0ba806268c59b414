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

  test('fails when resources wait for each other, at once, and goes on', async () => {
    const waiting = runProgram(() => {
      const component = new pulumi.ComponentResource('test:index:Component', 'component');
      const first = new Extension('first', CLUSTER, { dependsOn: component });
      new Extension('second', CLUSTER, { parent: component, dependsOn: first });
    });
    await expect(waiting).rejects.toThrow('these resources wait for each other: first, second');
    const run = await runProgram(() => new Extension('azureml', CLUSTER));
    expect(run.resources.map(({ name }) => name)).toStrictEqual(['project-stack', 'azureml']);
  });

  test('fails when a resource waits for what does not come, while others end', async () => {
    const waiting = runProgram(() => {
      new Extension('first', CLUSTER, { dependsOn: new Promise<pulumi.Resource>(() => undefined) });
      new Extension('second', CLUSTER);
    });
    await expect(waiting).rejects.toThrow('these resources wait for each other: first');
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
