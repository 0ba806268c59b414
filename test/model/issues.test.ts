import * as fc from 'fast-check';
import { runInNewContext } from 'node:vm';

import { base64, deferred, lowerCase, resourceIdSegment } from '../../lib/model/deferred';
import {
  atPath,
  errorsOf,
  formatIssue,
  formatPath,
  issue,
  printText,
  printValue,
  warningsOf,
  type Issue,
} from '../../lib/model/issues';
import { ISSUE_CODES } from '../../lib/model/issue-codes';

const missing = issue('spec/required', ['https', 'hosts', 0]);

describe('issue', () => {
  test('takes severity, message and fix from the row of its code', () => {
    expect(missing).toStrictEqual({
      code: 'spec/required',
      severity: 'error',
      path: ['https', 'hosts', 0],
      message: 'a required property is missing',
      fix: 'set the property',
    });
  });

  test('says what the rule knows better', () => {
    expect(
      issue('spec/choice', ['kind'], { received: 'nsf', expected: 'nfs', message: 'no such kind', fix: 'write nfs' }),
    ).toStrictEqual({
      code: 'spec/choice',
      severity: 'error',
      path: ['kind'],
      message: 'no such kind',
      received: '"nsf"',
      expected: 'nfs',
      fix: 'write nfs',
    });
  });

  test('tells that nothing was received from not saying what was received', () => {
    expect(issue('spec/choice', [], { received: undefined }).received).toBe('nothing');
    expect(issue('spec/choice', [])).not.toHaveProperty('received');
  });
});

describe('formatPath', () => {
  test.each<readonly [(string | number)[], string]>([
    [[], ''],
    [['name'], 'name'],
    [['https', 'hosts', 0], 'https.hosts[0]'],
    [[2, 'name'], '[2].name'],
    [['labels', 'app.kubernetes.io/name'], 'labels["app.kubernetes.io/name"]'],
    [['labels', ''], 'labels[""]'],
    [['labels', '1st'], 'labels["1st"]'],
    [['labels', 'a"b'], 'labels["a\\"b"]'],
    [['$ref', '_x'], '$ref._x'],
    [['labels', '-----BEGIN PRIVATE KEY-----\nMIIhunter2'], 'labels["<secret>"]'],
    [['labels', 'LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t'], 'labels["<secret>"]'],
    [['labels', deferred('key', { secret: true })], 'labels["<key>"]'],
    [['labels', 'x'.repeat(241), 'y'], `labels["${'x'.repeat(240)}…"].y`],
    [['x'.repeat(240)], 'x'.repeat(240)],
    [['labels', 'a\nb\u0085c\u2028d\u2029e\u007f'], String.raw`labels["a\nb\u0085c\u2028d\u2029e\u007f"]`],
  ])('writes %j as %s', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });

  test('gives one line of limited length, whatever the keys', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 500 }),
        fc.constantFrom('', 'MII-PRIVATE KEY-'),
        (key, pem) => {
          const text = formatPath(['labels', pem + key]);
          expect(text).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,2000}$/u);
          expect(text).not.toContain('PRIVATE KEY');
        },
      ),
    );
  });

  test('leads to the place when it is read as code', () => {
    const steps = fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.nat({ max: 3 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(steps, (path) => {
        const [first, ...rest] = path;
        const tree = rest.reduceRight<unknown>((inner, step) => ({ [step]: inner }), 'here');
        const code = formatPath(['root', ...path]);
        expect(runInNewContext(code, { root: { [String(first)]: tree } })).toBe('here');
      }),
    );
  });
});

describe('formatIssue', () => {
  test.each<readonly [string, Issue, string]>([
    [
      'place, message, fix and code',
      missing,
      'https.hosts[0]: a required property is missing; set the property [spec/required]',
    ],
    [
      'no place for the whole',
      issue('spec/type', [], { received: 1 }),
      'the value has the wrong type (received 1); give a value of the expected type [spec/type]',
    ],
    [
      'what was expected',
      issue('spec/type', ['a'], { expected: 'a text' }),
      'a: the value has the wrong type (expected a text); give a value of the expected type [spec/type]',
    ],
    [
      'both',
      issue('spec/number-range', ['port'], { received: -1, expected: 'a whole number from 1 to 65535' }),
      'port: the number is out of range (received -1, expected a whole number from 1 to 65535); give a whole number within the range [spec/number-range]',
    ],
  ])('gives %s', (_what, one, line) => {
    expect(formatIssue(one)).toBe(line);
  });
});

describe('atPath', () => {
  test('puts the path of a part below that of the whole', () => {
    expect(atPath(['ingress', 1], [missing, issue('spec/type', [])]).map((one) => one.path)).toStrictEqual([
      ['ingress', 1, 'https', 'hosts', 0],
      ['ingress', 1],
    ]);
  });
});

describe('errorsOf and warningsOf', () => {
  test('part the issues by severity', () => {
    const warning: Issue = { ...missing, severity: 'warning' };
    expect(errorsOf([warning, missing, warning])).toStrictEqual([missing]);
    expect(warningsOf([missing, warning, missing])).toStrictEqual([warning]);
  });
});

describe('printValue', () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;

  test.each<readonly [unknown, string]>([
    ['text', '"text"'],
    ['a "b"\n', '"a \\"b\\"\\n"'],
    ['a\u2028b\u0085', String.raw`"a\u2028b\u0085"`],
    [{ 'a\u2029b': '\u007f' }, String.raw`{"a\u2029b":"\u007f"}`],
    [{ '-----BEGIN PRIVATE KEY-----\nMIIhunter2': 'x' }, '<secret>'],
    ['', '""'],
    [1.5, '1.5'],
    [NaN, 'NaN'],
    [10n, '10'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'nothing'],
    [() => 1, 'a function'],
    [Symbol('s'), 'a symbol'],
    [[1, 'a', 2n], '[1,"a","2"]'],
    [{ a: { b: 1 } }, '{"a":{"b":1}}'],
    [circular, 'an object'],
    [{ toJSON: (): undefined => undefined }, 'an object'],
    ['x'.repeat(241), `"${'x'.repeat(240)}…"`],
    ['x'.repeat(240), `"${'x'.repeat(240)}"`],
  ])('shows %p as %s', (value, text) => {
    expect(printValue(value)).toBe(text);
  });

  test('shows anything in one line of limited length', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, stringUnit: 'binary' }),
        (value) => {
          expect(printValue(value)).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,2000}$/u);
        },
      ),
    );
  });
});

describe('printText', () => {
  test('shows deferred values by name and functions as they are called', () => {
    const id = deferred('clusterId', { secret: true });
    expect(printText(`a-${id}-${base64(lowerCase(id))}`)).toBe('a-<clusterId>-base64(lowerCase(<clusterId>))');
    expect(printText(resourceIdSegment(id, 3))).toBe('resourceIdSegment(<clusterId>)');
  });

  test('shows nothing of a damaged marker', () => {
    expect(printText(`a${deferred('x').slice(0, -1)}`)).toBe('<damaged deferred value>');
  });
});

describe('the issue codes', () => {
  test('are taken with all their rows', () => {
    const codes = Object.keys(ISSUE_CODES) as (keyof typeof ISSUE_CODES)[];
    expect(codes.map((code) => issue(code, []).severity)).toStrictEqual(
      codes.map((code) => ISSUE_CODES[code].severity),
    );
  });
});
