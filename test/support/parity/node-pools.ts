import fc from 'fast-check';
import type { ManagedNodePoolSpec, NodePoolSpec } from 'azureml-kubernetes';

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/);
const workspace = name.map((text) => `ws-${text}`);
const isolations = fc.oneof(
  fc.record({ kind: fc.constantFrom('overall' as const, 'system' as const, 'workload' as const) }),
  fc.record({ kind: fc.constant('workspace' as const), resourceGroup: name, workspace }),
  fc.record({
    kind: fc.constant('computeTarget' as const),
    resourceGroup: name,
    workspace,
    compute: fc.constant('gpu'),
  }),
);

const pool: fc.Arbitrary<ManagedNodePoolSpec> = fc
  .record(
    {
      vmSize: fc.constantFrom('Standard_DS4_v2', 'Standard_NC24ads_A100_v4'),
      minCount: fc.integer({ min: 0, max: 3 }),
      more: fc.integer({ min: 0, max: 5 }),
      spot: fc.boolean(),
      gpus: fc.integer({ min: 0, max: 4 }),
      isolation: isolations,
      taints: fc.constantFrom<NonNullable<NodePoolSpec['taints']>[]>(
        ['team=ml:NoSchedule'],
        ['sku=gpu:PreferNoSchedule'],
      ),
      labels: fc.dictionary(name, name, { maxKeys: 2, noNullPrototype: true }),
    },
    { requiredKeys: ['vmSize', 'minCount', 'more'] },
  )
  .map(({ more, ...spec }) => ({ ...spec, maxCount: spec.minCount + more }));

/** Four user pools of a cluster of AKS, by their names. */
export const nodePools: fc.Arbitrary<Readonly<Record<string, ManagedNodePoolSpec>>> = fc.dictionary(name, pool, {
  minKeys: 4,
  maxKeys: 4,
  noNullPrototype: true,
});
