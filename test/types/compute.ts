import type { AttachedCluster, KubernetesComputeSpec } from 'azureml-kubernetes';
import type { ComputeNamespaceProps, InstanceTypeProps } from 'azureml-kubernetes/cdk8s';

const amounts = { cpu: '1', memory: '4Gi' };

export const gpuInRequests: InstanceTypeProps = {
  // @ts-expect-error -- GPUs stand in limits only
  resources: { requests: { ...amounts, gpu: 1 }, limits: { ...amounts, gpu: 1 } },
};

export const gpuAsText: InstanceTypeProps = {
  // @ts-expect-error -- the number of GPUs is a whole number, not a text
  resources: { requests: amounts, limits: { ...amounts, gpu: '1' } },
};

export const missingMemory: InstanceTypeProps = {
  // @ts-expect-error -- CPU and memory are both required
  resources: { requests: { cpu: '1' }, limits: amounts },
};

export const unknownLevel: ComputeNamespaceProps = {
  // @ts-expect-error -- the Pod Security Standards have three levels
  podSecurity: { enforce: 'strict' },
};

const attachment = { name: 'jobs', workspaceResourceId: 'workspace', resourceId: 'cluster' };

export const attachments: readonly KubernetesComputeSpec[] = [
  attachment,
  { ...attachment, identity: { kind: 'systemAssigned' } },
];

export const instanceTypesOfCompute: KubernetesComputeSpec = {
  ...attachment,
  // @ts-expect-error -- instance types are objects in the cluster, for every compute
  instanceTypes: {},
};

export const identityWithoutId: KubernetesComputeSpec = {
  ...attachment,
  // @ts-expect-error -- a managed identity is named by its resource id
  identity: { kind: 'userAssigned', name: 'jobs' },
};

export const workspaceWithoutPrincipal: KubernetesComputeSpec = {
  ...attachment,
  // @ts-expect-error -- roles are assigned to the principal
  workspaceIdentity: { kind: 'userAssigned', name: 'workspace' },
};

// @ts-expect-error -- only AKS has local accounts that can be turned off
export const arcWithoutLocalAccounts: AttachedCluster = { kind: 'arc', localAccounts: false };

// @ts-expect-error -- a cluster of AKS has no relay
export const aksWithRelay: AttachedCluster = { kind: 'aks', relayNamespaceId: 'relay' };
