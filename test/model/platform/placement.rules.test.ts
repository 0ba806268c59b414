import type { InstanceTypeSpec } from '../../../lib/model/compute/instance-type';
import { resolveInstanceType } from '../../../lib/model/compute/resolve-instance-type';
import { formatIssue } from '../../../lib/model/issues';
import { instanceTypePlacementIssues } from '../../../lib/model/platform/placement.rules';
import { extensionTolerations } from '../../../lib/model/scheduling/extension-tolerations';
import type { NodePoolSpec } from '../../../lib/model/scheduling/node-pool';
import { resolveNodePool } from '../../../lib/model/scheduling/resolve-node-pool';

const ORIGIN = { resourceGroup: 'ml', workspace: 'vision', compute: 'jobs' };

function type(nodeSelector: Readonly<Record<string, string>>, gpu?: number): InstanceTypeSpec {
  const limits = { cpu: '8', memory: '32Gi', ...(gpu === undefined ? {} : { gpu }) };
  return { name: 'type', nodeSelector, resources: { requests: { cpu: '4', memory: '16Gi' }, limits } };
}

function messages(spec: InstanceTypeSpec, ...pools: NodePoolSpec[]): string[] {
  const resolved = pools.map((pool) => resolveNodePool(pool));
  const placement = { pools: resolved, nodeSelector: {}, tolerations: extensionTolerations(resolved) };
  return instanceTypePlacementIssues(resolveInstanceType(spec), placement, [ORIGIN]).map(formatIssue);
}

describe('instanceTypePlacementIssues', () => {
  test('finds nothing wrong with a pool that has the labels and the room', () => {
    const pool: NodePoolSpec = { name: 'big', labels: { size: 'big' }, allocatable: { cpu: '4', memory: '16Gi' } };

    expect(messages(type({ size: 'big' }), { name: 'small' }, pool)).toStrictEqual([]);
    expect(messages(type({}), { name: 'small' })).toStrictEqual([]);
  });

  test('fails when no pool has the labels', () => {
    expect(messages(type({ size: 'big' }), { name: 'small', labels: { size: 'small' } })).toStrictEqual([
      'nodeSelector: no node pool has the labels that the instance type selects (received {"size":"big"}); select labels of one of the pools, or add them to a pool [platform/instance-type-selects-nothing]',
    ]);
  });

  test('knows the label with which AKS names the pool of a node', () => {
    expect(messages(type({ agentpool: 'gpu' }), { name: 'gpu' })).toStrictEqual([]);
    expect(messages(type({ 'kubernetes.azure.com/agentpool': 'cpu' }), { name: 'gpu' })).toStrictEqual([
      expect.stringMatching(/selects-nothing\]$/),
    ]);
  });

  test('does not judge labels that the cluster puts on nodes by itself', () => {
    expect(
      messages(type({ 'kubernetes.io/arch': 'amd64', 'topology.kubernetes.io/zone': '1' }), { name: 'a' }),
    ).toStrictEqual([]);
  });

  test.each([
    ['CPU', { cpu: '3999m', memory: '16Gi' }],
    ['memory', { cpu: '4', memory: '16383Mi' }],
  ])('fails when every selected node has too little %s', (_title, allocatable) => {
    expect(messages(type({}), { name: 'a', allocatable })).toStrictEqual([
      'resources: no node that the instance type selects can hold what it requests; lower the requests, or select a pool of larger nodes [platform/instance-type-too-large]',
    ]);
  });

  test('fails when every selected node has too few GPUs', () => {
    expect(messages(type({}, 2), { name: 'a', gpus: 1 })).toStrictEqual([expect.stringMatching(/too-large\]$/)]);
    expect(messages(type({}, 2), { name: 'a', gpus: 1 }, { name: 'b', gpus: 2 })).toStrictEqual([]);
  });

  test('warns when the workloads may not enter the selected nodes', () => {
    const isolation = { kind: 'workspace', resourceGroup: 'ml', workspace: 'fraud' } as const;
    const pool: NodePoolSpec = { name: 'a', isolation, labels: { size: 'big' } };

    expect(messages(type({ size: 'big' }), pool, { name: 'open' })).toStrictEqual([
      'nodeSelector: no workload of the computes described may run on the nodes that the instance type selects (received {"size":"big"}); check the isolation of the pools against the computes [platform/instance-type-unreachable]',
    ]);
  });
});
