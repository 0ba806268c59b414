import { App, Chart } from 'cdk8s';
import { resolveForSynthesis } from '../../lib/cdk8s/synthesis';
import { deferred } from '../../lib/model/deferred';
import type { ResolveContext } from '../../lib/model/resolve';
import { SecretValue } from '../../lib/model/secret';
import { assertValid } from '../../lib/model/validation-error';

function resolve<Spec>(spec: Spec, context: ResolveContext): Spec {
  assertValid(context.subject ?? '', context.moreIssues ?? []);
  return spec;
}

function resolveIn(spec: unknown): unknown {
  return resolveForSynthesis('Thing', new Chart(new App(), 'chart'), 'images', spec, resolve);
}

describe('resolveForSynthesis', () => {
  test('hands the description to the model and returns what it resolves', () => {
    const spec = {
      server: '10.0.0.4',
      key: SecretValue.of('k'),
      list: ['a'],
      nested: { flag: true, nothing: undefined },
    };

    expect(resolveIn(spec)).toBe(spec);
  });

  test('fails with every deferred value by its place and name', () => {
    const spec = {
      server: `${deferred('server')}.contoso.com`,
      key: SecretValue.of(deferred('key', { secret: true })),
      list: ['a', deferred('b')],
    };

    expect(() => resolveIn(spec)).toThrow(
      [
        'Thing chart/images has 3 errors:',
        '  - server: a deferred value is left that nothing resolves when manifests are synthesized (received "<server>.contoso.com"); give the value itself; only outputs that are deployed by a program or a template can wait for it [deferred/unresolved]',
        '  - key: a deferred value is left that nothing resolves when manifests are synthesized; give the value itself; only outputs that are deployed by a program or a template can wait for it [deferred/unresolved]',
        '  - list[1]: a deferred value is left that nothing resolves when manifests are synthesized (received "<b>"); give the value itself; only outputs that are deployed by a program or a template can wait for it [deferred/unresolved]',
      ].join('\n'),
    );
  });

  test('does not walk into objects that are not plain data', () => {
    const spec = { chart: new Chart(new App(), 'other') };

    expect(resolveIn(spec)).toBe(spec);
  });

  test('fails on what lies in itself, once, and on the deferred values beside it', () => {
    const labels: Record<string, unknown> = { team: deferred('team') };
    labels['all'] = [labels];

    expect(() => resolveIn({ labels })).toThrow(
      [
        'Thing chart/images has 2 errors:',
        '  - labels.team: a deferred value is left that nothing resolves when manifests are synthesized (received "<team>"); give the value itself; only outputs that are deployed by a program or a template can wait for it [deferred/unresolved]',
        '  - labels.all[0]: the value is a list or an object that it lies in itself; give plain data, as JSON can hold it [spec/cyclic]',
      ].join('\n'),
    );
  });

  test('takes one object in two places', () => {
    const shared = { host: 'ml.contoso.com' };
    const spec = { one: shared, other: [shared] };

    expect(resolveIn(spec)).toBe(spec);
  });

  test('names the construct by its id alone in an app without a chart', () => {
    const deferredText = { text: deferred('x') };

    expect(() => resolveForSynthesis('Thing', new App(), 'images', deferredText, resolve)).toThrow(
      /^Thing images has 1 error:/,
    );
  });
});
