import { Testing } from 'cdk8s';
import { JobsChart } from './chart';
import { attachJson, extensionJson } from './templates';

interface Resource {
  readonly type: string;
  readonly name: string;
}

function namesOf(resources: readonly unknown[]): string[] {
  return (resources as readonly Resource[]).map(({ type, name }) => `${type} ${name}`);
}

describe('ARM templates for AKS in production', () => {
  test('make two pools and the extension', () => {
    expect(namesOf(extensionJson.template.resources)).toStrictEqual([
      "Microsoft.ContainerService/managedClusters/agentPools [concat(split(parameters('clusterId'), '/')[8], '/router')]",
      "Microsoft.ContainerService/managedClusters/agentPools [concat(split(parameters('clusterId'), '/')[8], '/jobs')]",
      'Microsoft.KubernetesConfiguration/extensions azureml',
    ]);
  });

  test('take certificate and key from a key vault', () => {
    expect(extensionJson.template.parameters).toStrictEqual({
      clusterId: { type: 'string' },
      sslCertificate: { type: 'secureString' },
      sslKey: { type: 'secureString' },
    });
    expect(extensionJson.parameters.parameters).toMatchObject({
      sslCertificate: { reference: { secretName: 'ml-certificate' } },
      sslKey: { reference: { secretName: 'ml-key' } },
    });
  });

  test('attach to two workspaces, with the roles of the one whose identity is its own', () => {
    const types = namesOf(attachJson.template.resources).map((name) => name.replace(/ .*/, ''));

    expect(types).toStrictEqual([
      ...Array.from({ length: 3 }, () => 'Microsoft.Authorization/roleAssignments'),
      'Microsoft.Resources/deployments',
      'Microsoft.Resources/deployments',
    ]);
    expect(Object.keys(attachJson.template.parameters)).toStrictEqual(['clusterId', 'visionPrincipalId']);
  });

  test('leave the objects in the cluster to a chart', () => {
    expect(Testing.synth(new JobsChart(Testing.app(), 'jobs'))).toMatchObject([
      { kind: 'Namespace', metadata: { name: 'ml-jobs' } },
      { kind: 'PersistentVolume' },
      { kind: 'PersistentVolumeClaim', metadata: { namespace: 'ml-jobs' } },
    ]);
  });

  test('are written as they were', () => {
    expect(JSON.stringify(extensionJson.template.resources.at(-1), undefined, 2)).toMatchSnapshot();
  });
});
