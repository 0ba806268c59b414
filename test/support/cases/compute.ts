import { ComputeNamespace, InstanceType } from 'azureml-kubernetes/cdk8s';
import type { ManifestCase } from './case';

/** Every option of the namespaces of computes and of instance types. */
export const COMPUTE_CASES: readonly ManifestCase[] = [
  {
    title: 'compute namespace by its name alone',
    build: (chart) => {
      new ComputeNamespace(chart, 'ml-jobs');
    },
  },
  {
    title: 'compute namespace with every option',
    build: (chart) => {
      new ComputeNamespace(chart, 'namespace', {
        name: 'ml-training',
        podSecurity: { enforce: 'baseline', warn: 'restricted', audit: 'restricted' },
        quota: {
          requests: { cpu: '16', memory: '64Gi', gpu: 4, storage: '1Ti' },
          limits: { cpu: '32', memory: '128Gi' },
          pods: 100,
          persistentVolumeClaims: 10,
        },
        limitRange: {
          min: { cpu: '10m', memory: '16Mi' },
          defaultRequest: { cpu: '500m', memory: '1Gi' },
          default: { cpu: '1', memory: '2Gi' },
          max: { cpu: '8', memory: '32Gi' },
        },
        labels: { team: 'ml' },
        annotations: { owner: 'ml@contoso.com' },
      });
    },
  },
  {
    title: 'instance type of CPU and memory',
    build: (chart) => {
      new InstanceType(chart, 'defaultinstancetype', {
        resources: { requests: { cpu: '100m', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' } },
      });
    },
  },
  {
    title: 'instance type with GPUs on chosen nodes',
    build: (chart) => {
      new InstanceType(chart, 'gpu', {
        name: 'gpu.large',
        nodeSelector: { 'kubernetes.azure.com/agentpool': 'gpu' },
        resources: {
          requests: { cpu: '4', memory: '16Gi' },
          limits: { cpu: '8', memory: '32Gi', gpu: 2, gpuResource: 'nvidia.com/gpu' },
        },
      });
    },
  },
];
