import type { IssueCodeTable } from '../issue-code-table';

/** Issues with the names and ids of Azure resources. */
export const AZURE_CODES = {
  'azure/resource-id': {
    severity: 'error',
    summary: 'the text is not the id of an Azure resource',
    fix: 'copy the id as the portal or "az resource show --query id" gives it, without host name and final slash',
    source: 'Azure Resource Manager resource ids',
  },
  'azure/subscription-id': {
    severity: 'error',
    summary: 'the subscription is not a GUID',
    fix: 'give the id of the subscription, as "az account show --query id" gives it, not its name',
    source: 'Azure Resource Manager subscription ids',
  },
  'azure/resource-group': {
    severity: 'error',
    summary: 'the text is not the name of a resource group',
    fix: 'use at most 90 letters, digits, "-", "_", ".", "(" and ")", without a period at the end',
    source: 'Azure Resource Manager naming rules',
  },
  'azure/blob-csi-driver-off': {
    severity: 'error',
    summary: 'the volume needs the CSI driver of Azure Blob, which the cluster does not have',
    fix: 'give the cluster its volumes, or blobCsiDriver: true',
    source: 'AKS installs the driver only where it is asked for: https://learn.microsoft.com/azure/aks/azure-blob-csi',
  },
  'azure/resource-type': {
    severity: 'error',
    summary: 'the id belongs to a resource of another type',
    fix: 'give the id of a resource of the expected type',
    source: 'Azure Resource Manager resource ids hold the type of the resource',
  },
  'azure/connected-cluster-provider': {
    severity: 'error',
    summary: 'an Arc-enabled cluster does not belong to Microsoft.ContainerService',
    fix: 'write Microsoft.Kubernetes/connectedClusters, or Microsoft.ContainerService/managedClusters for AKS',
    source: 'a sample in the documentation of attaching a cluster mixes the two providers',
  },
  'azure/tag-name': {
    severity: 'error',
    summary: 'the text is not the name of a tag',
    fix: 'use at most 512 characters, none of < > % & \\ ? /',
    source: 'learn.microsoft.com/azure/azure-resource-manager/management/tag-resources',
  },
  'azure/tag-value': {
    severity: 'error',
    summary: 'the text is too long for the value of a tag',
    fix: 'use at most 256 characters',
    source: 'learn.microsoft.com/azure/azure-resource-manager/management/tag-resources',
  },
  'azure/cluster-name': {
    severity: 'error',
    summary: 'the text is not the name of a cluster resource',
    fix: 'give the name of the cluster in Azure, as "az resource show --query name" gives it',
    source: 'Azure Resource Manager naming rules of Microsoft.ContainerService and Microsoft.Kubernetes',
  },
  'azure/location': {
    severity: 'error',
    summary: 'the text is not the name of a location',
    fix: 'write the name that Azure interfaces use, such as eastus2, not the one of the portal, such as East US 2',
    source: 'az account list-locations: name and displayName',
  },
  'azure/cluster-reference': {
    severity: 'error',
    summary: 'the cluster is not named in one of the two ways',
    fix: 'give resourceId alone, or subscriptionId, resourceGroup and name together',
    source: 'an extension is deployed onto one cluster resource',
  },
} as const satisfies IssueCodeTable;
