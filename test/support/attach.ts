import type { KubernetesComputeSpec } from '../../lib/model/compute/kubernetes-compute';

/** The subscription of the ids of the tests. */
export const SUBSCRIPTION = '/subscriptions/11111111-2222-4333-8444-555555555555';

/** The id of a resource of the tests. */
export function testId(type: string, name: string, group = 'rg-ml'): string {
  return `${SUBSCRIPTION}/resourceGroups/${group}/providers/${type}/${name}`;
}

/** The id of a workspace of the tests. */
export function workspaceOf(name: string, group?: string): string {
  return testId('Microsoft.MachineLearningServices/workspaces', name, group);
}

/** A cluster of AKS. */
export const AKS_ID = testId('Microsoft.ContainerService/managedClusters', 'ml');
/** A cluster that is connected through Azure Arc. */
export const ARC_ID = testId('Microsoft.Kubernetes/connectedClusters', 'edge');
/** The relay of the latter. */
export const RELAY_ID = testId('Microsoft.Relay/namespaces', 'edge-relay');
/** Another subscription than that of the other ids. */
export const OTHER_SUBSCRIPTION = '/subscriptions/99999999-2222-4333-8444-555555555555';

/** The object ids of two principals. */
export const PRINCIPALS = ['aaaaaaaa-0000-4000-8000-00000000000a', 'bbbbbbbb-0000-4000-8000-00000000000b'] as const;

/** An attachment with nothing but what is required. */
export const COMPUTE: KubernetesComputeSpec = {
  name: 'jobs',
  workspaceResourceId: workspaceOf('vision'),
  resourceId: AKS_ID,
};
