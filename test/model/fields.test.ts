import { deferred } from '../../lib/model/deferred';
import {
  fieldIssues,
  flag,
  isWellShaped,
  listOf,
  literal,
  mapOf,
  object,
  oneOf,
  optional,
  required,
  secret,
  text,
  variant,
  wholeNumber,
  type Check,
  type FieldTable,
} from '../../lib/model/fields';
import { formatIssue, issue } from '../../lib/model/issues';
import { dnsLabel, hostName, labelKey, labelValue } from '../../lib/model/names';
import { SecretValue } from '../../lib/model/secret';

interface ShareSpec {
  readonly name: string;
  readonly port?: number;
}

const SHARE: FieldTable<ShareSpec> = { name: required(text(dnsLabel)), port: optional(wholeNumber(1, 65535)) };

function messages(check: Check, value: unknown): string[] {
  return check(value, ['at']).map(formatIssue);
}

function codes(check: Check, value: unknown): string[] {
  return check(value, ['at']).map((one) => one.code);
}

describe('fieldIssues', () => {
  test('is silent when every property fits', () => {
    expect(fieldIssues({ name: 'data' }, SHARE, [])).toStrictEqual([]);
    expect(fieldIssues({ name: 'data', port: 2049 }, SHARE, [])).toStrictEqual([]);
  });

  test('takes a property that is undefined for one that is not given', () => {
    expect(fieldIssues({ name: 'data', port: undefined, other: undefined }, SHARE, [])).toStrictEqual([]);
  });

  test('fails on everything at once', () => {
    expect(fieldIssues({ nam: 'data', port: 0, zzzzzz: 1 }, SHARE, ['share']).map(formatIssue)).toStrictEqual([
      'share.name: a required property is missing; set the property [spec/required]',
      'share.port: the number is out of range (received 0, expected a whole number from 1 to 65535); give a whole number within the range [spec/number-range]',
      'share.nam: the property is not known here (expected one of name, port); did you mean "name"? [spec/unknown-property]',
      'share.zzzzzz: the property is not known here (expected one of name, port); remove it or correct its name [spec/unknown-property]',
    ]);
  });

  test.each([undefined, null, 'data', 1, [], ['data']])('fails on %j, which is no object', (value) => {
    expect(fieldIssues(value, SHARE, []).map((one) => [one.code, one.expected])).toStrictEqual([
      ['spec/type', 'an object'],
    ]);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])('fails on the unknown property %s', (name) => {
    expect(fieldIssues({ name: 'data', [name]: 1 }, SHARE, []).map((one) => one.path)).toStrictEqual([[name]]);
  });
});

describe('text and literal', () => {
  test('check the grammar', () => {
    expect(codes(text(dnsLabel), 'Data')).toStrictEqual(['name/dns-label']);
    expect(codes(literal(dnsLabel), 'Data')).toStrictEqual(['name/dns-label']);
  });

  test('differ in deferred text', () => {
    expect(codes(text(dnsLabel), deferred('n'))).toStrictEqual([]);
    expect(codes(literal(dnsLabel), deferred('n'))).toStrictEqual(['deferred/literal-required']);
  });
});

describe('secret', () => {
  test('takes a secret, also a deferred one', () => {
    expect(codes(secret(), SecretValue.of('x'))).toStrictEqual([]);
    expect(codes(secret(), SecretValue.of(deferred('key', { secret: true })))).toStrictEqual([]);
  });

  test('fails on a secret whose marker is damaged', () => {
    expect(codes(secret(), SecretValue.of(deferred('key').slice(1)))).toStrictEqual(['deferred/damaged-marker']);
  });

  test.each(['x', undefined, {}])('fails on %j', (value) => {
    expect(codes(secret(), value)).toStrictEqual(['spec/type']);
  });
});

describe('oneOf', () => {
  test('takes a choice', () => {
    expect(codes(oneOf(['Retain', 'Delete']), 'Delete')).toStrictEqual([]);
  });

  test.each<readonly [unknown, string]>([
    ['retain', 'received "retain", expected one of Retain, Delete); did you mean "Retain"?'],
    ['Delet', 'received "Delet", expected one of Retain, Delete); did you mean "Delete"?'],
    ['x', 'received "x", expected one of Retain, Delete); choose one of the expected values'],
    [undefined, 'received nothing, expected one of Retain, Delete); choose one of the expected values'],
    [deferred('p'), 'received "<p>", expected one of Retain, Delete); choose one of the expected values'],
  ])('fails on %j', (value, rest) => {
    expect(messages(oneOf(['Retain', 'Delete']), value)).toStrictEqual([
      `at: the value is not one of the choices (${rest} [spec/choice]`,
    ]);
  });
});

describe('flag', () => {
  test('takes true and false', () => {
    expect([...codes(flag(), true), ...codes(flag(), false)]).toStrictEqual([]);
  });

  test.each(['true', 0, null])('fails on %j', (value) => {
    expect(flag()(value, []).map((one) => [one.code, one.expected])).toStrictEqual([['spec/type', 'true or false']]);
  });
});

describe('wholeNumber', () => {
  test.each([1, 2, 3])('takes %d', (value) => {
    expect(codes(wholeNumber(1, 3), value)).toStrictEqual([]);
  });

  test.each([0, 4, 1.5, NaN, Infinity, '2', 2n, null])('fails on %p', (value) => {
    expect(codes(wholeNumber(1, 3), value)).toStrictEqual(['spec/number-range']);
  });
});

describe('listOf', () => {
  const hosts = listOf(text(hostName));

  test('takes a list of what fits', () => {
    expect(codes(hosts, ['a.example', 'b.example', deferred('c')])).toStrictEqual([]);
    expect(codes(listOf(object(SHARE)), [{ name: 'a' }, { name: 'a' }])).toStrictEqual([]);
  });

  test('fails on each element at its position, and on one that repeats', () => {
    expect(messages(hosts, ['a.example', 'A', 'a.example', 7])).toStrictEqual([
      'at[1]: the text is not a host name (received "A", expected a lower-case DNS name with labels of at most 63 characters); give a lower-case DNS name such as ml.contoso.com, without scheme, port or path [name/host]',
      'at[2]: the list holds an element twice (received "a.example"); remove the second one [spec/duplicate]',
      'at[3]: the value has the wrong type (received "a number", expected a text); give a value of the expected type [spec/type]',
    ]);
  });

  test('fails on an empty list', () => {
    expect(codes(hosts, [])).toStrictEqual(['spec/empty-list']);
  });

  test.each(['a.example', { 0: 'a.example', length: 1 }, null])('fails on %j, which is no list', (value) => {
    expect(codes(hosts, value)).toStrictEqual(['spec/type']);
  });
});

describe('mapOf', () => {
  const labels = mapOf(labelKey, text(labelValue));

  test('takes a map of what fits, also an empty one', () => {
    expect(codes(labels, { 'app.kubernetes.io/name': 'a', team: deferred('team') })).toStrictEqual([]);
    expect(codes(labels, {})).toStrictEqual([]);
  });

  test('fails on a key and on a value', () => {
    expect(labels({ 'a b': 'x y' }, ['at']).map((one) => [one.code, one.path])).toStrictEqual([
      ['name/label-key', ['at', 'a b']],
      ['name/label-value', ['at', 'a b']],
    ]);
  });

  test('fails on a deferred key', () => {
    expect(codes(labels, { [deferred('key')]: 'x' })).toStrictEqual(['deferred/literal-required']);
  });

  test.each(['a=b', null, ['a']])('fails on %j, which is no map', (value) => {
    expect(codes(labels, value)).toStrictEqual(['spec/type']);
  });
});

describe('object', () => {
  test('fails on the properties at their place', () => {
    expect(object(SHARE)({}, ['at', 1]).map((one) => one.path)).toStrictEqual([['at', 1, 'name']]);
  });
});

describe('variant', () => {
  const source = variant('kind', {
    nfs: object({ kind: required(oneOf(['nfs'])), server: required(text(hostName)) }),
    claim: object({ kind: required(oneOf(['claim'])) }),
  });

  test('checks by the table of the variant', () => {
    expect(codes(source, { kind: 'claim' })).toStrictEqual([]);
    expect(messages(source, { kind: 'nfs' })).toStrictEqual([
      'at.server: a required property is missing; set the property [spec/required]',
    ]);
  });

  test.each<readonly [unknown, string]>([
    [
      { kind: 'nsf' },
      'at.kind: the value is not one of the choices (received "nsf", expected one of nfs, claim); did you mean "nfs"? [spec/choice]',
    ],
    [
      {},
      'at.kind: the value is not one of the choices (received nothing, expected one of nfs, claim); choose one of the expected values [spec/choice]',
    ],
    [
      { kind: 'constructor' },
      'at.kind: the value is not one of the choices (received "constructor", expected one of nfs, claim); choose one of the expected values [spec/choice]',
    ],
    [
      'nfs',
      'at: the value has the wrong type (received "a string", expected an object); give a value of the expected type [spec/type]',
    ],
  ])('fails on %j', (value, message) => {
    expect(messages(source, value)).toStrictEqual([message]);
  });
});

describe('isWellShaped', () => {
  test('says whether rules can rely on the types', () => {
    expect(isWellShaped([])).toBe(true);
    expect(isWellShaped([issue('name/host', [])])).toBe(true);
    expect(isWellShaped([issue('name/host', []), issue('spec/required', [])])).toBe(false);
    expect(isWellShaped([{ ...issue('spec/duplicate', []), severity: 'warning' }])).toBe(true);
  });
});
