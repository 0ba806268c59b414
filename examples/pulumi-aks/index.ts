import { AksCluster, AzureMLPlatform, IngressTlsSecret } from 'azureml-kubernetes/pulumi';
import { settings } from './settings';

const { resourceGroup, location, clusterName, host, ingressClassName, teams, nodeSelector, allowReplacement } =
  settings;

const systemPool = { minCount: 3 };
const nodePools = {
  jobs: { vmSize: 'Standard_DS4_v2', minCount: 1, maxCount: 8, isolation: { kind: 'workload' } },
  gpu: {
    vmSize: 'Standard_NC24ads_A100_v4',
    gpus: 1,
    spot: true,
    minCount: 1,
    maxCount: 2,
    labels: { accelerator: 'nvidia' },
  },
} as const;

const images = {
  source: {
    kind: 'azureBlob',
    protocol: 'nfs',
    storageAccount: settings.storageAccount,
    resourceGroup,
    containerName: settings.container,
  },
  capacity: '1Ti',
  mountPath: '/mnt/images',
} as const;

const cluster = new AksCluster(
  'ml',
  { name: clusterName, resourceGroupName: resourceGroup, location, systemPool, nodePools, volumes: [images] },
  { protect: !allowReplacement },
);
const provider = cluster.kubernetesProvider('ml');

const platform = new AzureMLPlatform(
  'azureml',
  {
    cluster,
    nodePools: { system: { mode: 'system', ...systemPool }, ...nodePools },
    allowReplacement,
    extension: {
      name: 'azureml',
      enableTraining: true,
      // TLS ends at the ingress: azureml-fe is seen inside of the cluster alone, and speaks HTTP there.
      enableInference: { inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: true },
      nodeSelector,
    },
    computes: teams.map(({ compute, workspace }) => ({
      name: compute,
      workspace: { resourceGroup, name: workspace },
      namespace: `ml-${compute}`,
      volumes: { images },
    })),
    instanceTypes: {
      defaultinstancetype: {
        resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi' } },
      },
      'gpu-one': {
        nodeSelector: nodePools.gpu.labels,
        resources: { requests: { cpu: '8', memory: '64Gi' }, limits: { cpu: '16', memory: '64Gi', gpu: 1 } },
      },
    },
    ingresses: { 'azureml-fe': { controller: 'other', ingressClassName, https: { host, secretName: 'scoring-tls' } } },
  },
  { provider },
);

new IngressTlsSecret(
  'scoring-tls',
  { source: { kind: 'inline', certificate: settings.certificate, privateKey: settings.privateKey } },
  { provider, dependsOn: platform.extension },
);

export const scoringUrl = `https://${host}/`;
export const extensionVersion = platform.extension.installedVersion;
export const kubeconfig = cluster.kubeconfig;
export const computeIds = Object.values(platform.computes).map(({ id }) => id);
