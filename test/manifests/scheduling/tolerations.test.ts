import { renderTaints, renderTolerations } from '../../../lib/manifests/scheduling/tolerations';
import { resolveNodeIsolation } from '../../../lib/model/scheduling/resolve-node-isolation';
import { parseTaint } from '../../../lib/model/scheduling/taint-text';
import { tolerationOf } from '../../../lib/model/scheduling/toleration';
import { uncheckedToleration } from '../../../lib/model/scheduling/toleration.rules';

describe('renderTaints', () => {
  test('writes taints as a Node holds them', () => {
    const { taints } = resolveNodeIsolation({ kind: 'system', effect: 'NoExecute' });
    expect(renderTaints([...taints, parseTaint('dedicated:PreferNoSchedule')])).toStrictEqual([
      { key: 'ml.azure.com/amlarc', value: 'true', effect: 'NoExecute' },
      { key: 'ml.azure.com/amlarc-system', value: 'true', effect: 'NoExecute' },
      { key: 'dedicated', effect: 'PreferNoSchedule' },
    ]);
  });
});

describe('renderTolerations', () => {
  test('writes tolerations as a Pod holds them, without what is not given', () => {
    expect(
      renderTolerations([
        tolerationOf(parseTaint('sku=gpu:NoSchedule')),
        tolerationOf(parseTaint('dedicated:NoExecute')),
        uncheckedToleration({ operator: 'Exists' }),
        uncheckedToleration({ operator: 'Exists', key: 'nvidia.com/gpu' }),
      ]),
    ).toStrictEqual([
      { key: 'sku', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' },
      { key: 'dedicated', operator: 'Equal', effect: 'NoExecute' },
      { operator: 'Exists' },
      { key: 'nvidia.com/gpu', operator: 'Exists' },
    ]);
  });
});
