import { properResourceType } from '../../../lib/model/azure/resource-types';

describe('properResourceType', () => {
  test.each([
    ['MICROSOFT.COMPUTE/DISKS', 'Microsoft.Compute/disks'],
    [
      'microsoft.network/applicationgatewaywebapplicationfirewallpolicies',
      'Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies',
    ],
    ['microsoft.machinelearningservices/workspaces/COMPUTES', 'Microsoft.MachineLearningServices/workspaces/computes'],
    ['microsoft.compute/snapshots', 'Microsoft.Compute/snapshots'],
    ['microsoft.containerservice/managedclusters/agentPools', 'Microsoft.ContainerService/managedClusters/agentPools'],
    ['microsoft.computer/disks', 'microsoft.computer/disks'],
    ['contoso.Things/Widgets', 'contoso.Things/Widgets'],
  ])('of %s is %s', (type, proper) => {
    expect(properResourceType(type)).toBe(proper);
  });
});
