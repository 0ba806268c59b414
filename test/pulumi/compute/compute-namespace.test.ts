import * as pulumi from '@pulumi/pulumi';
import { ComputeNamespace } from 'azureml-kubernetes/pulumi';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';

describe('ComputeNamespace', () => {
  test('has the name of the component, and quota and limit range within', async () => {
    const run = await runProgram(() => {
      const limits = { quota: { pods: 10 }, limitRange: { default: { cpu: '1' } } };
      new ComputeNamespace('ml-jobs', limits, { provider: clusterProvider() });
    });
    const [component, namespace] = [run.named('ml-jobs'), run.named('ml-jobs-resource')];
    expect(component.outputs).toStrictEqual({ name: 'ml-jobs' });
    expect(namespace).toMatchObject({ type: 'kubernetes:core/v1:Namespace', parent: component.urn });
    expect(run.named('ml-jobs-quota')).toMatchObject({
      type: 'kubernetes:core/v1:ResourceQuota',
      dependsOn: [namespace.urn],
      inputs: { metadata: { name: 'ml-jobs', namespace: 'ml-jobs' }, spec: { hard: { pods: '10' } } },
    });
    expect(run.named('ml-jobs-limitRange')).toMatchObject({
      type: 'kubernetes:core/v1:LimitRange',
      dependsOn: [namespace.urn],
    });
  });

  test('takes its name from an Output', async () => {
    const run = await runProgram(() => {
      new ComputeNamespace('jobs', { name: pulumi.output('ml-jobs') }, { provider: clusterProvider() });
    });
    expect(run.named('jobs-resource').inputs).toMatchObject({ metadata: { name: 'ml-jobs' } });
    expect(run.resources.map(({ name }) => name)).not.toContain('jobs-quota');
  });
});
