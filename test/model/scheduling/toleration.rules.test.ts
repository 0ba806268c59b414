import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { tolerationIssues, uncheckedToleration } from '../../../lib/model/scheduling/toleration.rules';
import type { TolerationSpec } from '../../../lib/model/scheduling/toleration';

function messages(spec: unknown): string[] {
  return tolerationIssues(spec as TolerationSpec).map(formatIssue);
}

function codes(spec: unknown): string[] {
  return tolerationIssues(spec as TolerationSpec, ['tolerations', 0]).map(({ code }) => code);
}

const RIGHT: readonly TolerationSpec[] = [
  { operator: 'Exists' },
  { operator: 'Exists', key: 'nvidia.com/gpu', effect: 'NoSchedule' },
  { operator: 'Equal', key: 'sku', value: 'gpu', effect: 'NoExecute' },
  { operator: 'Equal', key: 'sku' },
  { operator: 'Equal', key: 'sku', value: deferred('sku') },
];

describe('tolerationIssues', () => {
  test.each(RIGHT)('finds nothing wrong with %j', (spec) => {
    expect(messages(spec)).toStrictEqual([]);
  });

  test('fails on a value beside Exists, and on whatever else is wrong', () => {
    expect(messages({ operator: 'Exists', key: 'sku', value: 'gpu' })).toStrictEqual([
      'value: the toleration is not one that Kubernetes takes; give a value only with the operator Equal, which needs a key [scheduling/toleration]',
    ]);
    expect(codes({ operator: 'Exists', key: '-', value: 'gpu' })).toStrictEqual([
      'name/label-key',
      'scheduling/toleration',
    ]);
  });

  test('fails on Equal without a key, and on an unknown operator', () => {
    expect(codes({ operator: 'Equal', value: 'gpu' })).toStrictEqual(['spec/required']);
    expect(codes({ operator: 'equal', key: 'a' })).toStrictEqual(['spec/choice']);
    expect(codes({ key: 'a', value: 'b' })).toStrictEqual(['spec/choice']);
  });

  test('fails on keys, values and effects that do not exist', () => {
    expect(codes({ operator: 'Equal', key: 'a b', value: 'c d', effect: 'Never' })).toStrictEqual([
      'name/label-key',
      'name/label-value',
      'spec/choice',
    ]);
    expect(codes({ operator: 'Equal', key: deferred('key') })).toStrictEqual(['deferred/literal-required']);
    expect(codes('sku')).toStrictEqual(['spec/type']);
  });
});

describe('uncheckedToleration', () => {
  test.each(RIGHT)('gives %j as it is', (spec) => {
    expect(uncheckedToleration(spec)).toStrictEqual(spec);
  });
});
