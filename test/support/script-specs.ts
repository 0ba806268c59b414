import { deferred, lowerCase, SecretValue, type ClusterSpec } from 'azureml-kubernetes';
import type { ScriptSpec } from 'azureml-kubernetes/az';
import { CERTIFICATE, PRIVATE_KEY } from './certificates';

const GROUP = '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-ml/providers';
const CLUSTER: ClusterSpec = {
  kind: 'aks',
  resourceId: `${GROUP}/Microsoft.ContainerService/managedClusters/ml`,
  location: 'westeurope',
};
/** Everything that a script for a cluster of AKS can hold. */
export const SCRIPT_SPEC: ScriptSpec = {
  cluster: CLUSTER,
  extension: {
    name: 'azureml',
    enableTraining: true,
    enableInference: {
      inferenceRouterServiceType: 'LoadBalancer',
      https: { sslCname: 'ml.contoso.com', certificate: CERTIFICATE, key: SecretValue.of(PRIVATE_KEY) },
    },
  },
  nodePools: { jobs: { vmSize: 'Standard_DS4_v2', minCount: 0, maxCount: 4 } },
  computes: [
    {
      name: 'jobs',
      workspaceResourceId: `${GROUP}/Microsoft.MachineLearningServices/workspaces/vision`,
      namespace: 'ml-jobs',
      identity: { kind: 'systemAssigned' },
      access: { registries: { images: `${GROUP}/Microsoft.ContainerRegistry/registries/images` } },
      workspaceIdentity: { kind: 'userAssigned', name: 'vision', principalId: 'aaaaaaaa-0000-4000-8000-00000000000a' },
    },
  ],
  manifests: { beforeExtension: ["it's before.yaml"], afterExtension: ['after.yaml'] },
};

/** A script for a cluster behind Azure Arc, with a relay, and values that are variables. */
export const ARC_SCRIPT_SPEC: ScriptSpec = {
  cluster: {
    kind: 'arc',
    subscriptionId: '11111111-2222-4333-8444-555555555555',
    resourceGroup: 'rg-plant',
    name: 'plant',
    location: lowerCase(deferred('location')),
  },
  extension: { name: 'azureml', enableTraining: true, nodeSelector: { 'ml.contoso.com/role': deferred('role') } },
  computes: [{ name: 'plant', workspaceResourceId: deferred('workspaceId') }],
};
