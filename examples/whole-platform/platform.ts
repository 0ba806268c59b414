import type { AzureMLPlatformSpec, NodeIsolationSpec, PlatformComputeSpec } from 'azureml-kubernetes';

const GPU_JOBS = {
  kind: 'computeTarget',
  resourceGroup: 'rg-ml',
  workspace: 'vision',
  compute: 'gpu-jobs',
} as const satisfies NodeIsolationSpec;

const GPU_NODES = { 'ml.azure.com/compute': 'gpu-jobs' };

/** Two computes of one workspace share its namespace: the first describes it, the second names it. */
const VISION: readonly PlatformComputeSpec[] = [
  {
    name: 'gpu-jobs',
    workspace: { resourceGroup: 'rg-ml', name: 'vision' },
    namespace: {
      name: 'ml-vision',
      quota: { requests: { gpu: 8 }, pods: 100 },
      limitRange: { default: { cpu: '1', memory: '2Gi' } },
    },
    volumes: {
      images: {
        source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
        capacity: '1Ti',
        mountPath: '/mnt/images',
        readOnly: true,
      },
      scratch: {
        source: { kind: 'storageClass', storageClassName: 'cephfs-retain', reclaimPolicy: 'Retain' },
        capacity: '500Gi',
        accessModes: ['ReadWriteMany'],
        mountPath: '/mnt/scratch',
      },
    },
  },
  { name: 'cpu-jobs', workspace: { resourceGroup: 'rg-ml', name: 'vision' }, namespace: 'ml-vision' },
];

const FRAUD: PlatformComputeSpec = {
  name: 'fraud',
  workspace: { resourceGroup: 'rg-ml', name: 'fraud' },
  namespace: 'ml-fraud',
};

/** An OpenShift cluster, connected through Azure Arc, that serves two workspaces. */
export const PLATFORM: AzureMLPlatformSpec = {
  cluster: {
    kind: 'arc',
    subscriptionId: '00000000-1111-2222-3333-444444444444',
    resourceGroup: 'rg-ml',
    name: 'openshift-ml',
    location: 'westeurope',
    nodeCount: 5,
    distribution: 'openshift',
  },
  extension: {
    name: 'azureml',
    enableTraining: true,
    enableInference: { inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: true },
    upgrades: { kind: 'pinned', version: '1.1.88' },
  },
  nodePools: {
    workers: { minCount: 3, allocatable: { cpu: '15', memory: '56Gi' } },
    gpu: { isolation: GPU_JOBS, gpus: 2, allocatable: { cpu: '46', memory: '400Gi' }, minCount: 2 },
  },
  computes: [...VISION, FRAUD],
  instanceTypes: {
    defaultinstancetype: {
      resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' } },
    },
    'gpu-one': {
      nodeSelector: GPU_NODES,
      resources: { requests: { cpu: '16', memory: '128Gi' }, limits: { cpu: '22', memory: '180Gi', gpu: 1 } },
    },
  },
  devicePlugin: { isolations: [GPU_JOBS], nodeSelector: GPU_NODES },
  ingressTls: {
    'scoring-tls': {
      source: {
        kind: 'certManager',
        issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' },
        dnsNames: ['ml.contoso.com'],
      },
    },
  },
  ingresses: {
    'azureml-fe': {
      controller: 'other',
      ingressClassName: 'openshift-default',
      https: { host: 'ml.contoso.com', secretName: 'scoring-tls' },
    },
  },
  nfsMounts: { mounts: [{ name: 'models', mountPath: '/mnt/models', server: '10.0.0.5', path: '/models' }] },
  openShift: { scc: { kind: 'builtIn' } },
};
