import * as pulumi from '@pulumi/pulumi';
import { AksCluster, AzureMLExtension, KubernetesCompute } from 'azureml-kubernetes/pulumi';

const GROUP = '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg-ml/providers';
const PRINCIPALS = { first: 'a', second: 'b' };

const cluster = AksCluster.fromExisting(`${GROUP}/Microsoft.ContainerService/managedClusters/ml`, {
  location: 'westeurope',
});
const extension = new AzureMLExtension('azureml', { cluster, enableTraining: true });
for (const [name, digit] of Object.entries(PRINCIPALS)) {
  const principalId = pulumi.output(`${digit.repeat(8)}-2222-3333-4444-555555555555`);
  new KubernetesCompute(name, {
    workspaceResourceId: `${GROUP}/Microsoft.MachineLearningServices/workspaces/vision`,
    workspaceIdentity: { kind: 'userAssigned', name: 'ws', principalId },
    extension,
  });
}
