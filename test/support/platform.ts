import type { AzureMLPlatformSpec } from 'azureml-kubernetes';

/** A platform that uses every part once, without a warning but those that its parts always give. */
export const FULL_PLATFORM: AzureMLPlatformSpec = {
  extension: {
    name: 'azureml',
    enableTraining: true,
    enableInference: { inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: true },
  },
  nodePools: {
    system: { mode: 'system', minCount: 3 },
    gpu: {
      isolation: { kind: 'computeTarget', resourceGroup: 'ml', workspace: 'vision', compute: 'gpu-jobs' },
      gpus: 2,
      allocatable: { cpu: '12', memory: '100Gi' },
      maxCount: 4,
    },
  },
  computes: [
    {
      name: 'gpu-jobs',
      workspace: { resourceGroup: 'ml', name: 'vision' },
      namespace: { name: 'vision', quota: { requests: { gpu: 8 } } },
      volumes: {
        images: {
          source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
          capacity: '1Ti',
          mountPath: '/mnt/images',
        },
      },
    },
    { name: 'cpu-jobs', workspace: { resourceGroup: 'ml', name: 'fraud' }, namespace: 'fraud' },
  ],
  instanceTypes: {
    'gpu-one': {
      nodeSelector: { 'ml.azure.com/compute': 'gpu-jobs' },
      resources: { requests: { cpu: '4', memory: '16Gi' }, limits: { cpu: '8', memory: '32Gi', gpu: 1 } },
    },
  },
  devicePlugin: {
    isolations: [{ kind: 'computeTarget', resourceGroup: 'ml', workspace: 'vision', compute: 'gpu-jobs' }],
    nodeSelector: { 'ml.azure.com/compute': 'gpu-jobs' },
  },
  routerTls: {
    name: 'router-tls',
    source: {
      kind: 'externalSecret',
      store: { kind: 'ClusterSecretStore', name: 'vault' },
      certificate: { key: 'router-certificate' },
      privateKey: { key: 'router-key' },
      revision: '2026-11',
    },
  },
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
      controller: 'applicationGateway',
      https: { host: 'ml.contoso.com', secretName: 'scoring-tls' },
    },
  },
  nfsMounts: { mounts: [{ name: 'models', mountPath: '/mnt/models', server: '10.0.0.5', path: '/models' }] },
  openShift: {},
};

/** The same with some of its properties replaced. */
export function platformWith(changes: object): AzureMLPlatformSpec {
  return { ...FULL_PLATFORM, ...changes };
}
