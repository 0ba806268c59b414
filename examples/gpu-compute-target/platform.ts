import type { AzureMLPlatformSpec, NodeIsolationSpec } from 'azureml-kubernetes';

/** The one compute target whose workloads may use the GPU nodes. */
const GPU_JOBS = {
  kind: 'computeTarget',
  resourceGroup: 'rg-ml',
  workspace: 'vision',
  compute: 'gpu-jobs',
} as const satisfies NodeIsolationSpec;

/** A label of the GPU nodes, by which instance types and the device plugin find them. */
const GPU_NODES = { 'ml.azure.com/compute': GPU_JOBS.compute };

/** An AKS cluster whose GPU nodes belong to one compute target. */
export const GPU_PLATFORM: AzureMLPlatformSpec = {
  cluster: {
    kind: 'aks',
    subscriptionId: '00000000-1111-2222-3333-444444444444',
    resourceGroup: 'rg-ml',
    name: 'ml',
    location: 'westeurope',
  },
  extension: { name: 'azureml', enableTraining: true },
  nodePools: {
    // The pods of the extension may not enter the GPU nodes and run here, as do the workloads of other computes.
    system: { mode: 'system', minCount: 3 },
    gpu: {
      isolation: GPU_JOBS,
      vmSize: 'Standard_NC48ads_A100_v4',
      gpus: 2,
      allocatable: { cpu: '46', memory: '400Gi' },
      minCount: 1,
      maxCount: 4,
    },
  },
  computes: [
    {
      name: GPU_JOBS.compute,
      workspace: { resourceGroup: GPU_JOBS.resourceGroup, name: GPU_JOBS.workspace },
      namespace: { name: 'ml-vision', quota: { requests: { gpu: 8 } } },
    },
  ],
  devicePlugin: { isolations: [GPU_JOBS], nodeSelector: GPU_NODES },
  instanceTypes: {
    'gpu-one': {
      nodeSelector: GPU_NODES,
      resources: { requests: { cpu: '16', memory: '128Gi' }, limits: { cpu: '22', memory: '180Gi', gpu: 1 } },
    },
    'gpu-two': {
      nodeSelector: GPU_NODES,
      resources: { requests: { cpu: '40', memory: '320Gi' }, limits: { cpu: '44', memory: '360Gi', gpu: 2 } },
    },
  },
};
