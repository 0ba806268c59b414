import { admission } from '../../../lib/model/scheduling/admission';
import { extensionTolerations, extensionTolerationSettings } from '../../../lib/model/scheduling/extension-tolerations';
import type { NodePoolSpec } from '../../../lib/model/scheduling/node-pool';
import { resolveNodePool } from '../../../lib/model/scheduling/resolve-node-pool';
import { SAMPLE_PODS } from '../../support/scheduling';

function settings(...pools: Omit<NodePoolSpec, 'name'>[]): Readonly<Record<string, string>> {
  const resolved = pools.map((pool, index) => resolveNodePool({ name: `pool${String(index)}`, ...pool }));
  return extensionTolerationSettings(extensionTolerations(resolved));
}

describe('extensionTolerationSettings', () => {
  test('are none where amlarc taints are all there is', () => {
    expect(settings({}, { isolation: { kind: 'workload' } }, { taints: [{ kind: 'system' }] })).toStrictEqual({});
  });

  test('let workloads onto spot and GPU nodes', () => {
    expect(settings({ spot: true }, { gpus: 1, taints: ['sku=gpu:NoSchedule'] })).toStrictEqual({
      'workLoadToleration[0].key': 'kubernetes.azure.com/scalesetpriority',
      'workLoadToleration[0].operator': 'Equal',
      'workLoadToleration[0].value': 'spot',
      'workLoadToleration[0].effect': 'NoSchedule',
      'workLoadToleration[1].key': 'sku',
      'workLoadToleration[1].operator': 'Equal',
      'workLoadToleration[1].value': 'gpu',
      'workLoadToleration[1].effect': 'NoSchedule',
    });
  });

  test('let everything of the extension onto other tainted nodes', () => {
    expect(settings({ taints: ['team:NoExecute'] })).toStrictEqual({
      'toleration[0].key': 'team',
      'toleration[0].operator': 'Equal',
      'toleration[0].effect': 'NoExecute',
      'workLoadToleration[0].key': 'team',
      'workLoadToleration[0].operator': 'Equal',
      'workLoadToleration[0].effect': 'NoExecute',
    });
  });

  test('leave out soft taints and system node pools', () => {
    expect(
      settings(
        { taints: ['team=ml:PreferNoSchedule'] },
        { mode: 'system', taints: ['CriticalAddonsOnly=true:NoSchedule'] },
      ),
    ).toStrictEqual({});
  });

  test('hold a taint of several pools once', () => {
    expect(Object.keys(settings({ spot: true }, { spot: true }))).toHaveLength(4);
  });
});

describe('extensionTolerations', () => {
  test('open each pool for whom it is meant', () => {
    const pools = [
      resolveNodePool({ name: 'jobs', isolation: { kind: 'workload' }, spot: true, taints: ['team=ml:NoSchedule'] }),
      resolveNodePool({ name: 'router', isolation: { kind: 'system' }, taints: ['edge=true:NoExecute'] }),
    ] as const;
    const { workload, extensionSystem } = extensionTolerations(pools);
    expect(admission(pools[0].taints, SAMPLE_PODS.own.pod).admitted).toBe(false);
    expect(admission(pools[0].taints, SAMPLE_PODS.own.pod, workload).admitted).toBe(true);
    expect(admission(pools[1].taints, SAMPLE_PODS.system.pod).admitted).toBe(false);
    expect(admission(pools[1].taints, SAMPLE_PODS.system.pod, extensionSystem).admitted).toBe(true);
    expect(extensionSystem).toStrictEqual([{ operator: 'Equal', key: 'edge', value: 'true', effect: 'NoExecute' }]);
  });
});
