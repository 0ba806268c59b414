import { Testing } from 'cdk8s';
import { InstanceTypeChart, NamespaceChart } from './chart';
import { down, up } from './scripts';

/** The steps of a script, as it names them. */
function stepsOf(script: string): string[] {
  return [...script.matchAll(/^begin (.+)$/gm)].map(([, name = '']) => name.replaceAll("'", ''));
}

describe('scripts with the Azure CLI', () => {
  test('set up in the order that works', () => {
    expect(stepsOf(up)).toStrictEqual([
      'tools and files',
      'provider Microsoft.ContainerService',
      'provider Microsoft.KubernetesConfiguration',
      'provider Microsoft.MachineLearningServices',
      'node pool jobs',
      'objects before the extension',
      'extension azureml',
      'wait for the extension',
      'objects after the extension',
      'compute jobs',
    ]);
  });

  test('take down the other way round', () => {
    expect(stepsOf(down)).toStrictEqual(['compute jobs', 'extension azureml', 'namespace azureml', 'what remains']);
  });

  test('ask for the variables that they need', () => {
    expect([...up.matchAll(/^: "\$\{(\w+):/gm)].map(([, name]) => name)).toStrictEqual(['CLUSTER_ID', 'WORKSPACE_ID']);
  });

  test('apply the charts of this folder', () => {
    expect(Testing.synth(new NamespaceChart(Testing.app(), '1-namespace'))).toMatchObject([{ kind: 'Namespace' }]);
    expect(Testing.synth(new InstanceTypeChart(Testing.app(), '2-instance-types'))).toMatchObject([
      { kind: 'InstanceType' },
    ]);
  });

  test('are written as they were', () => {
    expect(up.slice(up.indexOf('begin ')).split('\n').slice(7)).toMatchSnapshot();
  });
});
