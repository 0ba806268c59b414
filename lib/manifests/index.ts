export type { KubernetesObject, ObjectMeta } from './kubernetes-objects';
