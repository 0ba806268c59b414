import { renderInstanceType } from '../../../lib/manifests/compute/instance-type';
import { resolveInstanceType } from '../../../lib/model/compute/resolve-instance-type';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';

describe('renderInstanceType', () => {
  test('gives the same whether a label value is put in before or after', () => {
    const render = (pool: string): unknown =>
      renderInstanceType(
        resolveInstanceType({
          name: 'gpu',
          nodeSelector: { agentpool: pool },
          resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi', gpu: 1 } },
        }),
      );

    expect(substituteDeferredIn(render(deferred('pool')), () => 'gpu')).toStrictEqual(render('gpu'));
  });
});
