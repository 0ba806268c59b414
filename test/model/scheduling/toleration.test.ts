import { deferred } from '../../../lib/model/deferred';
import { parseTaint } from '../../../lib/model/scheduling/taint-text';
import { tolerates, tolerationOf, type TolerationSpec } from '../../../lib/model/scheduling/toleration';

const TAINT = parseTaint('sku=gpu:NoSchedule');

const MATCHES: readonly TolerationSpec[] = [
  { operator: 'Exists' },
  { operator: 'Exists', effect: 'NoSchedule' },
  { operator: 'Exists', key: 'sku' },
  { operator: 'Equal', key: 'sku', value: 'gpu' },
  { operator: 'Equal', key: 'sku', value: 'gpu', effect: 'NoSchedule' },
];

const MISSES: readonly TolerationSpec[] = [
  { operator: 'Exists', effect: 'NoExecute' },
  { operator: 'Exists', key: 'Sku' },
  { operator: 'Equal', key: 'sku' },
  { operator: 'Equal', key: 'sku', value: 'GPU' },
  { operator: 'Equal', key: 'sku', value: 'gpu', effect: 'PreferNoSchedule' },
];

describe('tolerates', () => {
  test.each(MATCHES)('says yes to %j', (toleration) => {
    expect(tolerates(toleration, TAINT)).toBe(true);
  });

  test.each(MISSES)('says no to %j', (toleration) => {
    expect(tolerates(toleration, TAINT)).toBe(false);
  });

  test('takes a missing value for that of a taint without one', () => {
    expect(tolerates({ operator: 'Equal', key: 'sku' }, parseTaint('sku:NoSchedule'))).toBe(true);
  });

  test('does not know when the value is known only at deployment', () => {
    const value = deferred('sku');
    expect(tolerates({ operator: 'Equal', key: 'sku', value }, TAINT)).toBeUndefined();
    expect(tolerates({ operator: 'Equal', key: 'sku', value }, parseTaint(`sku=${value}:NoSchedule`))).toBe(true);
    expect(tolerates({ operator: 'Equal', key: 'other', value }, TAINT)).toBe(false);
    expect(tolerates({ operator: 'Exists', key: 'sku' }, parseTaint(`sku=${value}:NoSchedule`))).toBe(true);
  });
});

describe('tolerationOf', () => {
  test('tolerates the taint and nothing more', () => {
    expect(tolerationOf(TAINT)).toStrictEqual({ operator: 'Equal', key: 'sku', value: 'gpu', effect: 'NoSchedule' });
    expect(tolerationOf(parseTaint('sku:NoExecute'))).toStrictEqual({
      operator: 'Equal',
      key: 'sku',
      effect: 'NoExecute',
    });
  });
});
