import type { IssueCodeTable } from '../issue-code-table';

const TAINT_PAGE = 'learn.microsoft.com/azure/machine-learning/reference-kubernetes, taints and tolerations';
const AKS_SYSTEM_POOLS = 'learn.microsoft.com/azure/aks/use-system-pools';

/** Issues with taints, tolerations, node pools and the device plugin. */
export const SCHEDULING_CODES = {
  'scheduling/taint-text': {
    severity: 'error',
    summary: 'the text is not a taint',
    fix: 'write key=value:Effect, for example sku=gpu:NoSchedule',
    source: 'Kubernetes and AKS write taints in this form',
  },
  'scheduling/taint-effect': {
    severity: 'error',
    summary: 'the effect of a taint is not one of the three that exist',
    fix: 'write NoSchedule, NoExecute or PreferNoSchedule, in this letter case',
    source: 'Kubernetes taint effects; the page of the extension misspells the first one as NoSchddule',
  },
  'scheduling/workspace-name': {
    severity: 'error',
    summary: 'the text is not the name of a workspace',
    fix: 'use 3 to 33 letters, digits, "-" and "_", with a letter or digit at the start',
    source: 'Azure resource naming rules, Microsoft.MachineLearningServices/workspaces',
  },
  'scheduling/compute-name': {
    severity: 'error',
    summary: 'the text is not the name of a compute target',
    fix: 'use 2 to 16 letters, digits and "-"',
    source: 'Azure resource naming rules, Microsoft.MachineLearningServices/workspaces/computes',
  },
  'scheduling/name-not-taint-value': {
    severity: 'error',
    summary: 'the name is allowed in Azure, but cannot be the value of a taint',
    fix: 'rename the resource, or choose a recipe that does not need this name',
    source:
      'Kubernetes taint values: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
  },
  'scheduling/prefer-no-schedule': {
    severity: 'warning',
    summary: 'PreferNoSchedule does not isolate: other pods still come when there is no room elsewhere',
    fix: 'use NoSchedule to keep other pods away',
    source: 'Kubernetes taints and tolerations',
  },
  'scheduling/no-execute': {
    severity: 'warning',
    summary: 'NoExecute evicts the pods that run on the nodes and do not tolerate the taint, at once',
    fix: 'use NoSchedule unless running pods have to go',
    source: 'Kubernetes taints and tolerations',
  },
  'scheduling/taint-duplicate': {
    severity: 'error',
    summary: 'two taints of a node have the same key and effect',
    fix: 'keep one of them',
    source: 'Kubernetes demands that key and effect together are unique on a node',
  },
  'scheduling/unknown-amlarc-taint': {
    severity: 'error',
    summary: 'the key looks like one of the extension, but no pod of it tolerates such a taint',
    fix: 'use one of the six amlarc taints, or a key of your own',
    source: TAINT_PAGE,
  },
  'scheduling/amlarc-taint-value': {
    severity: 'error',
    summary: 'the taint has a value that no pod of the extension tolerates',
    fix: 'set the value to true, or to the name of the resource group, workspace or compute',
    source: TAINT_PAGE,
  },
  'scheduling/taints-nobody-enters': {
    severity: 'error',
    summary: 'no pod of the extension and no workload tolerates all these taints together',
    fix: 'remove the taint, or give it to another node pool',
    source: `${TAINT_PAGE}: system pods and workloads tolerate different taints, and a workload one name each`,
  },
  'scheduling/toleration': {
    severity: 'error',
    summary: 'the toleration is not one that Kubernetes takes',
    fix: 'give a value only with the operator Equal, which needs a key',
    source: 'Kubernetes validation of tolerations',
  },
  'scheduling/system-pool-taint': {
    severity: 'error',
    summary: 'AKS refuses taints on system node pools, except CriticalAddonsOnly and the effect PreferNoSchedule',
    fix: 'use a node pool of mode user for it',
    source: 'error SystemPoolHasRestrictedTaint of AKS, github.com/Azure/AKS/issues/2578',
  },
  'scheduling/spot-system-pool': {
    severity: 'error',
    summary: 'a system node pool cannot consist of spot nodes',
    fix: 'use a node pool of mode user for spot nodes',
    source: AKS_SYSTEM_POOLS,
  },
  'scheduling/node-counts': {
    severity: 'error',
    summary: 'the smallest number of nodes is above the largest',
    fix: 'keep minCount <= maxCount',
    source: 'AKS cluster autoscaler',
  },
  'scheduling/excluded-by-isolation': {
    severity: 'error',
    summary: 'the pods that are to tolerate the other taints are kept away by the amlarc taints of the pool',
    fix: 'leave toleratedBy out, or choose another recipe',
    source: TAINT_PAGE,
  },
  'scheduling/node-pool-duplicate': {
    severity: 'error',
    summary: 'two node pools of one cluster have the same name',
    fix: 'rename one of them',
    source: 'names of node pools are unique in a cluster',
  },
  'scheduling/aks-pool-name': {
    severity: 'error',
    summary: 'AKS does not take the name of the node pool',
    fix: 'use at most 12 lower-case letters and digits, starting with a letter',
    source: AKS_SYSTEM_POOLS,
  },
  'scheduling/aks-taint-value': {
    severity: 'error',
    summary: 'AKS demands a value in the taints of a node pool',
    fix: 'write key=value:Effect',
    source: 'the Azure CLI checks nodeTaints against this form',
  },
  'scheduling/aks-vm-size': {
    severity: 'error',
    summary: 'AKS needs the size of the virtual machines to create a node pool',
    fix: 'give vmSize, for example Standard_DS4_v2',
    source: 'https://learn.microsoft.com/rest/api/aks/agent-pools/create-or-update',
  },
  'scheduling/aks-system-pool-empty': {
    severity: 'error',
    summary: 'AKS keeps at least one node in a system node pool',
    fix: 'raise minCount to 1',
    source: AKS_SYSTEM_POOLS,
  },
  'scheduling/aks-pool-too-large': {
    severity: 'error',
    summary: 'AKS does not make node pools of that many nodes',
    fix: 'spread the nodes over several pools',
    source: 'https://learn.microsoft.com/azure/aks/quotas-skus-regions',
  },
  'scheduling/extension-too-old': {
    severity: 'error',
    summary: 'the release of the extension tolerates none of the amlarc taints',
    fix: 'upgrade the extension, or use node selectors instead of taints',
    source: 'learn.microsoft.com/azure/machine-learning/reference-kubernetes, release 1.1.16 of 2022-11-29',
  },
  'scheduling/device-plugin-duplicate': {
    severity: 'error',
    summary: 'two device plugins of one cluster have the same name and namespace',
    fix: 'rename one of them, or keep one for all GPU nodes: it takes several isolations',
    source: 'Kubernetes names are unique in a namespace',
  },
  'scheduling/device-plugin-overlap': {
    severity: 'warning',
    summary: 'two device plugins may run on the same nodes, where both advertise the GPUs',
    fix: 'keep one with several isolations, or give both a nodeSelector for different nodes',
    source: 'Kubernetes device plugins register once for each resource of a node',
  },
  'scheduling/device-plugin-twice': {
    severity: 'error',
    summary: 'the extension installs a device plugin too',
    fix: 'set installNvidiaDevicePlugin to false, or leave out this one',
    source: 'Kubernetes device plugins register once for each resource of a node',
  },
  'scheduling/gpu-not-advertised': {
    severity: 'warning',
    summary: 'the taints of the GPU pool keep every device plugin away, so that its GPUs are never advertised',
    fix: 'add a DevicePlugin with the isolation of the pool',
    source: `${TAINT_PAGE}: the recipes keep away what does not tolerate their taints, device plugins too`,
  },
} as const satisfies IssueCodeTable;
