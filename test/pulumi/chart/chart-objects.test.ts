import * as pulumi from '@pulumi/pulumi';
import { ApiObject, App, Chart } from 'cdk8s';
import { ChartObjects, ChartOutputs, type ChartObjectsArgs } from 'azureml-kubernetes/pulumi';
import { errorMessage } from '../../support/error-message';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';
import { unknownOutput } from '../../support/pulumi/unknown-output';

const CRD = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'things.contoso.com' },
  spec: { group: 'contoso.com', names: { kind: 'Thing', plural: 'things' }, scope: 'Namespaced', versions: [] },
};

describe('ChartObjects', () => {
  test('registers each object after its namespace and its definition', async () => {
    const run = await runProgram(() => {
      const chart = new Chart(new App(), 'web');
      const metadata = { name: 'one', namespace: 'web' };
      new ApiObject(chart, 'thing', { apiVersion: 'contoso.com/v1', kind: 'Thing', metadata });
      new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 80 }] } });
      new ApiObject(chart, 'crd', CRD);
      new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'web' } });
      const { objects } = new ChartObjects('web', { chart }, { provider: clusterProvider() });
      expect(objects).toHaveLength(4);
    });
    const [namespace, definition] = [
      run.named('web-Namespace-web'),
      run.named('web-CustomResourceDefinition-things.contoso.com'),
    ];
    expect(run.named('web-Service-one')).toMatchObject({
      type: 'kubernetes:core/v1:Service',
      parent: run.named('web').urn,
      dependsOn: [namespace.urn],
      inputs: { spec: { ports: [{ port: 80 }] } },
    });
    expect(run.named('web-Thing-one').type).toBe('kubernetes:contoso.com/v1:Thing');
    expect([...run.named('web-Thing-one').dependsOn].sort()).toStrictEqual([namespace.urn, definition.urn].sort());
  });

  test('carries Outputs in props and in objects, each for itself', async () => {
    const run = await runProgram(
      () => {
        const outputs = new ChartOutputs();
        const chart = new Chart(new App({ resolvers: [outputs] }), 'web');
        const host = outputs.text('host', unknownOutput());
        new ApiObject(chart, 'config', {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'web' },
          data: { url: `https://${host}/`, token: pulumi.secret('clear'), plain: 'text' },
        });
        new ChartObjects('web', { chart, outputs }, { provider: clusterProvider() });
      },
      { preview: true },
    );
    expect(run.named('web-ConfigMap-web').inputs).toMatchObject({
      data: { url: '<unknown>', token: { secret: 'clear' }, plain: 'text' },
    });
  });

  test('tells objects of one name apart by their namespaces, and hands options to one by its role', async () => {
    const run = await runProgram(() => {
      const chart = {
        toJson: () =>
          ['a', 'b'].map((namespace) => ({
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: 'web', namespace },
          })),
      };
      const children = { 'ConfigMap-web-b': { protect: true } };
      new ChartObjects('web', { chart }, { provider: clusterProvider(), children });
    });
    expect(run.named('web-ConfigMap-web-a').protect).not.toBe(true);
    expect(run.named('web-ConfigMap-web-b').protect).toBe(true);
  });

  test('fails with every issue of the objects, and without a provider', async () => {
    let message = '';
    await runProgram(() => {
      const outputs = new ChartOutputs();
      const chart = { toJson: () => [{ kind: 'ConfigMap', metadata: { name: outputs.text('late', 'web') } }] };
      message = errorMessage(() => new ChartObjects('web', { chart, outputs }));
    });
    expect(message.split('\n').map((line) => /\[([^[]+?)\]$/.exec(line)?.[1])).toStrictEqual([
      undefined,
      'pulumi/kubernetes-provider-missing',
      'spec/type',
      'deferred/literal-required',
    ]);
  });

  test.each([
    ['an object without toJson', {}, 'nothing'],
    ['a function that gives nothing', { toJson: () => undefined }, 'nothing'],
    ['a function that gives one object', { toJson: () => ({ kind: 'ConfigMap' }) }, 'an object'],
    ['objects themselves in place of the function', { toJson: [] }, 'nothing'],
  ])('refuses %s', async (_, chart, received) => {
    let message = '';
    await runProgram(() => {
      const args = { chart } as unknown as ChartObjectsArgs;
      message = errorMessage(() => new ChartObjects('web', args, { provider: clusterProvider() }));
    });
    expect(message).toBe(
      'ChartObjects web has 1 error:\n' +
        `  - chart.toJson: the value has the wrong type (received "${received}", expected a function that returns a list of objects, as charts of cdk8s have it); give a value of the expected type [spec/type]`,
    );
  });
});
