import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { ClusterScope, diagnosticsOf } from '../../../lib/cdk8s/cluster-scope';
import { InstanceType } from '../../../lib/cdk8s/compute/instance-type';

const RESOURCES = { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi' } };

describe('InstanceType', () => {
  test('takes its id as its name', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'other' });

    const type = new InstanceType(chart, 'cpu-small', { resources: RESOURCES });

    expect(Testing.synth(chart)).toStrictEqual([
      {
        apiVersion: 'amlarc.azureml.com/v1alpha1',
        kind: 'InstanceType',
        metadata: { name: 'cpu-small' },
        spec: { resources: RESOURCES },
      },
    ]);
    expect(type).toMatchObject({ name: 'cpu-small', phase: 'after-extension', diagnostics: [] });
  });

  test('writes GPUs into the limits as a number, and the node selector', () => {
    const chart = Testing.chart();

    new InstanceType(chart, 'type', {
      name: 'gpu',
      nodeSelector: { agentpool: 'gpu' },
      resources: { ...RESOURCES, limits: { ...RESOURCES.limits, gpu: 2, gpuResource: 'amd.com/gpu' } },
    });

    expect(Testing.synth(chart)).toMatchObject([
      {
        metadata: { name: 'gpu' },
        spec: {
          nodeSelector: { agentpool: 'gpu' },
          resources: { requests: RESOURCES.requests, limits: { cpu: '2', memory: '4Gi', 'amd.com/gpu': 2 } },
        },
      },
    ]);
  });

  test('fails before anything is created', () => {
    const chart = Testing.chart();

    expect(() => new InstanceType(chart, 'GPU', { resources: RESOURCES })).toThrow(
      /^InstanceType test\/GPU has 1 error:/,
    );
    expect(chart.node.children).toStrictEqual([]);
  });

  test('fails at synthesis when two charts of one cluster define the same type', () => {
    const app = Testing.app();
    const cluster = new ClusterScope(app, 'prod');
    const one = new Chart(cluster, 'one');
    const other = new Chart(cluster, 'other');
    new InstanceType(one, 'gpu', { resources: RESOURCES });
    new InstanceType(other, 'gpu', { resources: RESOURCES });

    expect((): unknown => Testing.synth(one)).toThrow(
      /prod\/other\/gpu: name: two instance types of one cluster have the same name/,
    );
  });

  test('may repeat a name in the chart of another cluster', () => {
    const app = Testing.app();
    const [dev, prod] = [new Chart(app, 'dev'), new Chart(app, 'prod')];
    new InstanceType(dev, 'gpu', { resources: RESOURCES });
    new InstanceType(prod, 'gpu', { resources: RESOURCES });

    expect(Testing.synth(dev)).toStrictEqual(Testing.synth(prod));
  });

  test('says what is unwise', () => {
    const chart = Testing.chart();

    new InstanceType(chart, 'tiny', { resources: { ...RESOURCES, limits: { cpu: '1', memory: '4Gi' } } });

    expect(diagnosticsOf(chart)).toMatchObject([
      { place: 'test/tiny', issue: { code: 'compute/instance-type-mlflow' } },
    ]);
  });

  test('can be patched', () => {
    const chart = Testing.chart();
    const type = new InstanceType(chart, 'gpu', { resources: RESOURCES });

    ApiObject.of(type).addJsonPatch(JsonPatch.add('/spec/newField', 'x'));

    expect(Testing.synth(chart)).toMatchObject([{ spec: { newField: 'x' } }]);
  });
});
