import * as fc from 'fast-check';
import { deferred } from '../../../lib/model/deferred';
import { givenMaps, isSecret, isTruthy, isWord, lookUp, pythonText } from '../../../lib/model/extension/cli-values';
import { SecretValue } from '../../../lib/model/secret';

describe('the text of a value as Python writes it', () => {
  test.each<readonly [unknown, string]>([
    ['as it is', 'as it is'],
    ['', ''],
    [true, 'True'],
    [false, 'False'],
    [null, 'None'],
    [undefined, 'None'],
    [0, '0'],
    [-3, '-3'],
    [1234567890123456, '1234567890123456'],
    [1.5, '1.5'],
    [0.1, '0.1'],
    [100000.5, '100000.5'],
    [0.0001, '0.0001'],
    [-0.00001, '-1e-05'],
    [1.25e-7, '1.25e-07'],
    [1e-300, '1e-300'],
    [[], '[]'],
    [{}, '{}'],
    [['a', null, true, 1], "['a', None, True, 1]"],
    [{ k: 'v', z: [1.5] }, "{'k': 'v', 'z': [1.5]}"],
    [["it's"], `["it's"]`],
    [['q"'], `['q"']`],
    [[`it's "q"`], `['it\\'s "q"']`],
    [['\\\n\r\t'], "['\\\\\\n\\r\\t']"],
    [SecretValue.of('key'), 'key'],
    [[SecretValue.of('key')], "['key']"],
  ])('%j becomes %s', (value, text) => {
    expect(pythonText(value)).toBe(text);
  });

  test('is a number that reads back as the same', () => {
    const numbers = fc.oneof(
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e15, min: -1e15 }),
    );
    fc.assert(fc.property(numbers, (value) => Number(pythonText(value)) === value));
  });
});

describe('truth as Python sees it', () => {
  test.each(['x', ' ', '0', 'False', 1, -1, 0.1, true, [0], { a: null }, SecretValue.of('x'), deferred('x')])(
    '%j is true',
    (value) => {
      expect(isTruthy(value)).toBe(true);
    },
  );

  test.each(['', 0, false, null, undefined, [], {}, SecretValue.of('')])('%j is false', (value) => {
    expect(isTruthy(value)).toBe(false);
  });
});

describe('a word', () => {
  test.each(['true', 'True', 'tRUE', true, SecretValue.of('TRUE')])('%j is "true"', (value) => {
    expect(isWord(value, 'true')).toBe(true);
  });

  test.each(['', ' true', 'true ', 'yes', 1, null, undefined, ['true'], deferred('true')])('%j is not', (value) => {
    expect(isWord(value, 'true')).toBe(false);
  });
});

describe('the maps', () => {
  test('leave out what is undefined and keep what is null', () => {
    expect(givenMaps({ settings: { a: undefined, b: null, c: '' }, protected: null })).toStrictEqual({
      settings: { b: null, c: '' },
      protected: {},
    });
  });

  test('are looked up in the readable settings first, also when these say null', () => {
    const maps = givenMaps({ settings: { a: '1', b: null }, protected: { a: '2', b: '2', c: '2' } });

    expect(['a', 'b', 'c', 'd'].map((key) => lookUp(key, maps))).toStrictEqual(['1', null, '2', null]);
  });
});

test.each<readonly [unknown, boolean]>([
  [SecretValue.of('x'), true],
  [`a${deferred('x', { secret: true })}`, true],
  [deferred('x'), false],
  ['x', false],
  [1, false],
])('whether %j is a secret: %s', (value, expected) => {
  expect(isSecret(value)).toBe(expected);
});
