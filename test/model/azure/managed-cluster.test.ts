import fc from 'fast-check';
import { managedClusterIssues, resolveManagedCluster, type ManagedClusterSpec } from 'azureml-kubernetes';
import { errorMessage } from '../../support/error-message';

const CLUSTER = {
  name: 'ml',
  resourceGroupName: 'rg-ml',
  location: 'westeurope',
} as const satisfies ManagedClusterSpec;

function codes(spec: object): string[] {
  return managedClusterIssues({ ...CLUSTER, ...spec }).map(({ path, code }) => `${path.join('.')}: ${code}`);
}

describe('a cluster of AKS', () => {
  test('has three system nodes of 4 vCPUs and nothing else by default', () => {
    expect(resolveManagedCluster(CLUSTER)).toStrictEqual({
      ...CLUSTER,
      dnsPrefix: 'ml',
      systemPool: {
        name: 'system',
        mode: 'System',
        vmSize: 'Standard_DS3_v2',
        count: 3,
        priority: 'Regular',
        nodeTaints: [],
        nodeLabels: {},
      },
      nodePools: [],
      network: {},
      blobCsiDriver: false,
      tags: {},
      warnings: [],
    });
  });

  test('warns of a system pool that is smaller than AKS asks', () => {
    expect(codes({ systemPool: { vmSize: 'Standard_DS2_v2', minCount: 1 } })).toStrictEqual([
      'systemPool.vmSize: components/system-pool-vm-size',
      'systemPool.maxCount: components/system-pool-nodes',
    ]);
  });

  test('warns of a version outside the window that is given, and of none without one', () => {
    const supportWindow = { kind: 'newestMinor', minor: '1.36' };
    expect(codes({ kubernetesVersion: '1.30', supportWindow })).toStrictEqual([
      'kubernetesVersion: support/kubernetes-outside-window',
    ]);
    expect(codes({ kubernetesVersion: '1.30' })).toStrictEqual([]);
  });

  test('is in a subnet by its id, in any letter case', () => {
    const provider = 'Microsoft.Network/virtualNetworks';
    const id = `/subscriptions/00000000-0000-0000-0000-00000000000a/resourceGroups/Rg/providers/${provider}/Hub/subnets/Nodes`;
    const network = { subnetId: id.replace(provider, provider.toLowerCase()), privateCluster: true };

    expect(resolveManagedCluster({ ...CLUSTER, network }).network).toStrictEqual({ ...network, subnetId: id });
    expect(codes({ network: { subnetId: 'nodes' } })).toStrictEqual(['network.subnetId: azure/resource-id']);
  });

  test('fails without a system node', () => {
    expect(codes({ systemPool: { minCount: 0 } })).toContain('systemPool.minCount: scheduling/aks-system-pool-empty');
  });

  test('fails with pools that AKS refuses', () => {
    const nodePools = {
      'gpu-pool': { vmSize: 'Standard_NC6' },
      cpu: { minCount: 2, maxCount: 1 },
      large: { vmSize: 'Standard_DS4_v2', maxCount: 1001 },
      sys: { vmSize: 'x', mode: 'system' },
    };
    expect(codes({ nodePools })).toStrictEqual([
      'nodePools.gpu-pool.name: scheduling/aks-pool-name',
      'nodePools.cpu.maxCount: scheduling/node-counts',
      'nodePools.cpu.vmSize: scheduling/aks-vm-size',
      'nodePools.large.maxCount: scheduling/aks-pool-too-large',
      'nodePools.sys.mode: spec/unknown-property',
      'nodePools.sys.maxCount: components/system-pool-nodes',
    ]);
  });

  test('fails with the whole list when it is resolved', () => {
    const spec = { ...CLUSTER, location: 1 } as unknown as ManagedClusterSpec;
    expect(errorMessage(() => resolveManagedCluster(spec))).toBe(
      'AksCluster has 1 error:\n  - location: the value has the wrong type (received "a number", expected a text); give a value of the expected type [spec/type]',
    );
  });

  test('keeps every pool, by its name', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/);
    const pools = fc.dictionary(name, fc.record({ vmSize: fc.constant('Standard_DS4_v2') }), { noNullPrototype: true });
    fc.assert(
      fc.property(pools, (nodePools) => {
        const { nodePools: resolved } = resolveManagedCluster({ ...CLUSTER, nodePools });
        expect(resolved.map((pool) => pool.name)).toStrictEqual(Object.keys(nodePools));
      }),
    );
  });
});
