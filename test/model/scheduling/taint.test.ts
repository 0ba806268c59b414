import { parseLabelKey, parseLabelValue } from '../../../lib/model/names';
import { formatTaint, isHardTaint, TAINT_EFFECTS } from '../../../lib/model/scheduling/taint';

const key = parseLabelKey('sku');

describe('formatTaint', () => {
  test('writes key, value and effect as AKS and kubectl do', () => {
    expect(formatTaint({ key, value: parseLabelValue('gpu'), effect: 'NoExecute' })).toBe('sku=gpu:NoExecute');
  });

  test('writes no equals sign without a value', () => {
    expect(formatTaint({ key, value: parseLabelValue(''), effect: 'NoSchedule' })).toBe('sku:NoSchedule');
  });
});

describe('isHardTaint', () => {
  test('is true of every effect but PreferNoSchedule', () => {
    expect(TAINT_EFFECTS.filter((effect) => isHardTaint({ effect }))).toStrictEqual(['NoSchedule', 'NoExecute']);
  });
});
