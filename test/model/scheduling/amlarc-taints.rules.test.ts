import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { AmlarcTaintSpec } from '../../../lib/model/scheduling/amlarc-taints';
import { amlarcTaintIssues } from '../../../lib/model/scheduling/amlarc-taints.rules';

function messages(spec: unknown): string[] {
  return amlarcTaintIssues(spec as AmlarcTaintSpec).map(formatIssue);
}

function codes(spec: unknown): string[] {
  return amlarcTaintIssues(spec as AmlarcTaintSpec, ['taints', 0]).map(({ code }) => code);
}

describe('amlarcTaintIssues', () => {
  test('finds nothing wrong with any of the six', () => {
    expect(messages({ kind: 'overall' })).toStrictEqual([]);
    expect(messages({ kind: 'system', effect: 'NoSchedule' })).toStrictEqual([]);
    expect(messages({ kind: 'workload' })).toStrictEqual([]);
    expect(messages({ kind: 'resourceGroup', resourceGroup: 'RG_ml.1' })).toStrictEqual([]);
    expect(messages({ kind: 'workspace', workspace: 'ml_fraud-1' })).toStrictEqual([]);
    expect(messages({ kind: 'compute', compute: 'k8s-gpu' })).toStrictEqual([]);
  });

  test('warns that PreferNoSchedule does not isolate', () => {
    expect(messages({ kind: 'overall', effect: 'PreferNoSchedule' })).toStrictEqual([
      'effect: PreferNoSchedule does not isolate: other pods still come when there is no room elsewhere; use NoSchedule to keep other pods away [scheduling/prefer-no-schedule]',
    ]);
  });

  test('warns that NoExecute evicts running pods', () => {
    expect(messages({ kind: 'overall', effect: 'NoExecute' })).toStrictEqual([
      'effect: NoExecute evicts the pods that run on the nodes and do not tolerate the taint, at once; use NoSchedule unless running pods have to go [scheduling/no-execute]',
    ]);
  });

  test('fails on effects and kinds that do not exist, with the probable one', () => {
    expect(messages({ kind: 'overall', effect: 'NoSchddule' })).toStrictEqual([
      'effect: the value is not one of the choices (received "NoSchddule", expected one of NoSchedule, NoExecute, PreferNoSchedule); did you mean "NoSchedule"? [spec/choice]',
    ]);
    expect(messages({ kind: 'workloads' })).toStrictEqual([
      'kind: the value is not one of the choices (received "workloads", expected one of overall, system, workload, resourceGroup, workspace, compute); did you mean "workload"? [spec/choice]',
    ]);
  });

  test.each(['rg(ml)', '_rg', 'rg-', 'a'.repeat(64), 'größe'])(
    'fails on the resource group %s, which Azure allows and no taint can hold',
    (resourceGroup) => {
      expect(messages({ kind: 'resourceGroup', resourceGroup })).toStrictEqual([
        `resourceGroup: the name is allowed in Azure, but cannot be the value of a taint (received "${resourceGroup}"); rename the resource, or choose a recipe that does not need this name [scheduling/name-not-taint-value]`,
      ]);
    },
  );

  test.each([
    ['workspace', 'fraud-'],
    ['compute', 'gpu-'],
    ['compute', '-gpu'],
  ])('fails on the %s %s, which Azure allows and no taint can hold', (kind, name) => {
    expect(codes({ kind, [kind]: name })).toStrictEqual(['scheduling/name-not-taint-value']);
  });

  test('fails on names that Azure does not allow', () => {
    expect(codes({ kind: 'resourceGroup', resourceGroup: 'rg.' })).toStrictEqual(['azure/resource-group']);
    expect(messages({ kind: 'workspace', workspace: 'ml' })).toStrictEqual([
      'workspace: the text is not the name of a workspace (received "ml", expected 3 to 33 letters, digits, "-" and "_"); use 3 to 33 letters, digits, "-" and "_", with a letter or digit at the start [scheduling/workspace-name]',
    ]);
    expect(messages({ kind: 'compute', compute: 'a-very-long-compute' })).toStrictEqual([
      'compute: the text is not the name of a compute target (received "a-very-long-compute", expected 2 to 16 letters, digits and "-"); use 2 to 16 letters, digits and "-" [scheduling/compute-name]',
    ]);
  });

  test('takes names of the greatest length', () => {
    expect(codes({ kind: 'resourceGroup', resourceGroup: 'a'.repeat(63) })).toStrictEqual([]);
    expect(codes({ kind: 'workspace', workspace: 'a'.repeat(33) })).toStrictEqual([]);
    expect(codes({ kind: 'workspace', workspace: 'a'.repeat(34) })).toStrictEqual(['scheduling/workspace-name']);
    expect(codes({ kind: 'compute', compute: 'a'.repeat(16) })).toStrictEqual([]);
    expect(codes({ kind: 'compute', compute: 'a'.repeat(17) })).toStrictEqual(['scheduling/compute-name']);
  });

  test('leaves names alone that are known only at deployment', () => {
    expect(codes({ kind: 'workspace', workspace: deferred('workspace') })).toStrictEqual([]);
    expect(codes({ kind: 'workspace', workspace: deferred('workspace', { secret: true }) })).toStrictEqual([
      'deferred/secret-in-plain-text',
    ]);
  });

  test('fails on missing, unknown and mistyped properties', () => {
    expect(codes({ kind: 'compute' })).toStrictEqual(['spec/required']);
    expect(codes({ kind: 'overall', workspace: 'fraud' })).toStrictEqual(['spec/unknown-property']);
    expect(codes({ kind: 'compute', compute: 5 })).toStrictEqual(['spec/type']);
    expect(codes(null)).toStrictEqual(['spec/type']);
  });
});
