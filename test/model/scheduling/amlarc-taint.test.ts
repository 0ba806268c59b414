import { deferred } from '../../../lib/model/deferred';
import { amlarcTaint } from '../../../lib/model/scheduling/amlarc-taint';
import type { AmlarcTaintSpec } from '../../../lib/model/scheduling/amlarc-taints';
import { formatTaint, TAINT_EFFECTS } from '../../../lib/model/scheduling/taint';

const TAINTS: readonly (readonly [AmlarcTaintSpec, string])[] = [
  [{ kind: 'overall' }, 'ml.azure.com/amlarc=true'],
  [{ kind: 'system' }, 'ml.azure.com/amlarc-system=true'],
  [{ kind: 'workload' }, 'ml.azure.com/amlarc-workload=true'],
  [{ kind: 'resourceGroup', resourceGroup: 'rg-ml' }, 'ml.azure.com/resource-group=rg-ml'],
  [{ kind: 'workspace', workspace: 'Fraud' }, 'ml.azure.com/workspace=Fraud'],
  [{ kind: 'compute', compute: 'gpu' }, 'ml.azure.com/compute=gpu'],
];

describe('amlarcTaint', () => {
  test.each(TAINTS)('gives %j the key and value of the documentation, with NoSchedule', (spec, text) => {
    expect(formatTaint(amlarcTaint(spec))).toBe(`${text}:NoSchedule`);
  });

  test.each(TAINT_EFFECTS)('has the effect %s on request', (effect) => {
    for (const [spec, text] of TAINTS) expect(formatTaint(amlarcTaint({ ...spec, effect }))).toBe(`${text}:${effect}`);
  });

  test('passes a name on that is known only at deployment', () => {
    const workspace = deferred('workspace');
    expect(amlarcTaint({ kind: 'workspace', workspace })).toStrictEqual({
      key: 'ml.azure.com/workspace',
      value: workspace,
      effect: 'NoSchedule',
    });
  });

  test('fails on a name that no taint can hold', () => {
    expect(() => amlarcTaint({ kind: 'resourceGroup', resourceGroup: 'rg(ml)' })).toThrow(
      /^amlarc taint has 1 error:\n.*\[scheduling\/name-not-taint-value\]/,
    );
  });

  test('fails with the subject and the issues of the caller', () => {
    const context = { subject: 'node', moreIssues: [] };
    expect(() => amlarcTaint({ kind: 'compute', compute: 'x' }, context)).toThrow(/^node has 1 error:/);
  });
});
