import type * as pulumi from '@pulumi/pulumi';
import {
  AksCluster,
  AzureMLExtension,
  AzureMLPlatform,
  ChartObjects,
  ComputeNamespace,
  IngressTlsSecret,
  InstanceType,
  JobDataVolume,
  KubernetesCompute,
} from 'azureml-kubernetes/pulumi';
import { CERTIFICATE, PRIVATE_KEY } from '../support/certificates';
import { AZURE_ANSWERS } from '../support/pulumi/azure-answers';
import { runProgram, type ProgramRun } from '../support/pulumi/run-program';

const GROUP = '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg-ml/providers';
const workspaceResourceId = `${GROUP}/Microsoft.MachineLearningServices/workspaces/vision`;
const SMALL = {
  resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '2Gi' } },
} as const;
const source = { kind: 'inline', certificate: CERTIFICATE, privateKey: PRIVATE_KEY } as const;

/** A cluster that the program makes, the extension on it, and something more. */
function onCluster(more: (parts: { cluster: AksCluster; extension: AzureMLExtension }) => void): Promise<ProgramRun> {
  return runProgram(() => {
    const nodePools = { jobs: { vmSize: 'Standard_DS4_v2' } };
    const cluster = new AksCluster('ml', { resourceGroupName: 'rg-ml', location: 'westeurope', nodePools });
    more({ cluster, extension: new AzureMLExtension('azureml', { cluster, enableTraining: true }) });
  }, AZURE_ANSWERS);
}

const urns = (run: ProgramRun, ...names: readonly string[]) => names.map((name) => run.named(name).urn).sort();
const dependenciesOf = (run: ProgramRun, name: string) => [...run.named(name).dependsOn].sort();

describe('a component that others wait for', () => {
  test('may have those below it that wait for the extension on it', async () => {
    const run = await onCluster(({ cluster, extension }) => {
      const provider = cluster.kubernetesProvider('objects');
      const below = { parent: cluster, provider, dependsOn: extension };
      new KubernetesCompute('jobs', { workspaceResourceId, extension, namespace: 'ml-jobs' }, { parent: cluster });
      new InstanceType('small', SMALL, below);
      new IngressTlsSecret('tls', { source }, below);
    });
    expect(dependenciesOf(run, 'azureml-extension')).toStrictEqual(urns(run, 'ml-managedCluster', 'ml-jobs-agentPool'));
    expect(dependenciesOf(run, 'small')).toStrictEqual(urns(run, 'azureml-extension'));
    expect(dependenciesOf(run, 'tls')).toStrictEqual(urns(run, 'azureml-extension'));
  });

  test('may have a platform below it, which may have more below it', async () => {
    const run = await runProgram(() => {
      const cluster = new AksCluster('ml', { resourceGroupName: 'rg-ml', location: 'westeurope' });
      const computes = [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' }, namespace: 'ml-jobs' }];
      const args = { cluster, extension: { name: 'azureml', enableTraining: true }, computes } as const;
      const platform = new AzureMLPlatform('all', { ...args, instanceTypes: { small: SMALL } }, { parent: cluster });
      const provider = cluster.kubernetesProvider('objects');
      new InstanceType('other', SMALL, { provider, parent: platform, dependsOn: platform });
    }, AZURE_ANSWERS);
    expect(dependenciesOf(run, 'other')).toStrictEqual(
      urns(
        run,
        'all-namespace-ml-jobs-resource',
        'all-extension-extension',
        'all-instance-type-small-resource',
        'all-compute-vision.jobs-compute',
      ),
    );
  });

  test('may have several computes below it', async () => {
    const run = await onCluster(({ extension }) => {
      const args = { workspaceResourceId, extension, namespace: 'ml-jobs' };
      for (const name of ['jobs', 'research']) new KubernetesCompute(name, args, { parent: extension });
    });
    expect(dependenciesOf(run, 'research-compute')).toContain(run.named('azureml-extension').urn);
    expect(dependenciesOf(run, 'research-compute')).not.toContain(run.named('jobs-compute').urn);
  });

  test('has all that it made itself waited for, by components, by their children and by charts', async () => {
    const run = await onCluster(({ cluster }) => {
      const provider = cluster.kubernetesProvider('objects');
      const namespace = new ComputeNamespace('ml-jobs', { limitRange: { default: { cpu: '1' } } }, { provider });
      const below = { provider, parent: namespace };
      const capacity = { source: { kind: 'nfs', server: '10.0.0.4', path: '/share' }, capacity: '1Ti' } as const;
      const children = { claim: { dependsOn: [namespace] } };
      new JobDataVolume('images', { ...capacity, mountPath: '/mnt', namespace: 'ml-jobs' }, { ...below, children });
      const chart = { toJson: () => [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } }] };
      const options = { 'ConfigMap-web': { dependsOn: namespace as pulumi.Resource } };
      const objects = new ChartObjects('web', { chart }, { ...below, dependsOn: cluster, children: options });
      new ComputeNamespace('other', {}, { ...below, dependsOn: [objects, Promise.resolve(provider)] });
    });
    const made = urns(run, 'ml-jobs-resource', 'ml-jobs-limitRange');
    expect(dependenciesOf(run, 'images-claim')).toStrictEqual(expect.arrayContaining(made));
    expect(dependenciesOf(run, 'web')).toStrictEqual(urns(run, 'ml-managedCluster', 'ml-jobs-agentPool'));
    expect(dependenciesOf(run, 'web-ConfigMap-web')).toStrictEqual(made);
    expect(dependenciesOf(run, 'other')).toStrictEqual(urns(run, 'web-ConfigMap-web', 'objects'));
  });
});
