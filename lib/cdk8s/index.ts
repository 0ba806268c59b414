import './require-peers';

export { ClusterScope, diagnosticsOf } from './cluster-scope';

// Compute namespaces and instance types.
export * from './compute/compute-namespace';
export * from './compute/instance-type';

// TLS secrets.
export * from './tls/ingress-tls-secret';
export * from './tls/router-tls-secret';

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
