import {
  AksCluster,
  ArcCluster,
  AzureMLExtension,
  AzureMLPlatform,
  ComputeNamespace,
  InstanceType,
  KubernetesCompute,
} from 'azureml-kubernetes/pulumi';
import { AZURE_ANSWERS, clusterId } from '../support/pulumi/azure-answers';
import { clusterProvider, runProgram } from '../support/pulumi/run-program';

const GROUP = '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg-ml/providers';
const workspaceResourceId = `${GROUP}/Microsoft.MachineLearningServices/workspaces/vision`;
const principalId = '11111111-2222-3333-4444-555555555555';
const AMOUNTS = { cpu: '2', memory: '4Gi' };
const SMALL = { resources: { requests: AMOUNTS, limits: AMOUNTS } } as const;
const aliases = [{ name: 'old' }];

const urnOf = (types: string, name: string) => `urn:pulumi:stack::project::${types}::${name}`;
const ours = (name: string) => `azureml-kubernetes:index:${name}`;

describe('the options of a component', () => {
  test('give it aliases, and its children those that follow from them', async () => {
    const run = await runProgram(() => {
      const nodePools = { jobs: { vmSize: 'Standard_DS4_v2' } };
      const described = { resourceGroupName: 'rg-ml', location: 'westeurope', nodePools };
      const cluster = new AksCluster('ml', described, { aliases });
      const extension = new AzureMLExtension('azureml', { cluster, enableTraining: true }, { aliases });
      const opts = { provider: clusterProvider(), aliases };
      new ComputeNamespace('jobs-namespace', {}, opts);
      new InstanceType('small', SMALL, opts);
      new KubernetesCompute('jobs', { workspaceResourceId, extension, namespace: 'ml-jobs' }, { aliases });
    }, AZURE_ANSWERS);
    const kinds = [
      ['ml', 'AksCluster', 'managedCluster', 'azure-native:containerservice:ManagedCluster'],
      ['azureml', 'AzureMLExtension', 'extension', 'azure-native:kubernetesconfiguration:Extension'],
      ['jobs-namespace', 'ComputeNamespace', 'resource', 'kubernetes:core/v1:Namespace'],
      ['small', 'InstanceType', 'resource', 'kubernetes:amlarc.azureml.com/v1alpha1:InstanceType'],
      ['jobs', 'KubernetesCompute', 'compute', 'azure-native:machinelearningservices:Compute'],
    ] as const;
    for (const [name, kind, role, type] of kinds) {
      expect(run.named(name).aliases).toStrictEqual([urnOf(ours(kind), 'old')]);
      expect(run.named(`${name}-${role}`).aliases).toContain(urnOf(`${ours(kind)}$${type}`, `old-${role}`));
    }
    const pool = `${ours('AksCluster')}$${ours('AgentPool')}`;
    expect(run.named('ml-jobs').aliases).toStrictEqual([urnOf(pool, 'old-jobs')]);
  });

  test('give the parts of a platform aliases too', async () => {
    const run = await runProgram(() => {
      const cluster = AksCluster.fromExisting(clusterId('Microsoft.ContainerService/managedClusters'), {
        location: 'westeurope',
      });
      const computes = [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' }, namespace: 'ml-jobs' }];
      const args = { cluster, extension: { name: 'azureml', enableTraining: true }, computes } as const;
      new AzureMLPlatform('ml', args, { aliases });
    }, AZURE_ANSWERS);
    const extension = `${ours('AzureMLPlatform')}$${ours('AzureMLExtension')}`;
    expect(run.named('ml-extension').aliases).toStrictEqual([urnOf(extension, 'old-extension')]);
  });

  test('adopt a relay and the roles on it', async () => {
    const run = await runProgram(() => {
      const id = clusterId('Microsoft.Kubernetes/connectedClusters');
      const cluster = ArcCluster.fromExisting(id, { location: 'westeurope' });
      const adopted = (role: string) => ({ import: `the id of ${role}` });
      const children = {
        relayNamespace: adopted('the namespace'),
        hybridConnection: adopted('the connection'),
        hybridConnectionAuthorizationRule: adopted('the rule'),
        'role:team:relayOwner:relay': adopted('the role'),
      };
      const extension = new AzureMLExtension('azureml', { cluster, enableTraining: true }, { children });
      const workspaceIdentity = { kind: 'userAssigned', name: 'team', principalId } as const;
      new KubernetesCompute('jobs', { workspaceResourceId, workspaceIdentity, extension, namespace: 'ml-jobs' });
    }, AZURE_ANSWERS);
    const imported = run.resources.filter(({ importId }) => importId !== '');
    expect(Object.fromEntries(imported.map(({ name, importId }) => [name, importId]))).toStrictEqual({
      'azureml-relayNamespace': 'the id of the namespace',
      'azureml-hybridConnection': 'the id of the connection',
      'azureml-hybridConnectionAuthorizationRule': 'the id of the rule',
      'azureml-role:team:relayOwner:relay': 'the id of the role',
    });
  });
});
