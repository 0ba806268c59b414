import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { NodeIsolationSpec } from '../../../lib/model/scheduling/node-isolation';
import { nodeIsolationIssues } from '../../../lib/model/scheduling/node-isolation.rules';

function messages(spec: unknown): string[] {
  return nodeIsolationIssues(spec as NodeIsolationSpec).map(formatIssue);
}

function codes(spec: unknown): string[] {
  return nodeIsolationIssues(spec as NodeIsolationSpec).map(({ code }) => code);
}

const COMPUTE = { kind: 'computeTarget', resourceGroup: 'rg-ml', workspace: 'fraud', compute: 'gpu' };

describe('nodeIsolationIssues', () => {
  test('finds nothing wrong with the five recipes', () => {
    expect(messages({ kind: 'overall' })).toStrictEqual([]);
    expect(messages({ kind: 'system' })).toStrictEqual([]);
    expect(messages({ kind: 'workload', effect: 'NoSchedule' })).toStrictEqual([]);
    expect(messages({ kind: 'workspace', resourceGroup: 'rg-ml', workspace: 'fraud' })).toStrictEqual([]);
    expect(messages(COMPUTE)).toStrictEqual([]);
    expect(messages({ ...COMPUTE, resourceGroup: deferred('group') })).toStrictEqual([]);
  });

  test('warns about the effects that surprise, at their place', () => {
    expect(
      nodeIsolationIssues({ kind: 'overall', effect: 'PreferNoSchedule' }, ['pools', 1, 'isolation']),
    ).toMatchObject([
      { code: 'scheduling/prefer-no-schedule', severity: 'warning', path: ['pools', 1, 'isolation', 'effect'] },
    ]);
    expect(codes({ kind: 'overall', effect: 'NoExecute' })).toStrictEqual(['scheduling/no-execute']);
  });

  test('fails on every name that no taint can hold', () => {
    expect(messages({ ...COMPUTE, resourceGroup: 'rg(ml)', workspace: 'fraud-', compute: 'gpu-' })).toStrictEqual([
      expect.stringMatching(/^resourceGroup: .*\[scheduling\/name-not-taint-value\]$/),
      expect.stringMatching(/^workspace: .*\[scheduling\/name-not-taint-value\]$/),
      expect.stringMatching(/^compute: .*\[scheduling\/name-not-taint-value\]$/),
    ]);
  });

  test('fails on names that are missing or do not belong to the recipe', () => {
    expect(messages({ kind: 'workspace', workspace: 'fraud', compute: 'gpu' })).toStrictEqual([
      'resourceGroup: a required property is missing; set the property [spec/required]',
      'compute: the property is not known here (expected one of kind, effect, resourceGroup, workspace); remove it or correct its name [spec/unknown-property]',
    ]);
    expect(codes({ kind: 'compute', compute: 'gpu' })).toStrictEqual(['spec/choice']);
    expect(codes('overall')).toStrictEqual(['spec/type']);
  });
});
