import { resolveNodePool } from '../../../lib/model/scheduling/resolve-node-pool';
import { formatTaint } from '../../../lib/model/scheduling/taint';

describe('resolveNodePool', () => {
  test('fills the defaults', () => {
    expect(resolveNodePool({ name: 'jobs' })).toStrictEqual({
      name: 'jobs',
      mode: 'user',
      taints: [],
      labels: {},
      tolerating: ['extensionSystem', 'workload'],
      gpus: 0,
      minCount: 1,
      maxCount: 1,
      warnings: [],
    });
  });

  test('collects taints and labels from the isolation, spot and the rest', () => {
    const pool = resolveNodePool({
      name: 'gpu',
      mode: 'user',
      isolation: { kind: 'computeTarget', resourceGroup: 'rg-ml', workspace: 'fraud', compute: 'gpu' },
      spot: true,
      taints: ['sku=gpu:NoSchedule', { kind: 'workload' }],
      labels: { team: 'fraud' },
      gpus: 4,
      allocatable: { cpu: '23', memory: '200Gi' },
      minCount: 2,
      maxCount: 6,
      vmSize: 'Standard_NC24ads_A100_v4',
    });

    expect(pool.taints.map(formatTaint)).toStrictEqual([
      'ml.azure.com/amlarc=true:NoSchedule',
      'ml.azure.com/resource-group=rg-ml:NoSchedule',
      'ml.azure.com/workspace=fraud:NoSchedule',
      'ml.azure.com/compute=gpu:NoSchedule',
      'kubernetes.azure.com/scalesetpriority=spot:NoSchedule',
      'sku=gpu:NoSchedule',
      'ml.azure.com/amlarc-workload=true:NoSchedule',
    ]);
    expect(pool).toMatchObject({
      labels: {
        'ml.azure.com/amlarc': 'true',
        'ml.azure.com/resource-group': 'rg-ml',
        'ml.azure.com/workspace': 'fraud',
        'ml.azure.com/compute': 'gpu',
        'kubernetes.azure.com/scalesetpriority': 'spot',
        team: 'fraud',
      },
      tolerating: ['workload'],
      gpus: 4,
      allocatable: { cpu: '23', memory: '200Gi' },
      minCount: 2,
      maxCount: 6,
      vmSize: 'Standard_NC24ads_A100_v4',
    });
  });

  test.each([
    ['a spot pool', { spot: true }, ['workload']],
    ['a GPU pool', { gpus: 1 }, ['workload']],
    ['a pool for critical pods', { taints: ['CriticalAddonsOnly=true:NoSchedule'] }, []],
    ['a pool for system pods', { isolation: { kind: 'system' } }, ['extensionSystem']],
    ['a pool for workloads', { isolation: { kind: 'workload' } }, ['workload']],
    ['a spot pool for system pods', { isolation: { kind: 'system' }, spot: true }, []],
    ['a spot pool for all', { spot: true, toleratedBy: 'all' }, ['extensionSystem', 'workload']],
    ['a pool for nobody in particular', { taints: ['a=b:NoSchedule'], toleratedBy: 'nobody' }, []],
  ] as const)('decides who tolerates the other taints of %s', (_, spec, tolerating) => {
    expect(resolveNodePool({ name: 'jobs', ...spec }).tolerating).toStrictEqual(tolerating);
  });

  test('keeps the warnings', () => {
    const { warnings } = resolveNodePool({ name: 'jobs', isolation: { kind: 'overall', effect: 'PreferNoSchedule' } });
    expect(warnings.map(({ code }) => code)).toStrictEqual(['scheduling/prefer-no-schedule']);
  });

  test('fails with one error for all issues', () => {
    expect(() => resolveNodePool({ name: 'Jobs', minCount: -1 })).toThrow(/^node pool has 2 errors:/);
  });
});
