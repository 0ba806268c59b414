import { formatIssue } from '../../../lib/model/issues';
import { azureMLPlatformIssues } from '../../../lib/model/platform/azureml-platform.rules';
import { extensionCapacityIssues } from '../../../lib/model/platform/capacity.rules';
import { extensionTolerations } from '../../../lib/model/scheduling/extension-tolerations';
import type { NodePoolSpec } from '../../../lib/model/scheduling/node-pool';
import { resolveNodePool } from '../../../lib/model/scheduling/resolve-node-pool';
import type { ClusterSpec } from '../../../lib/model/azure/cluster';
import { AKS, ARC } from '../../support/extensions';
import { platformWith } from '../../support/platform';

const INFERENCE = { cluster: 'aks', enableInference: true, inferenceRouterHA: true } as const;

function codes(...pools: NodePoolSpec[]): string[] {
  const resolved = pools.map((pool) => resolveNodePool(pool));
  const placement = { pools: resolved, nodeSelector: {}, tolerations: extensionTolerations(resolved) };
  return extensionCapacityIssues(INFERENCE, placement).map(({ code }) => code);
}

describe('extensionCapacityIssues', () => {
  test('counts the largest number of nodes, with what AKS leaves of their size', () => {
    expect(codes({ name: 'a', vmSize: 'Standard_DS4_v2', minCount: 0, maxCount: 3 })).toStrictEqual([]);
    expect(codes({ name: 'a', vmSize: 'Standard_DS3_v2', minCount: 3 })).toStrictEqual([
      'components/limits-exceed-nodes',
    ]);
    expect(codes({ name: 'a', allocatable: { cpu: '1', memory: '4Gi' }, minCount: 3 })).toStrictEqual([
      'components/requests-exceed-nodes',
      'components/limits-exceed-nodes',
    ]);
  });

  test('counts only pools that admit the pods of the extension', () => {
    const large = { vmSize: 'Standard_DS5_v2', minCount: 9 };

    expect(
      codes(
        { name: 'a', vmSize: 'Standard_DS3_v2', minCount: 3 },
        { name: 'b', isolation: { kind: 'workload' }, ...large },
      ),
    ).toStrictEqual(['components/limits-exceed-nodes']);
  });

  test('does not judge pools of which one is not known', () => {
    const small = { name: 'a', allocatable: { cpu: '1', memory: '1Gi' } };

    expect(codes(small, { name: 'b' })).toStrictEqual([]);
    expect(codes()).toStrictEqual([]);
  });

  test('judges fewer than three nodes as a cluster for tests, with one replica of azureml-fe', () => {
    expect(codes({ name: 'a', allocatable: { cpu: '1900m', memory: '5Gi' } })).toStrictEqual([]);
    expect(codes({ name: 'a', allocatable: { cpu: '1700m', memory: '5Gi' } })).toStrictEqual([
      'components/requests-exceed-nodes',
    ]);
  });
});

describe('azureMLPlatformIssues', () => {
  test('fails when the pods of the extension request more than the pools have', () => {
    const nodePools = { all: { allocatable: { cpu: '1', memory: '2Gi' }, minCount: 3 } };
    const spec = platformWith({ nodePools, instanceTypes: {}, devicePlugin: {} });
    const { ofWhole } = azureMLPlatformIssues(spec);

    expect(ofWhole.filter(({ severity }) => severity === 'error').map(formatIssue)).toStrictEqual([
      'nodePools: the pods of the extension request more than the nodes that admit them have (received "CPU 3630m, memory 4620Mi", expected at most CPU 3, memory 6Gi); add nodes, take larger ones, or turn off features that are not needed [components/requests-exceed-nodes]',
    ]);
  });

  test('warns of a system pool that is too small for AKS, and not elsewhere', () => {
    const nodePools = { all: { mode: 'system', vmSize: 'Standard_DS2_v2', minCount: 3 } };
    const codesOn = (cluster: ClusterSpec): string[] => {
      const spec = platformWith({
        cluster,
        nodePools,
        instanceTypes: {},
        devicePlugin: {},
        openShift: undefined,
      });
      return azureMLPlatformIssues(spec).ofWhole.map(({ code }) => code);
    };

    expect(codesOn(AKS)).toStrictEqual(['components/system-pool-vm-size', 'components/limits-exceed-nodes']);
    expect(codesOn(ARC)).toStrictEqual(['components/limits-exceed-nodes']);
  });
});
