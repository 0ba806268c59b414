import { deferred, SecretValue, type ClusterSpec, type ExtensionSpec } from 'azureml-kubernetes';
import { attachTemplate, extensionTemplate, type ArmDeployment } from 'azureml-kubernetes/arm';

/** The cluster is a parameter, so that one template serves several; it is deployed to the resource group of the cluster. */
const CLUSTER: ClusterSpec = { kind: 'aks', resourceId: deferred('clusterId'), location: deferred('location') };

const EXTENSION: ExtensionSpec = {
  name: 'azureml',
  enableTraining: true,
  enableInference: {
    inferenceRouterServiceType: 'LoadBalancer',
    https: {
      sslCname: 'ml.contoso.com',
      certificate: deferred('sslCertificate'),
      key: SecretValue.of(deferred('sslKey', { secret: true })),
    },
  },
  upgrades: { kind: 'auto', releaseTrain: 'stable' },
};

const SUBSCRIPTION = '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups';
const VAULT = `${SUBSCRIPTION}/rg-ml/providers/Microsoft.KeyVault/vaults/kv-ml`;
const EXPRESSIONS = { location: 'resourceGroup().location' };

/** Node pools and the extension. Certificate and key come from a key vault. */
export const extensionJson: ArmDeployment = extensionTemplate(
  {
    cluster: CLUSTER,
    extension: EXTENSION,
    nodePools: {
      router: { vmSize: 'Standard_DS4_v2', minCount: 3 },
      jobs: { vmSize: 'Standard_DS4_v2', minCount: 1, maxCount: 8, isolation: { kind: 'workload' } },
    },
  },
  {
    expressions: EXPRESSIONS,
    values: { clusterId: `${SUBSCRIPTION}/rg-ml/providers/Microsoft.ContainerService/managedClusters/ml` },
    keyVaultSecrets: {
      sslCertificate: { vaultId: VAULT, secretName: 'ml-certificate' },
      sslKey: { vaultId: VAULT, secretName: 'ml-key' },
    },
  },
);

/** The computes of two workspaces, one of them in another resource group. */
export const attachJson: ArmDeployment = attachTemplate(
  {
    cluster: CLUSTER,
    extension: EXTENSION,
    computes: [
      {
        name: 'jobs',
        namespace: 'ml-jobs',
        workspaceResourceId: `${SUBSCRIPTION}/rg-ml/providers/Microsoft.MachineLearningServices/workspaces/vision`,
        workspaceIdentity: { kind: 'userAssigned', name: 'vision', principalId: deferred('visionPrincipalId') },
      },
      {
        name: 'scoring',
        namespace: 'ml-jobs',
        workspaceResourceId: `${SUBSCRIPTION}/rg-fraud/providers/Microsoft.MachineLearningServices/workspaces/fraud`,
      },
    ],
  },
  {
    expressions: EXPRESSIONS,
    values: { clusterId: `${SUBSCRIPTION}/rg-ml/providers/Microsoft.ContainerService/managedClusters/ml` },
  },
);
