import { AksCluster, AzureMLExtension, InstanceType, type InstanceTypeArgs } from 'azureml-kubernetes/pulumi';
import { errorMessage } from '../../support/error-message';
import { AZURE_PREVIEW, clusterId } from '../../support/pulumi/azure-answers';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';
import { unknownOutput } from '../../support/pulumi/unknown-output';

const SMALL = {
  resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '2Gi' } },
} as const satisfies InstanceTypeArgs;

describe('InstanceType', () => {
  test('is a custom resource of the kind that the extension brings', async () => {
    const run = await runProgram(
      () => {
        const nodeSelector = { agentpool: unknownOutput() };
        new InstanceType('small', { ...SMALL, nodeSelector }, { provider: clusterProvider() });
      },
      { preview: true },
    );
    expect(run.named('small-resource')).toMatchObject({
      type: 'kubernetes:amlarc.azureml.com/v1alpha1:InstanceType',
      parent: run.named('small').urn,
    });
    expect(run.named('small-resource').inputs).toStrictEqual({
      apiVersion: 'amlarc.azureml.com/v1alpha1',
      kind: 'InstanceType',
      metadata: { name: 'small' },
      spec: { nodeSelector: { agentpool: '<unknown>' }, ...SMALL },
    });
  });

  test('goes with the extension that brings its kind, and shows its values in a preview all the same', async () => {
    const run = await runProgram(
      () => {
        const cluster = AksCluster.fromExisting(clusterId('Microsoft.ContainerService/managedClusters'), {
          location: 'westeurope',
        });
        const provider = clusterProvider();
        const extension = new AzureMLExtension('azureml', { cluster, enableTraining: true });
        new InstanceType('small', SMALL, { provider, dependsOn: [provider, extension] });
        new InstanceType('alone', SMALL, { provider, dependsOn: provider });
      },
      { ...AZURE_PREVIEW, preview: true },
    );
    const extension = run.named('azureml-extension');
    expect(run.named('small-resource').propertyDependencies['metadata']).toStrictEqual([extension.urn]);
    expect(run.named('small-resource').inputs['metadata']).toStrictEqual({ name: 'small' });
    expect(run.named('alone-resource').propertyDependencies['metadata']).toStrictEqual([]);
  });

  test('fails with every issue of its amounts', async () => {
    let message = '';
    await runProgram(() => {
      const resources = { ...SMALL.resources, limits: { cpu: '0', memory: '1Gi' } };
      message = errorMessage(() => new InstanceType('small', { resources }, { provider: clusterProvider() }));
    });
    expect(message).toMatch(/^InstanceType small has \d errors?:\n {2}- resources\.limits\.cpu: /);
  });
});
