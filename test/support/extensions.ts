import { SecretValue, type ClusterSpec, type ExtensionSpec } from 'azureml-kubernetes';

export const SUBSCRIPTION = '0b1f6471-1bf0-4dda-aec3-cb9272f09590';

export const AKS = {
  kind: 'aks',
  subscriptionId: SUBSCRIPTION,
  resourceGroup: 'rg-ml',
  name: 'ml',
  location: 'westeurope',
  nodeCount: 3,
} as const satisfies ClusterSpec;

export const ARC = {
  kind: 'arc',
  resourceId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-ml/providers/Microsoft.Kubernetes/connectedClusters/plant`,
  location: 'westeurope',
  nodeCount: 5,
} as const satisfies ClusterSpec;

/** The smallest descriptions of each kind. */
export const TRAINING = { name: 'azureml', enableTraining: true } as const satisfies ExtensionSpec;

export const INFERENCE = {
  name: 'azureml',
  enableInference: { inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: true },
} as const satisfies ExtensionSpec;

/** A description in which everything is said that can be said together on AKS. */
export const EVERYTHING = {
  name: 'azureml',
  enableTraining: {
    installVolcano: true,
    volcanoSchedulerConfigMap: 'volcano-scale-from-zero',
    skipResourceValidation: true,
  },
  enableInference: {
    inferenceRouterServiceType: 'LoadBalancer',
    internalLoadBalancerProvider: 'azure',
    https: { sslCname: 'ml.contoso.com', sslSecret: 'router-tls' },
    inferenceRouterHA: true,
    nginxIngressController: 'k8s.io/amlarc-ingress-nginx',
  },
  nodeSelector: { 'kubernetes.io/os': 'linux', purpose: 'ml' },
  tolerations: {
    extensionSystem: [{ operator: 'Exists', key: 'CriticalAddonsOnly' }],
    workload: [{ operator: 'Equal', key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }],
  },
  installNvidiaDevicePlugin: true,
  installDcgmExporter: true,
  installPromOp: false,
  clusterPurpose: 'FastProd',
  relay: { kind: 'none' },
  upgrades: { kind: 'pinned', version: '1.1.88' },
  extraSettings: {
    plain: { 'amloperator.custom_ip_interface': 'ib0' },
    protected: { someSecret: SecretValue.of('s3cr3t') },
  },
} as const satisfies ExtensionSpec;
