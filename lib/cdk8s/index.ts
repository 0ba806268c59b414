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

// The ingress in front of azureml-fe.
export * from './ingress/scoring-ingress';

// Permissions on OpenShift.
export * from './openshift/scc-grant';

// Job data volumes.
export * from './storage/job-data-volume';
export * from './storage/nfs-mount-config';
