import { App, Chart } from 'cdk8s';
import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { formatIssue } from '../../lib/model/issues';
import { cyclicIssues, isPlainData, stepsInto } from '../../lib/model/plain-data';
import { SecretValue } from '../../lib/model/secret';

/** Plain data that is shared in several places, and maybe lies in itself. */
function endless(): Record<string, unknown> {
  const inner: Record<string, unknown> = { text: 'a' };
  inner['list'] = ['b', inner];
  return { one: inner, other: 'c' };
}

describe('plain data', () => {
  test.each<readonly [string, unknown, boolean]>([
    ['an object literal', { a: 1 }, true],
    ['an object without prototype', Object.create(null), true],
    ['an object of another realm', runInNewContext('({ a: 1 })'), true],
    ['a list', ['a'], false],
    ['a text', 'a', false],
    ['null', null, false],
    ['nothing', undefined, false],
    ['a map', new Map(), false],
    ['a secret', SecretValue.of('s'), false],
  ])('%s is told', (_what, value, expected) => {
    expect(isPlainData(value)).toBe(expected);
  });

  test('has steps, as lists have and nothing else', () => {
    expect(stepsInto({ a: 1, b: undefined })).toStrictEqual([
      ['a', 1],
      ['b', undefined],
    ]);
    expect(stepsInto(['x', 'y'])).toStrictEqual([
      [0, 'x'],
      [1, 'y'],
    ]);
    expect(stepsInto('text')).toStrictEqual([]);
    expect(stepsInto(new Map([['a', 1]]))).toStrictEqual([]);
  });
});

describe('cyclicIssues', () => {
  test('fails on what lies in itself, at the place where it does', () => {
    expect(cyclicIssues(endless()).map(formatIssue)).toStrictEqual([
      'one.list[1]: the value is a list or an object that it lies in itself; give plain data, as JSON can hold it [spec/cyclic]',
    ]);
  });

  test('does not walk into objects that are not plain data', () => {
    expect(cyclicIssues({ chart: new Chart(new App(), 'chart') })).toStrictEqual([]);
  });

  test('finds nothing in data that stands in two places, and in any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(cyclicIssues({ one: value, other: [value] })).toStrictEqual([]);
      }),
    );
  });
});
