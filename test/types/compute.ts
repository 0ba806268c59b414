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
