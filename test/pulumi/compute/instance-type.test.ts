import { InstanceType, type InstanceTypeArgs } from 'azureml-kubernetes/pulumi';
import { errorMessage } from '../../support/error-message';
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

  test('fails with every issue of its amounts', async () => {
    let message = '';
    await runProgram(() => {
      const resources = { ...SMALL.resources, limits: { cpu: '0', memory: '1Gi' } };
      message = errorMessage(() => new InstanceType('small', { resources }, { provider: clusterProvider() }));
    });
    expect(message).toMatch(/^InstanceType small has \d errors?:\n {2}- resources\.limits\.cpu: /);
  });
});
