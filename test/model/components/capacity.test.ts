import { formatAmounts } from '../../../lib/model/components/amounts';
import { componentCapacity, type CapacityVerdict, type NodeGroup } from '../../../lib/model/components/capacity';
import { capacityIssues } from '../../../lib/model/components/capacity.rules';
import type { InstalledComponents } from '../../../lib/model/components/footprint';
import { SIZING_PURPOSES, MINIMUM_REQUIREMENTS } from '../../../lib/model/components/minimum-requirements';
import { nodeGroup } from '../../../lib/model/components/node-groups';
import type { VmSizeName } from '../../../lib/model/components/vm-sizes';
import { formatIssue } from '../../../lib/model/issues';

const MI = 1024n * 1024n;
const INFERENCE: InstalledComponents = { cluster: 'aks', enableInference: true };
const BOTH: InstalledComponents = { ...INFERENCE, enableTraining: true };

/** Nodes of AKS with at most 30 pods each. */
function nodes(vmSize: VmSizeName, maxCount: number): NodeGroup {
  const group = nodeGroup({ name: 'pool', maxCount, vmSize }, { maxPods: 30 });
  return group ?? nodesOf(0n, 0n, 0);
}

function nodesOf(millicores: bigint, mebibytes: bigint, count: number): NodeGroup {
  return { name: 'pool', nodes: count, allocatable: { millicores, bytes: mebibytes * MI } };
}

function printed({ holds, needed, available, spare, tooLarge, unplaced }: CapacityVerdict): unknown {
  return { holds, cpu: [needed, available, spare].map((amounts) => formatAmounts(amounts).cpu), tooLarge, unplaced };
}

function messages(...parameters: Parameters<typeof capacityIssues>): string[] {
  return capacityIssues(...parameters).map(formatIssue);
}

describe('componentCapacity', () => {
  test('says that three Standard_DS3_v2 hold the requests of production inference, and not its limits', () => {
    const { requests, limits } = componentCapacity(INFERENCE, [nodes('Standard_DS3_v2', 3)]);

    expect(printed(requests)).toStrictEqual({
      holds: 'yes',
      cpu: ['3600m', '11580m', '7980m'],
      tooLarge: [],
      unplaced: [],
    });
    expect(printed(limits)).toMatchObject({ holds: 'no', cpu: ['12700m', '11580m', '-1120m'], tooLarge: [] });
    expect(limits.spare.bytes > 0n).toBe(true);
  });

  test('judges the six rows of the page by what the page says', () => {
    const verdicts = MINIMUM_REQUIREMENTS.map(({ purpose, vmSize, nodes: count, ...features }) => {
      const { enableInference, enableTraining } = features;
      const report = componentCapacity({ cluster: 'aks', enableInference, enableTraining }, [nodes(vmSize, count)]);
      return report[SIZING_PURPOSES[purpose].judgedBy];
    });

    expect(verdicts.map(({ holds, spare }) => [holds, formatAmounts(spare).cpu])).toStrictEqual([
      ['yes', '120m'],
      ['yes', '1490m'],
      ['yes', '1950m'],
      ['no', '-1120m'],
      ['yes', '3400m'],
      ['yes', '8640m'],
    ]);
  });

  test('says why both features take a Standard_DS3_v2 for a test, and a Standard_DS4_v2 in production', () => {
    expect(componentCapacity(BOTH, [nodes('Standard_DS2_v2', 1)]).requests).toMatchObject({
      holds: 'no',
      spare: { millicores: -10n },
    });
    expect(componentCapacity(BOTH, [nodes('Standard_DS3_v2', 3)]).limits.holds).toBe('no');
    expect(componentCapacity(BOTH, [nodes('Standard_DS4_v2', 3)]).limits.holds).toBe('yes');
    expect(
      componentCapacity({ cluster: 'aks', enableTraining: true }, [nodes('Standard_DS3_v2', 1)]).limits,
    ).toMatchObject({ holds: 'no', spare: { millicores: -560n } });
  });

  test('finds that no node can hold a pod, however many there are', () => {
    const { requests, limits } = componentCapacity(INFERENCE, [nodesOf(900n, 4096n, 20)]);

    expect(requests).toMatchObject({ holds: 'no', tooLarge: ['azureml-fe-v2'] });
    expect(limits.tooLarge).toContain('azureml-fe-v2');
  });

  test('finds that the replicas of azureml-fe need nodes of their own', () => {
    const large = nodesOf(16_000n, 65_536n, 2);
    const small = nodesOf(500n, 2048n, 1);

    expect(componentCapacity({ ...INFERENCE, inferenceRouterHA: true }, [large, small]).requests).toMatchObject({
      holds: 'no',
      tooLarge: ['azureml-fe-v2'],
    });
    expect(componentCapacity({ ...INFERENCE, inferenceRouterHA: false }, [large, small]).requests.holds).toBe('yes');
  });

  test('finds a node that is too small for the DaemonSet', () => {
    const { requests } = componentCapacity({ cluster: 'aks' }, [nodesOf(4000n, 8192n, 1), nodesOf(9n, 8192n, 1)]);

    expect(requests).toMatchObject({ holds: 'no', tooLarge: ['fluent-bit'] });
  });

  test('says when the sums fit and no way to place each pod was found', () => {
    const { requests } = componentCapacity({ cluster: 'aks' }, [nodesOf(145n, 4096n, 2)]);

    expect(requests).toMatchObject({ holds: 'unproven', tooLarge: [], unplaced: ['gateway'] });
  });

  test('names what it could not count', () => {
    expect(componentCapacity({ cluster: 'arc' }, [nodes('Standard_DS3_v2', 1)]).unknown).toStrictEqual([
      { component: 'relayserver', pods: 1 },
    ]);
  });
});

describe('capacityIssues', () => {
  test('finds nothing wrong with nodes that hold the requests, and for production the limits', () => {
    expect(messages(INFERENCE, [nodes('Standard_DS3_v2', 3)], 'test')).toStrictEqual([]);
    expect(messages(INFERENCE, [nodes('Standard_DS4_v2', 3)], 'production')).toStrictEqual([]);
  });

  test('fails when the requests exceed the nodes', () => {
    expect(messages(BOTH, [nodes('Standard_DS2_v2', 1)], 'test')).toStrictEqual([
      'the pods of the extension request more than the nodes that admit them have (received "CPU 1910m, memory 2884Mi", expected at most CPU 1900m, memory 6418Mi); add nodes, take larger ones, or turn off features that are not needed [components/requests-exceed-nodes]',
    ]);
  });

  test('warns when the limits exceed the nodes of a production cluster', () => {
    const issues = capacityIssues(INFERENCE, [nodes('Standard_DS3_v2', 3)], 'production');

    expect(issues.map(({ severity }) => severity)).toStrictEqual(['warning']);
    expect(issues.map(formatIssue)).toStrictEqual([
      'the pods of the extension may use more than the nodes that admit them have (received "CPU 12700m, memory 15296Mi", expected at most CPU 11580m, memory 40758Mi); add nodes or take larger ones: production is planned by limits [components/limits-exceed-nodes]',
    ]);
  });

  test('fails when a pod is larger than any node', () => {
    expect(messages(INFERENCE, [nodesOf(900n, 4096n, 20)], 'test')).toStrictEqual([
      'pods of the extension request more than any node that admits them has left (received ["azureml-fe-v2"]); take larger nodes, or as many as the replicas of azureml-fe need [components/pod-too-large]',
    ]);
  });

  test('warns when the sums fit and no way to place each pod was found', () => {
    const groups = [nodesOf(145n, 4096n, 2)];

    expect(messages({ cluster: 'aks' }, groups, 'test')).toStrictEqual([
      'the requests of the extension fit the nodes in sum, but no way was found to place each pod (received ["gateway"]); add a node, or take larger ones [components/placement-unproven]',
    ]);
  });
});
