import { deferred } from 'azureml-kubernetes';
import { downScript, upScript, type ScriptSpec } from 'azureml-kubernetes/az';

const SPEC: ScriptSpec = {
  cluster: { kind: 'aks', resourceId: deferred('clusterId'), location: deferred('location') },
  extension: {
    name: 'azureml',
    enableTraining: true,
    enableInference: { inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: true },
  },
  nodePools: { jobs: { vmSize: 'Standard_DS4_v2', minCount: 1, maxCount: 8, isolation: { kind: 'workload' } } },
  computes: [
    {
      name: 'jobs',
      namespace: 'ml-jobs',
      workspaceResourceId: deferred('workspaceId'),
      identity: { kind: 'systemAssigned' },
    },
  ],
  manifests: { beforeExtension: ['1-namespace.k8s.yaml'], afterExtension: ['2-instance-types.k8s.yaml'] },
};

/** Sets everything up. */
export const up = upScript(SPEC);

/** Takes it down again. */
export const down = downScript(SPEC);
