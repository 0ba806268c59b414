import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { mayEnter, taintSetIssues } from '../../../lib/model/scheduling/taint-set.rules';
import { parseTaint } from '../../../lib/model/scheduling/taint-text';

const OVERALL = 'ml.azure.com/amlarc=true:NoSchedule';
const SYSTEM = 'ml.azure.com/amlarc-system=true:NoSchedule';
const WORKLOAD = 'ml.azure.com/amlarc-workload=true:NoSchedule';

function messages(...texts: string[]): string[] {
  return taintSetIssues(texts.map((text, index) => ({ taint: parseTaint(text), path: ['taints', index] }))).map(
    formatIssue,
  );
}

describe('taintSetIssues', () => {
  test('finds nothing wrong with taints that somebody tolerates', () => {
    expect(messages()).toStrictEqual([]);
    expect(messages(OVERALL, SYSTEM)).toStrictEqual([]);
    expect(messages(OVERALL, WORKLOAD, 'ml.azure.com/compute=gpu:NoSchedule')).toStrictEqual([]);
    expect(messages('sku=gpu:NoSchedule', 'sku=gpu:NoExecute', 'team:NoSchedule')).toStrictEqual([]);
    expect(messages(SYSTEM, 'ml.azure.com/amlarc-workload=true:PreferNoSchedule')).toStrictEqual([]);
  });

  test('fails on a key that comes twice with one effect', () => {
    expect(messages('sku=gpu:NoSchedule', 'sku=cpu:NoSchedule')).toStrictEqual([
      'taints[1]: two taints of a node have the same key and effect (received "sku=cpu:NoSchedule"); keep one of them [scheduling/taint-duplicate]',
    ]);
  });

  test('fails on a key that only looks like one of the six', () => {
    expect(messages('ml.azure.com/resourcegroup=rg:NoSchedule')).toStrictEqual([
      'taints[0]: the key looks like one of the extension, but no pod of it tolerates such a taint (received "ml.azure.com/resourcegroup"); did you mean "ml.azure.com/resource-group"? [scheduling/unknown-amlarc-taint]',
    ]);
    expect(messages('ml.azure.com/something=x:NoSchedule')).toStrictEqual([
      'taints[0]: the key looks like one of the extension, but no pod of it tolerates such a taint (received "ml.azure.com/something"); use one of the six amlarc taints, or a key of your own [scheduling/unknown-amlarc-taint]',
    ]);
  });

  test('fails on values that nobody tolerates', () => {
    expect(messages('ml.azure.com/amlarc=yes:NoSchedule', 'ml.azure.com/workspace:NoSchedule')).toStrictEqual([
      'taints[0]: the taint has a value that no pod of the extension tolerates (received "yes", expected true); set the value to true, or to the name of the resource group, workspace or compute [scheduling/amlarc-taint-value]',
      'taints[1]: the taint has a value that no pod of the extension tolerates (received "", expected the name of a workspace); set the value to true, or to the name of the resource group, workspace or compute [scheduling/amlarc-taint-value]',
    ]);
  });

  test.each([
    [SYSTEM, WORKLOAD],
    [SYSTEM, 'ml.azure.com/resource-group=rg:NoExecute'],
    [SYSTEM, 'ml.azure.com/workspace=fraud:NoSchedule'],
    ['ml.azure.com/compute=gpu:NoSchedule', SYSTEM],
    ['ml.azure.com/workspace=fraud:NoSchedule', 'ml.azure.com/workspace=churn:NoExecute'],
  ])('fails on %s together with %s, which nobody tolerates', (first, second) => {
    expect(messages(OVERALL, first, second)).toStrictEqual([
      `taints[2]: no pod of the extension and no workload tolerates all these taints together (received "${second}"); remove the taint, or give it to another node pool [scheduling/taints-nobody-enters]`,
    ]);
  });

  test('does not judge names that are known only at deployment', () => {
    const workspace = `ml.azure.com/workspace=${deferred('workspace')}`;
    expect(messages(`${workspace}:NoSchedule`, 'ml.azure.com/workspace=fraud:NoExecute')).toStrictEqual([]);
    expect(messages(`${workspace}:NoSchedule`, SYSTEM)).toHaveLength(1);
  });
});

describe('mayEnter', () => {
  test('looks at the hard amlarc taints alone', () => {
    const taints = ['sku=gpu:NoSchedule', OVERALL, SYSTEM].map((text) => parseTaint(text));
    expect(mayEnter('extensionSystem', taints)).toBe(true);
    expect(mayEnter('workload', taints)).toBe(false);
    expect(mayEnter('workload', [parseTaint('ml.azure.com/amlarc-system=true:PreferNoSchedule')])).toBe(true);
  });
});
