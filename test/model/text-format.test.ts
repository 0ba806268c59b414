import { base64, deferred } from '../../lib/model/deferred';
import { formatIssue } from '../../lib/model/issues';
import { parseLiteral, textFormat, typeName } from '../../lib/model/text-format';

const digits = textFormat<'Digits'>({
  noun: 'number in digits',
  code: 'name/plain-text',
  expected: 'digits',
  accepts: (text) => /^\d+$/.test(text),
});

describe('textFormat', () => {
  test('takes a text of its grammar', () => {
    expect(digits.noun).toBe('number in digits');
    expect(digits.issues('12', ['a'])).toStrictEqual([]);
    expect(digits.literalIssues('12', ['a'])).toStrictEqual([]);
    expect(digits.parse('12')).toBe('12');
  });

  test('fails on another text with the code of the format', () => {
    const message =
      'a[0]: the text is empty, or holds control characters or spaces at its ends (received "x", expected digits); give a text of one line [name/plain-text]';
    expect(digits.issues('x', ['a', 0]).map(formatIssue)).toStrictEqual([message]);
    expect(digits.literalIssues('x', ['a', 0]).map(formatIssue)).toStrictEqual([message]);
    expect(() => digits.parse('x', ['a', 0])).toThrow(`number in digits has 1 error:\n  - ${message}`);
  });

  test.each([1, true, null, undefined, [], {}])('fails on %j, which is no text', (value) => {
    expect(digits.issues(value, []).map((one) => one.code)).toStrictEqual(['spec/type']);
  });

  test('lets deferred text pass unchecked', () => {
    const text = `x-${base64(deferred('n'))}`;
    expect(digits.issues(text, [])).toStrictEqual([]);
    expect(digits.parse(text)).toBe(text);
  });

  test('fails on deferred text where a literal is needed', () => {
    expect(digits.literalIssues(`x-${deferred('n')}`, ['a']).map(formatIssue)).toStrictEqual([
      'a: the value must be known when the program runs (received "x-<n>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
    ]);
  });

  test.each([deferred('key', { secret: true }), base64(`x${deferred('key', { secret: true })}`)])(
    'fails on a secret in a plain field (%#)',
    (text) => {
      expect(digits.issues(text, []).map((one) => one.code)).toStrictEqual(['deferred/secret-in-plain-text']);
      expect(() => digits.parse(text)).toThrow('[deferred/secret-in-plain-text]');
    },
  );

  test('fails on a damaged marker without showing the text', () => {
    const damaged = `hunter2${deferred('key').slice(0, -1)}`;
    expect(digits.issues(damaged, ['a']).map(formatIssue)).toStrictEqual([
      'a: the text holds the delimiters of a deferred value, but no complete marker; do not cut or transform deferred text; pass it on whole, or use it inside a longer text [deferred/damaged-marker]',
    ]);
    expect(digits.literalIssues(damaged, [])).toHaveLength(1);
  });
});

describe('parseLiteral', () => {
  test('gives the text that is known, and fails on one that is not', () => {
    expect(parseLiteral(digits, '42')).toBe('42');
    expect(() => parseLiteral(digits, deferred('number'), ['port'])).toThrow(
      /^number in digits has 1 error:\n {2}- port: .*\(received "<number>"\).*\[deferred\/literal-required\]$/,
    );
    expect(() => parseLiteral(digits, 'x')).toThrow(/received "x"/);
  });
});

describe('typeName', () => {
  test.each<readonly [unknown, string]>([
    [null, 'null'],
    [undefined, 'nothing'],
    [[], 'a list'],
    [{}, 'an object'],
    ['', 'a string'],
    [0, 'a number'],
    [false, 'a boolean'],
    [0n, 'a bigint'],
    [typeName, 'a function'],
  ])('calls %p %s', (value, name) => {
    expect(typeName(value)).toBe(name);
  });
});
