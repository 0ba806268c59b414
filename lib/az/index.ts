// Dedicated nodes.
export * from './scheduling/kubectl-taint';

// Permissions on OpenShift.
export * from './openshift/scc-grant';
