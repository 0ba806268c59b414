import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import type { NodeIsolationSpec } from '../../../lib/model/scheduling/node-isolation';
import { resolveNodeIsolation } from '../../../lib/model/scheduling/resolve-node-isolation';
import { formatTaint, TAINT_EFFECTS } from '../../../lib/model/scheduling/taint';

const WORKSPACE = { kind: 'workspace', resourceGroup: 'rg-ml', workspace: 'fraud' } as const;
const COMPUTE_TARGET = { kind: 'computeTarget', resourceGroup: 'rg-ml', workspace: 'fraud', compute: 'gpu' } as const;

/** The recipes as the documentation lists them, in its order. */
const RECIPES: readonly (readonly [NodeIsolationSpec, readonly string[]])[] = [
  [{ kind: 'overall' }, ['ml.azure.com/amlarc=true']],
  [{ kind: 'system' }, ['ml.azure.com/amlarc=true', 'ml.azure.com/amlarc-system=true']],
  [{ kind: 'workload' }, ['ml.azure.com/amlarc=true', 'ml.azure.com/amlarc-workload=true']],
  [WORKSPACE, ['ml.azure.com/amlarc=true', 'ml.azure.com/resource-group=rg-ml', 'ml.azure.com/workspace=fraud']],
  [
    COMPUTE_TARGET,
    [
      'ml.azure.com/amlarc=true',
      'ml.azure.com/resource-group=rg-ml',
      'ml.azure.com/workspace=fraud',
      'ml.azure.com/compute=gpu',
    ],
  ],
];

describe('resolveNodeIsolation', () => {
  test.each(RECIPES)('gives %j the taints of its recipe', (spec, taints) => {
    const isolation = resolveNodeIsolation(spec);
    expect(isolation.taints.map(formatTaint)).toStrictEqual(taints.map((taint) => `${taint}:NoSchedule`));
    expect(isolation.warnings).toStrictEqual([]);
  });

  test.each(TAINT_EFFECTS)('gives all taints of a recipe the effect %s on request', (effect) => {
    for (const [spec, taints] of RECIPES) {
      const texts = resolveNodeIsolation({ ...spec, effect }).taints.map(formatTaint);
      expect(texts).toStrictEqual(taints.map((taint) => `${taint}:${effect}`));
    }
  });

  test('gives labels and tolerations that match the taints', () => {
    expect(resolveNodeIsolation({ ...WORKSPACE, effect: 'NoExecute' })).toStrictEqual({
      kind: 'workspace',
      taints: [
        { key: 'ml.azure.com/amlarc', value: 'true', effect: 'NoExecute' },
        { key: 'ml.azure.com/resource-group', value: 'rg-ml', effect: 'NoExecute' },
        { key: 'ml.azure.com/workspace', value: 'fraud', effect: 'NoExecute' },
      ],
      labels: {
        'ml.azure.com/amlarc': 'true',
        'ml.azure.com/resource-group': 'rg-ml',
        'ml.azure.com/workspace': 'fraud',
      },
      tolerations: [
        { operator: 'Equal', key: 'ml.azure.com/amlarc', value: 'true', effect: 'NoExecute' },
        { operator: 'Equal', key: 'ml.azure.com/resource-group', value: 'rg-ml', effect: 'NoExecute' },
        { operator: 'Equal', key: 'ml.azure.com/workspace', value: 'fraud', effect: 'NoExecute' },
      ],
      warnings: [expect.objectContaining({ code: 'scheduling/no-execute' })],
    });
  });

  test('gives the same for names that become known later', () => {
    const names: Readonly<Record<string, string>> = { group: 'rg-ml', workspace: 'fraud', compute: 'gpu' };
    const spec = {
      kind: 'computeTarget',
      resourceGroup: deferred('group'),
      workspace: deferred('workspace'),
      compute: deferred('compute'),
    } as const;
    expect(substituteDeferredIn(resolveNodeIsolation(spec), ({ name }) => names[name])).toStrictEqual(
      resolveNodeIsolation(COMPUTE_TARGET),
    );
  });

  test('fails with one error for all issues', () => {
    expect(() => resolveNodeIsolation({ ...WORKSPACE, resourceGroup: 'rg.', workspace: 'ml' })).toThrow(
      /^node isolation has 2 errors:/,
    );
    expect(() => resolveNodeIsolation({ ...WORKSPACE, workspace: 'ml' }, { subject: 'pool jobs' })).toThrow(
      /^pool jobs has 1 error:/,
    );
  });
});
