import fc from 'fast-check';
import { deferred } from '../../../lib/model/deferred';
import { admission, podTolerations } from '../../../lib/model/scheduling/admission';
import { resolveNodeIsolation } from '../../../lib/model/scheduling/resolve-node-isolation';
import { formatTaint, TAINT_EFFECTS, type Taint } from '../../../lib/model/scheduling/taint';
import { parseTaint } from '../../../lib/model/scheduling/taint-text';
import { ADMITTED_BY_TAINT, RECIPES, SAMPLE_PODS, type SamplePodName } from '../../support/scheduling';

const NAMES = Object.keys(SAMPLE_PODS) as SamplePodName[];

function admitted(taints: readonly Taint[]): SamplePodName[] {
  return NAMES.filter((name) => admission(taints, SAMPLE_PODS[name].pod).admitted);
}

describe('the truth table of the six taints', () => {
  test.each(ADMITTED_BY_TAINT)('holds for $taint with the effects that keep pods away', ({ taint, admits }) => {
    expect(admitted([parseTaint(`${taint}:NoSchedule`)])).toStrictEqual(admits);
    expect(admitted([parseTaint(`${taint}:NoExecute`)])).toStrictEqual(admits);
  });

  test.each(ADMITTED_BY_TAINT)('lets everybody in with $taint:PreferNoSchedule', ({ taint }) => {
    expect(admitted([parseTaint(`${taint}:PreferNoSchedule`)])).toStrictEqual(NAMES);
  });
});

describe('the table of recipes by pod class', () => {
  test.each(RECIPES)('holds for $isolation.kind', ({ isolation, admits }) => {
    for (const effect of ['NoSchedule', 'NoExecute'] as const) {
      expect(admitted(resolveNodeIsolation({ ...isolation, effect }).taints)).toStrictEqual(admits);
    }
    expect(admitted(resolveNodeIsolation({ ...isolation, effect: 'PreferNoSchedule' }).taints)).toStrictEqual(NAMES);
  });

  test.each(RECIPES)('lets in who has the tolerations of $isolation.kind', ({ isolation }) => {
    const { taints, tolerations } = resolveNodeIsolation(isolation);
    expect(admission(taints, { kind: 'other', tolerations }).admitted).toBe(true);
    expect(admission(taints, { kind: 'other', tolerations: tolerations.slice(1) }).admitted).toBe(false);
  });
});

describe('podTolerations', () => {
  test.each(NAMES)('gives %s the tolerations that the documentation names', (name) => {
    const { pod, tolerations } = SAMPLE_PODS[name];
    const byKey = (one: object, other: object): number => JSON.stringify(one).localeCompare(JSON.stringify(other));
    const sorted = podTolerations(pod).map((toleration) => Object.fromEntries(Object.entries(toleration).sort()));
    const expected = tolerations.map((toleration) => Object.fromEntries(Object.entries(toleration).sort()));
    expect(sorted.sort(byKey)).toStrictEqual(expected.sort(byKey));
  });
});

describe('admission', () => {
  test('lets everybody in without taints', () => {
    expect(admission([], { kind: 'other' })).toStrictEqual({ admitted: true, blockedBy: [], undecided: [] });
  });

  test('names the taints that keep a pod away, and no others', () => {
    const taints = ['ml.azure.com/amlarc=true:NoSchedule', 'sku=gpu:NoSchedule', 'a=b:PreferNoSchedule'].map((text) =>
      parseTaint(text),
    );
    expect(admission(taints, { kind: 'extensionSystem' })).toStrictEqual({
      admitted: false,
      blockedBy: [{ key: 'sku', value: 'gpu', effect: 'NoSchedule' }],
      undecided: [],
    });
    expect(admission(taints, { kind: 'other' }).blockedBy.map(formatTaint)).toStrictEqual([
      'ml.azure.com/amlarc=true:NoSchedule',
      'sku=gpu:NoSchedule',
    ]);
  });

  test('counts the tolerations that settings add', () => {
    const spot = [parseTaint('kubernetes.azure.com/scalesetpriority=spot:NoSchedule')];
    const extra = { operator: 'Equal', key: 'kubernetes.azure.com/scalesetpriority', value: 'spot' } as const;
    expect(admission(spot, SAMPLE_PODS.own.pod).admitted).toBe(false);
    expect(admission(spot, SAMPLE_PODS.own.pod, [extra]).admitted).toBe(true);
  });

  test('compares names letter by letter', () => {
    const taints = [parseTaint('ml.azure.com/workspace=Fraud:NoSchedule')];
    expect(admission(taints, SAMPLE_PODS.own.pod).admitted).toBe(false);
  });

  test('does not know about names that are known only at deployment, unless something else decides', () => {
    const taint = parseTaint(`ml.azure.com/workspace=${deferred('workspace')}:NoSchedule`);
    expect(admission([taint], SAMPLE_PODS.own.pod)).toStrictEqual({
      admitted: undefined,
      blockedBy: [],
      undecided: [taint],
    });
    expect(admission([taint], { ...SAMPLE_PODS.own.pod, workspace: deferred('workspace') }).admitted).toBe(true);
    expect(admission([taint], SAMPLE_PODS.system.pod).admitted).toBe(false);
    expect(admission([taint, parseTaint('sku=gpu:NoSchedule')], SAMPLE_PODS.own.pod).admitted).toBe(false);
  });

  test('admits to a set of taints whom it admits to each of them', () => {
    const texts = ADMITTED_BY_TAINT.flatMap(({ taint }) => TAINT_EFFECTS.map((effect) => `${taint}:${effect}`));
    const some = fc.uniqueArray(fc.constantFrom(...texts, 'sku=gpu:NoSchedule', 'sku=gpu:NoExecute'));
    fc.assert(
      fc.property(some, fc.constantFrom(...NAMES), (chosen, name) => {
        const { pod } = SAMPLE_PODS[name];
        const taints = chosen.map((text) => parseTaint(text));
        const each = taints.every((taint) => admission([taint], pod).admitted);
        expect(admission(taints, pod).admitted).toBe(each);
      }),
    );
  });
});
