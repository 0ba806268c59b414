import type { IssueCodeTable } from '../issue-code-table';

const PAGE = 'learn.microsoft.com/azure/machine-learning/reference-kubernetes';

/** Issues with what the components of the extension take of the nodes, and whom they have to reach. */
export const COMPONENTS_CODES = {
  'components/requests-exceed-nodes': {
    severity: 'error',
    summary: 'the pods of the extension request more than the nodes that admit them have',
    fix: 'add nodes, take larger ones, or turn off features that are not needed',
    source: `${PAGE}: resource requests of the components; the scheduler leaves pods pending that find no room`,
  },
  'components/pod-too-large': {
    severity: 'error',
    summary: 'pods of the extension request more than any node that admits them has left',
    fix: 'take larger nodes, or as many as the replicas of azureml-fe need',
    source: `${PAGE}: resource requests of the components; a pod runs on one node`,
  },
  'components/placement-unproven': {
    severity: 'warning',
    summary: 'the requests of the extension fit the nodes in sum, but no way was found to place each pod',
    fix: 'add a node, or take larger ones',
    source: 'Kubernetes places pods one by one; not every sum that fits can be placed',
  },
  'components/limits-exceed-nodes': {
    severity: 'warning',
    summary: 'the pods of the extension may use more than the nodes that admit them have',
    fix: 'add nodes or take larger ones: production is planned by limits',
    source: `${PAGE}: for production, refer to the resource limits`,
  },
  'components/system-pool-vm-size': {
    severity: 'warning',
    summary: 'the virtual machines are smaller than AKS asks of a system node pool',
    fix: 'take a larger size, or use the pool as a user pool beside a system pool',
    source: 'learn.microsoft.com/azure/aks/use-system-pools; the smallest rows of the Azure ML page are below that',
  },
  'components/system-pool-nodes': {
    severity: 'warning',
    summary: 'the pool has fewer nodes than AKS asks of a system node pool',
    fix: 'give it two nodes, better three',
    source: 'learn.microsoft.com/azure/aks/use-system-pools',
  },
  'components/workspace-id': {
    severity: 'error',
    summary: 'the text is not the id of a workspace',
    fix: 'give the GUID that the workspace has among its properties, not its name or resource id',
    source: 'learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall',
  },
  'components/registry-name': {
    severity: 'error',
    summary: 'the text is not the name of a container registry',
    fix: 'use 5 to 50 letters and digits, without .azurecr.io',
    source: 'Azure resource naming rules, Microsoft.ContainerRegistry/registries',
  },
  'components/region': {
    severity: 'error',
    summary: 'the text is not the name of a region',
    fix: 'give a name such as eastus or East US',
    source: 'Azure region names',
  },
} as const satisfies IssueCodeTable;
