import fc from 'fast-check';
import { deferred } from '../../lib/model/deferred';
import { formatIssue } from '../../lib/model/issues';
import {
  annotationValue,
  dnsLabel,
  dnsSubdomain,
  hostName,
  labelKey,
  labelValue,
  namespaceName,
  parseAnnotationValue,
  parseDnsLabel,
  parseDnsSubdomain,
  parseHostName,
  parseLabelKey,
  parseLabelValue,
  parseNamespace,
  parseWildcardHostName,
  plainText,
  wildcardHostName,
} from '../../lib/model/names';
import type { TextFormat } from '../../lib/model/text-format';

const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
const subdomain = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
const word = fc.stringMatching(/^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/);

interface Row {
  readonly name: string;
  readonly format: TextFormat<string>;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    name: 'a DNS label',
    format: dnsLabel,
    good: ['a', '0', 'ml-jobs', 'a'.repeat(63)],
    bad: ['', '-a', 'a-', 'A', 'a.b', 'a_b', 'a'.repeat(64), 'ä', 'a\n'],
  },
  { name: 'a namespace', format: namespaceName, good: ['default'], bad: ['kube.system', ''] },
  {
    name: 'a DNS subdomain',
    format: dnsSubdomain,
    good: ['a.b', 'nfs-pv', `${'a'.repeat(61)}.${'b'.repeat(61)}.${'c'.repeat(61)}.${'d'.repeat(61)}`],
    bad: ['', '.', 'a.', '.a', 'a..b', 'A', 'a-.b', 'a'.repeat(254), 'a\n'],
  },
  {
    name: 'a label key',
    format: labelKey,
    good: ['app', 'ml.azure.com/pvc', 'A_b-c.d', 'a'.repeat(63)],
    bad: ['', '/', 'a/', '/a', 'a/b/c', 'A.com/a', '-a', 'a-', 'a'.repeat(64), 'a b'],
  },
  {
    name: 'a label value',
    format: labelValue,
    good: ['', 'true', 'A_b-c.d', 'a'.repeat(63)],
    bad: ['-a', 'a-', 'a b', 'a/b', 'a'.repeat(64), '(group)'],
  },
  {
    name: 'an annotation value',
    format: annotationValue,
    good: ['', 'any text: "ä"\n', 'a'.repeat(262_144)],
    bad: ['a'.repeat(262_145), 'ä'.repeat(131_073)],
  },
  {
    name: 'a host name',
    format: hostName,
    good: ['ml.contoso.com', 'localhost', '1.2.3.contoso'],
    bad: [
      '',
      'ML.contoso.com',
      '*.contoso.com',
      '10.0.0.4',
      'ml.contoso.com:443',
      'https://ml.contoso.com',
      'ml_1.com',
    ],
  },
  {
    name: 'a host name with a wildcard',
    format: wildcardHostName,
    good: ['*.contoso.com', 'ml.contoso.com'],
    bad: ['*', '*.', 'ml.*.com', '**.contoso.com', '*contoso.com', '*.*.contoso.com', '*.10.0.0.4'],
  },
  {
    name: 'a text of one line',
    format: plainText,
    good: ['a', 'two words', 'ä'],
    bad: ['', ' a', 'a ', 'a\nb', 'a\tb', '\u0000'],
  },
];

describe.each(ROWS)('$name', ({ format, good, bad }) => {
  test.each(good)('may be %j', (text) => {
    expect(format.issues(text, [])).toStrictEqual([]);
    expect(format.parse(text)).toBe(text);
  });

  test.each(bad)('fails on %j', (text) => {
    expect(format.issues(text, ['place'])).toMatchObject([{ severity: 'error', path: ['place'] }]);
    expect(() => format.parse(text)).toThrow(format.noun);
  });

  test('may be known only at deployment, unless it has to be literal', () => {
    expect(format.issues(`${deferred('x')}!`, [])).toStrictEqual([]);
    expect(format.literalIssues(deferred('x'), []).map(({ code }) => code)).toStrictEqual([
      'deferred/literal-required',
    ]);
  });
});

describe('messages about names', () => {
  test.each([
    [dnsLabel, 'A', 'name/dns-label'],
    [dnsSubdomain, 'A', 'name/dns-subdomain'],
    [labelKey, '/', 'name/label-key'],
    [labelValue, '/', 'name/label-value'],
    [annotationValue, 'a'.repeat(262_145), 'name/annotation-value'],
    [hostName, 'A', 'name/host'],
    [plainText, '', 'name/plain-text'],
  ])('of %# say what was received and what is right', (format, text, code) => {
    const [message] = format.issues(text, ['place']).map(formatIssue);

    expect(message).toMatch(/^place: .* \(received ".*, expected .*\); .* \[[a-z]+\/[a-z-]+\]$/);
    expect(message).toContain(code);
  });
});

describe('names that are made at random', () => {
  test('pass when they are valid, and are themselves again', () => {
    fc.assert(
      fc.property(label, subdomain, word, (one, more, qualified) => {
        expect(parseDnsLabel(one)).toBe(one);
        expect(parseNamespace(one)).toBe(one);
        expect(parseDnsSubdomain(more)).toBe(more);
        expect(parseLabelValue(qualified)).toBe(qualified);
        expect(parseLabelKey(`${more}/${qualified}`)).toBe(`${more}/${qualified}`);
        expect(parseAnnotationValue(qualified)).toBe(qualified);
        expect(parseHostName(`h.${more}.com`)).toBe(`h.${more}.com`);
        expect(parseWildcardHostName(`*.${more}.com`)).toBe(`*.${more}.com`);
      }),
    );
  });

  test('fail with a character that does not belong', () => {
    fc.assert(
      fc.property(label, fc.constantFrom(' ', '_', 'A', '/', 'ß', '\n'), label, (one, wrong, other) => {
        expect(dnsSubdomain.issues(`${one}${wrong}${other}`, [])).toHaveLength(1);
      }),
    );
  });
});
