import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { NodePoolSpec } from '../../../lib/model/scheduling/node-pool';
import { aksNodePoolIssues, nodePoolIssues, nodePoolSetIssues } from '../../../lib/model/scheduling/node-pool.rules';

const FULL: NodePoolSpec = {
  name: 'gpu',
  mode: 'user',
  isolation: { kind: 'workspace', resourceGroup: 'rg-ml', workspace: 'fraud' },
  spot: true,
  taints: ['sku=gpu:NoSchedule', { kind: 'workload' }],
  toleratedBy: 'workload',
  labels: { team: 'fraud' },
  gpus: 4,
  allocatable: { cpu: '23', memory: '200Gi' },
  minCount: 0,
  maxCount: 3,
  vmSize: 'Standard_NC24ads_A100_v4',
};

function messages(spec: unknown): string[] {
  return nodePoolIssues(spec as NodePoolSpec).map(formatIssue);
}

function codes(spec: unknown): string[] {
  return nodePoolIssues(spec as NodePoolSpec).map(({ code }) => code);
}

describe('nodePoolIssues', () => {
  test('finds nothing wrong with a name alone, nor with everything given', () => {
    expect(messages({ name: 'jobs' })).toStrictEqual([]);
    expect(messages(FULL)).toStrictEqual([]);
    expect(messages({ name: 'jobs', labels: { team: deferred('team') } })).toStrictEqual([]);
  });

  test('reports the issues of the isolation and the taints at their places', () => {
    const spec = {
      name: 'jobs',
      isolation: { kind: 'overall', effect: 'PreferNoSchedule' },
      taints: [{ kind: 'workload', effect: 'NoExecute' }],
    };
    expect(messages(spec)).toStrictEqual([
      expect.stringMatching(/^isolation\.effect: .*\[scheduling\/prefer-no-schedule\]$/),
      expect.stringMatching(/^taints\[0\]\.effect: .*\[scheduling\/no-execute\]$/),
    ]);
    expect(messages({ name: 'jobs', isolation: { kind: 'workspace' }, taints: ['sku=gpu:Never', 5] })).toStrictEqual([
      expect.stringMatching(/^isolation\.resourceGroup: .*\[spec\/required\]$/),
      expect.stringMatching(/^isolation\.workspace: .*\[spec\/required\]$/),
      expect.stringMatching(/^taints\[0\]: .*\[scheduling\/taint-effect\]$/),
      expect.stringMatching(/^taints\[1\]: .*\[spec\/type\]$/),
    ]);
  });

  test('fails on taints that close the pool for everybody, wherever they come from', () => {
    expect(messages({ name: 'jobs', isolation: { kind: 'system' }, taints: [{ kind: 'workload' }] })).toStrictEqual([
      expect.stringMatching(/^taints\[0\]: .*\[scheduling\/taints-nobody-enters\]$/),
    ]);
    expect(codes({ name: 'jobs', isolation: { kind: 'overall' }, taints: [{ kind: 'overall' }] })).toStrictEqual([
      'scheduling/taint-duplicate',
    ]);
  });

  test('fails on hard taints of a system pool, except the one for critical pods', () => {
    expect(messages({ name: 'system', mode: 'system', isolation: { kind: 'system' } })).toStrictEqual([
      'isolation: AKS refuses taints on system node pools, except CriticalAddonsOnly and the effect PreferNoSchedule (received "ml.azure.com/amlarc-system=true:NoSchedule"); use a node pool of mode user for it [scheduling/system-pool-taint]',
    ]);
    expect(codes({ name: 'system', mode: 'system', taints: ['CriticalAddonsOnly=true:NoSchedule'] })).toStrictEqual([]);
    expect(codes({ name: 'system', mode: 'system', taints: ['sku=gpu:PreferNoSchedule'] })).toStrictEqual([]);
    expect(codes({ name: 'system', mode: 'system', taints: ['sku=gpu:NoExecute'] })).toStrictEqual([
      'scheduling/system-pool-taint',
    ]);
  });

  test('fails on spot nodes in a system pool', () => {
    expect(messages({ name: 'system', mode: 'system', spot: true })).toStrictEqual([
      'spot: a system node pool cannot consist of spot nodes; use a node pool of mode user for spot nodes [scheduling/spot-system-pool]',
    ]);
  });

  test('fails on more nodes at least than at most', () => {
    expect(messages({ name: 'jobs', minCount: 3, maxCount: 2 })).toStrictEqual([
      'maxCount: the smallest number of nodes is above the largest (received 2, expected at least 3); keep minCount <= maxCount [scheduling/node-counts]',
    ]);
    expect(codes({ name: 'jobs', minCount: 3 })).toStrictEqual([]);
    expect(codes({ name: 'jobs', maxCount: 0 })).toStrictEqual(['scheduling/node-counts']);
  });

  test('fails on labels that the isolation and spot write', () => {
    const labels = { 'ml.azure.com/amlarc': 'true', 'kubernetes.azure.com/scalesetpriority': 'spot', team: 'ml' };
    expect(messages({ name: 'jobs', isolation: { kind: 'overall' }, spot: true, labels })).toStrictEqual([
      'labels["ml.azure.com/amlarc"]: the key is written by the library (expected the property isolation); remove it here and use the property [spec/owned-key]',
      'labels["kubernetes.azure.com/scalesetpriority"]: the key is written by the library (expected the property spot); remove it here and use the property [spec/owned-key]',
    ]);
    expect(codes({ name: 'jobs', labels })).toStrictEqual([]);
  });

  test('fails on pods that are to tolerate taints of a pool that the isolation keeps them from', () => {
    const spec = { name: 'jobs', isolation: { kind: 'workload' }, spot: true };
    expect(messages({ ...spec, toleratedBy: 'extensionSystem' })).toStrictEqual([
      'toleratedBy: the pods that are to tolerate the other taints are kept away by the amlarc taints of the pool (received "extensionSystem"); leave toleratedBy out, or choose another recipe [scheduling/excluded-by-isolation]',
    ]);
    for (const toleratedBy of ['all', 'workload', 'nobody']) expect(codes({ ...spec, toleratedBy })).toStrictEqual([]);
    expect(codes({ ...spec, spot: false, toleratedBy: 'extensionSystem' })).toStrictEqual([]);
  });

  test('fails on everything at once', () => {
    expect(
      codes({
        name: 'GPU',
        mode: 'System',
        spot: 'yes',
        taints: [],
        gpus: 1.5,
        allocatable: { cpu: '0.0001' },
        taint: [],
      }),
    ).toStrictEqual([
      'name/dns-label',
      'spec/choice',
      'spec/type',
      'spec/empty-list',
      'spec/number-range',
      expect.stringMatching(/^quantity\//),
      'spec/required',
      'spec/unknown-property',
    ]);
    expect(codes({ name: deferred('pool') })).toStrictEqual(['deferred/literal-required']);
    expect(codes({ name: 'jobs', taints: [`team=${deferred('team')}:NoSchedule`] })).toStrictEqual([
      'deferred/literal-required',
    ]);
  });
});

describe('aksNodePoolIssues', () => {
  test('finds nothing wrong with a pool that AKS takes', () => {
    expect(aksNodePoolIssues({ ...FULL, name: 'gpu2' })).toStrictEqual([]);
  });

  test.each(['gpu-pool', 'morethan12char', '1gpu'])('fails on the name %s', (name) => {
    expect(aksNodePoolIssues({ name }).map(formatIssue)).toStrictEqual([
      `name: AKS does not take the name of the node pool (received "${name}", expected at most 12 lower-case letters and digits); use at most 12 lower-case letters and digits, starting with a letter [scheduling/aks-pool-name]`,
    ]);
  });

  test('fails on a taint without a value', () => {
    expect(
      aksNodePoolIssues({ name: 'jobs', taints: ['sku=gpu:NoSchedule', 'team:NoSchedule'] }).map(formatIssue),
    ).toStrictEqual([
      'taints[1]: AKS demands a value in the taints of a node pool (received "team:NoSchedule"); write key=value:Effect [scheduling/aks-taint-value]',
    ]);
  });
});

describe('nodePoolSetIssues', () => {
  test('fails on the second of two pools with one name', () => {
    expect(nodePoolSetIssues([{ name: 'a' }, { name: 'b' }])).toStrictEqual([]);
    expect(nodePoolSetIssues([{ name: 'a' }, { name: 'a' }]).map(formatIssue)).toStrictEqual([
      '[1].name: two node pools of one cluster have the same name (received "a"); rename one of them [scheduling/node-pool-duplicate]',
    ]);
  });
});
