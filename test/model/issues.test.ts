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
  ])('writes %j as %s', (path, text) => {
    expect(formatPath(path)).toBe(text);
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
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (value) => {
          expect(printValue(value)).toMatch(/^[^\n]{1,2000}$/);
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
