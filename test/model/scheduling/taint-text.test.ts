import fc from 'fast-check';
import { deferred, lowerCase, substituteDeferred, substituteDeferredIn } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { formatTaint, TAINT_EFFECTS } from '../../../lib/model/scheduling/taint';
import { parseTaint, taintTextIssues } from '../../../lib/model/scheduling/taint-text';
import { ValidationError } from '../../../lib/model/validation-error';

const word = fc.stringMatching(/^[A-Za-z0-9]([-A-Za-z0-9_.]{0,20}[A-Za-z0-9])?$/);
const domain = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,10}[a-z0-9])?(\.[a-z0-9]{1,5})?$/);
const key = fc.oneof(
  word,
  fc.tuple(domain, word).map(([prefix, name]) => `${prefix}/${name}`),
);
const effect = fc.constantFrom(...TAINT_EFFECTS);

function messages(value: unknown): string[] {
  return taintTextIssues(value, ['taints', 0]).map(formatIssue);
}

describe('parseTaint', () => {
  test('reads key, value and effect', () => {
    expect(parseTaint('sku=gpu:NoSchedule')).toStrictEqual({ key: 'sku', value: 'gpu', effect: 'NoSchedule' });
    expect(parseTaint('node.cilium.io/agent-not-ready=true:NoExecute')).toStrictEqual({
      key: 'node.cilium.io/agent-not-ready',
      value: 'true',
      effect: 'NoExecute',
    });
  });

  test('takes a taint without a value, with or without the equals sign', () => {
    const taint = { key: 'dedicated', value: '', effect: 'PreferNoSchedule' };
    expect(parseTaint('dedicated:PreferNoSchedule')).toStrictEqual(taint);
    expect(parseTaint('dedicated=:PreferNoSchedule')).toStrictEqual(taint);
  });

  test('reads back every taint that is written', () => {
    fc.assert(
      fc.property(key, fc.oneof(word, fc.constant('')), effect, (name, value, kind) => {
        const text = value === '' ? `${name}:${kind}` : `${name}=${value}:${kind}`;
        const taint = parseTaint(text);
        expect(taint).toStrictEqual({ key: name, value, effect: kind });
        expect(formatTaint(taint)).toBe(text);
      }),
    );
  });

  test('takes a value that is known only at deployment, and gives the same once it is known', () => {
    for (const value of [deferred('a:b=c'), lowerCase(deferred('name')), `x-${deferred('name')}`]) {
      const text = `team=${value}:NoSchedule`;
      expect(parseTaint(text)).toStrictEqual({ key: 'team', value, effect: 'NoSchedule' });
      expect(substituteDeferredIn(parseTaint(text), () => 'ML')).toStrictEqual(
        parseTaint(substituteDeferred(text, () => 'ML')),
      );
    }
  });

  test('fails on a key or an effect that is known only at deployment', () => {
    expect(() => parseTaint(`${deferred('key')}=a:NoSchedule`)).toThrow(
      'the value must be known when the program runs (received "<key>")',
    );
    expect(() => parseTaint(`key=a:${deferred('effect')}`)).toThrow('the effect of a taint is not one of the three');
  });

  test('fails with a ValidationError that names every issue', () => {
    expect(() => parseTaint('-sku=gpu-:NoSchddule', ['nodeTaints', 0])).toThrow(ValidationError);
    expect(() => parseTaint('-sku=gpu-:NoSchddule', ['nodeTaints', 0])).toThrow(
      /^taint has 3 errors:\n.*nodeTaints\[0\].*name\/label-key.*\n.*name\/label-value.*\n.*scheduling\/taint-effect/,
    );
  });
});

describe('taintTextIssues', () => {
  test('finds nothing wrong with a taint', () => {
    expect(messages('kubernetes.azure.com/scalesetpriority=spot:NoSchedule')).toStrictEqual([]);
  });

  test('fails on the misspelled effect of the documentation, with the right one', () => {
    expect(messages('ml.azure.com/amlarc=true:NoSchddule')).toStrictEqual([
      'taints[0]: the effect of a taint is not one of the three that exist (received "NoSchddule", expected one of NoSchedule, NoExecute, PreferNoSchedule); did you mean "NoSchedule"? [scheduling/taint-effect]',
    ]);
  });

  test('fails on an effect that resembles none, and on one in another letter case', () => {
    expect(messages('sku=gpu:Never')).toStrictEqual([
      'taints[0]: the effect of a taint is not one of the three that exist (received "Never", expected one of NoSchedule, NoExecute, PreferNoSchedule); write NoSchedule, NoExecute or PreferNoSchedule, in this letter case [scheduling/taint-effect]',
    ]);
    expect(messages('sku=gpu:noschedule')).toHaveLength(1);
  });

  test.each(['', 'sku', 'sku=gpu', 'a:b=c:NoSchedule'])('fails on %p, which has no place for an effect', (text) => {
    expect(messages(text)).toStrictEqual([
      `taints[0]: the text is not a taint (received ${JSON.stringify(text)}, expected key=value:Effect); write key=value:Effect, for example sku=gpu:NoSchedule [scheduling/taint-text]`,
    ]);
  });

  test('fails on a value that is known only at deployment, and on anything but text', () => {
    expect(messages(`team=${deferred('team')}:NoSchedule`)).toStrictEqual([
      expect.stringContaining('[deferred/literal-required]'),
    ]);
    expect(messages(5)).toStrictEqual([
      'taints[0]: the value has the wrong type (received "a number", expected a taint); give a value of the expected type [spec/type]',
    ]);
  });
});
