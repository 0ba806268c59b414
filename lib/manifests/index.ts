export type { KubernetesObject, ObjectMeta } from './kubernetes-objects';

// Compute namespaces and instance types.
export * from './compute/compute-namespace';
export * from './compute/instance-type';
