import { renderComputeNamespace } from '../../../lib/manifests/compute/compute-namespace';
import { resolveComputeNamespace } from '../../../lib/model/compute/resolve-compute-namespace';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';

describe('renderComputeNamespace', () => {
  test('writes nothing but the namespace when nothing else is asked for', () => {
    expect(Object.keys(renderComputeNamespace(resolveComputeNamespace({ name: 'ml' })))).toStrictEqual(['namespace']);
  });

  test('gives the same whether the name is put in before or after', () => {
    const render = (name: string): unknown =>
      renderComputeNamespace(
        resolveComputeNamespace({
          name,
          quota: { pods: 3 },
          limitRange: { max: { cpu: '1' } },
          annotations: { owner: name },
        }),
      );

    expect(substituteDeferredIn(render(deferred('name')), () => 'ml')).toStrictEqual(render('ml'));
  });
});
