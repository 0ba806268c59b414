import './require-peers';

export type { ChildOptions, ComponentOptions } from './component-plan';
export type { Deferrable, DeferrableLiteral, SecretInput } from './deferrable';

// Compute namespaces and instance types.
export * from './compute/compute-namespace';
export * from './compute/instance-type';
export * from './compute/kubernetes-compute';

// Clusters.
export * from './azure/agent-pool';
export * from './azure/aks-cluster';
export * from './azure/arc-cluster';
export type { ClusterWithCredentials, ExtensionCluster } from './azure/cluster';

// The extension.
export * from './extension/azureml-extension';
export type { BesideClusterRole } from './extension/beside-cluster';
export type { RelayRole } from './extension/relay';
export * from './extension/extension-namespace';
export type { BeforeExtensionArgs } from './extension/before-extension';

// TLS secrets.
export * from './tls/ingress-tls-secret';
export * from './tls/router-tls-secret';
export type { LiteralTlsText } from './tls/tls-arguments';

// Dedicated nodes.
export * from './scheduling/device-plugin';

// Job data volumes.
export * from './storage/job-data-volume';
export * from './storage/nfs-mount-config';

// Permissions on OpenShift.
export * from './openshift/scc-grant';

// The ingress in front of azureml-fe.
export * from './ingress/scoring-ingress';

// The whole of one cluster.
export * from './platform/azureml-platform';
export type { AzureMLPlatformOptions, PartOptions, PlatformPartOptions } from './platform/platform-options';

// Any chart of cdk8s.
export * from './chart/chart-objects';
export * from './chart/chart-outputs';
