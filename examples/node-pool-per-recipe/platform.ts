import type { AzureMLPlatformSpec, InstanceTypeSpec, NodeIsolationSpec, NodePoolSpec } from 'azureml-kubernetes';

const FRAUD = { resourceGroup: 'rg-ml', workspace: 'fraud' } as const;

/** The five recipes by the name of the pool that has it, from the widest to the narrowest. */
const RECIPES = {
  shared: { kind: 'overall' },
  extension: { kind: 'system' },
  jobs: { kind: 'workload' },
  fraud: { kind: 'workspace', ...FRAUD },
  scoring: { kind: 'computeTarget', ...FRAUD, compute: 'scoring' },
} as const satisfies Readonly<Record<string, NodeIsolationSpec>>;

const SIZE: Pick<NodePoolSpec, 'vmSize' | 'allocatable'> = {
  vmSize: 'Standard_D8s_v5',
  allocatable: { cpu: '7500m', memory: '28Gi' },
};

/** Taints only keep others away: an instance type brings workloads to a pool, by a label that no other pool has. */
function onPool(pool: string): Omit<InstanceTypeSpec, 'name'> {
  return {
    nodeSelector: { 'kubernetes.azure.com/agentpool': pool },
    resources: { requests: { cpu: '4', memory: '8Gi' }, limits: { cpu: '6', memory: '16Gi' } },
  };
}

/** An AKS cluster with a node pool for each recipe, beside the one for everything that is not Azure ML. */
export const RECIPES_PLATFORM: AzureMLPlatformSpec = {
  cluster: {
    kind: 'aks',
    subscriptionId: '00000000-1111-2222-3333-444444444444',
    resourceGroup: 'rg-ml',
    name: 'ml',
    location: 'westeurope',
  },
  extension: { name: 'azureml', enableTraining: true, upgrades: { kind: 'pinned', version: '1.1.88' } },
  nodePools: {
    system: { mode: 'system', taints: ['CriticalAddonsOnly=true:NoSchedule'], minCount: 2 },
    shared: { ...SIZE, isolation: RECIPES.shared },
    extension: { ...SIZE, isolation: RECIPES.extension, minCount: 3 },
    jobs: { ...SIZE, isolation: RECIPES.jobs, spot: true, maxCount: 10 },
    fraud: { ...SIZE, isolation: RECIPES.fraud, maxCount: 4 },
    scoring: { ...SIZE, isolation: RECIPES.scoring, maxCount: 2 },
  },
  computes: [
    { name: 'training', workspace: { resourceGroup: 'rg-ml', name: 'fraud' }, namespace: 'ml-fraud' },
    { name: 'scoring', workspace: { resourceGroup: 'rg-ml', name: 'fraud' }, namespace: 'ml-fraud' },
    { name: 'training', workspace: { resourceGroup: 'rg-ml', name: 'churn' }, namespace: 'ml-churn' },
  ],
  instanceTypes: {
    'on-shared': onPool('shared'),
    'on-jobs': onPool('jobs'),
    'on-fraud': onPool('fraud'),
    'on-scoring': onPool('scoring'),
  },
};
