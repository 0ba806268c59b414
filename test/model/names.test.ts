import * as fc from 'fast-check';

import { deferred } from '../../lib/model/deferred';
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

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const letters = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });

/** Text whose ends are of one alphabet and whose middle is of a larger one. */
function ended(ends: string, middle: string, maxLength: number): fc.Arbitrary<string> {
  const long = fc.tuple(letters(ends, 1, 1), letters(middle, 0, maxLength - 2), letters(ends, 1, 1));
  return fc.oneof(
    letters(ends, 1, 1),
    long.map((parts) => parts.join('')),
  );
}

const labels = ended(`${LETTERS}0123456789`, `${LETTERS}0123456789-`, 63);
const subdomains = fc
  .array(labels, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('.'))
  .filter((text) => text.length <= 253);
const hosts = subdomains.filter((text) => /[a-z]/.test(text));
/** Three labels that are as long as DNS allows. */
const LONGEST_LABELS = ['a', 'b', 'c'].map((letter) => letter.repeat(63));
const ALPHANUMERIC = `${LETTERS}${LETTERS.toUpperCase()}0123456789`;
const qualified = ended(ALPHANUMERIC, `${ALPHANUMERIC}-_.`, 63);
const keys = fc.oneof(
  qualified,
  fc.tuple(subdomains, qualified).map((parts) => parts.join('/')),
);

interface FormatCase {
  readonly format: TextFormat<string>;
  readonly parse: (text: string) => string;
  readonly code: string;
  readonly valid: fc.Arbitrary<string>;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const FORMATS: Readonly<Record<string, FormatCase>> = {
  dnsLabel: {
    format: dnsLabel,
    parse: parseDnsLabel,
    code: 'name/dns-label',
    valid: labels,
    good: ['a', '1', 'a-b', 'a--b', 'a'.repeat(63)],
    bad: ['', 'A', '-a', 'a-', 'a.b', 'a_b', 'a b', 'a\n', 'ä', 'a'.repeat(64)],
  },
  namespaceName: {
    format: namespaceName,
    parse: parseNamespace,
    code: 'name/dns-label',
    valid: labels,
    good: ['default', 'azureml'],
    bad: ['Default', 'a.b', '', 'a'.repeat(64)],
  },
  dnsSubdomain: {
    format: dnsSubdomain,
    parse: parseDnsSubdomain,
    code: 'name/dns-subdomain',
    valid: subdomains,
    good: ['a', 'a.b', '1.2.3.4', `${'a'.repeat(64)}.b`, 'a'.repeat(253)],
    bad: ['', '.', 'a.', '.a', 'a..b', 'a.-b', 'a-.b', 'A.b', 'a_b', '*.a', 'a'.repeat(254), 'a\n'],
  },
  labelKey: {
    format: labelKey,
    parse: parseLabelKey,
    code: 'name/label-key',
    valid: keys,
    good: ['app', 'app.kubernetes.io/name', 'Ab_c-d.e', 'a/b', `${'a'.repeat(253)}/${'b'.repeat(63)}`],
    bad: ['', '/', 'a/', '/a', 'a/b/c', 'A.b/c', 'a b', '-a', 'a.', 'a'.repeat(64), `${'a'.repeat(254)}/b`],
  },
  labelValue: {
    format: labelValue,
    parse: parseLabelValue,
    code: 'name/label-value',
    valid: fc.oneof(fc.constant(''), qualified),
    good: ['', 'a', 'A_b-c.d', '1', 'a'.repeat(63)],
    bad: ['-', 'a-', '_a', 'a b', 'a/b', 'ä', 'a\n', 'a'.repeat(64)],
  },
  annotationValue: {
    format: annotationValue,
    parse: parseAnnotationValue,
    code: 'name/annotation-value',
    valid: fc.string({ unit: 'grapheme' }),
    good: ['', 'two\nlines', 'a'.repeat(262_144), 'ä'.repeat(131_072)],
    bad: ['a'.repeat(262_145), 'ä'.repeat(131_073), '€'.repeat(87_382)],
  },
  hostName: {
    format: hostName,
    parse: parseHostName,
    code: 'name/host',
    valid: hosts,
    good: [
      'ml.contoso.com',
      'localhost',
      'xn--bcher-kva.example',
      '1.2.3.4.5',
      '1.2.3.a',
      `${'a'.repeat(63)}.b`,
      [...LONGEST_LABELS, 'a'.repeat(61)].join('.'),
    ],
    bad: [
      `${'a'.repeat(64)}.b`,
      `b.${'a'.repeat(64)}`,
      [...LONGEST_LABELS, 'a'.repeat(62)].join('.'),
      '',
      '*.contoso.com',
      '*',
      'ML.contoso.com',
      '10.0.0.4',
      '::1',
      'https://a.example',
      'a.example:443',
      'a.example/',
    ],
  },
  wildcardHostName: {
    format: wildcardHostName,
    parse: parseWildcardHostName,
    code: 'name/host',
    valid: fc.oneof(
      hosts,
      hosts.filter((host) => host.length <= 251).map((host) => `*.${host}`),
    ),
    good: ['ml.contoso.com', '*.contoso.com', '*.localhost', `*.${[...LONGEST_LABELS, 'a'.repeat(59)].join('.')}`],
    bad: [
      '',
      '*',
      '*.',
      '*a.contoso.com',
      'a.*.com',
      '*.*.com',
      '**.com',
      'a*',
      '10.0.0.4',
      `*.${'a'.repeat(64)}`,
      `*.${[...LONGEST_LABELS, 'a'.repeat(60)].join('.')}`,
    ],
  },
  plainText: {
    format: plainText,
    parse: plainText.parse,
    code: 'name/plain-text',
    valid: fc.string({ minLength: 1 }).filter((text) => text.trim() === text),
    good: ['a', 'two words', 'ä/€ "x"'],
    bad: ['', ' ', ' a', 'a ', 'a\nb', 'a\tb', 'a\u0000', 'a\u0085b', 'a\n'],
  },
};

describe.each(Object.entries(FORMATS))('%s', (_name, { format, parse, code, valid, good, bad }) => {
  test('takes every text of its grammar, and gives it back', () => {
    fc.assert(
      fc.property(valid, (text) => {
        expect(format.issues(text, [])).toStrictEqual([]);
        expect(format.literalIssues(text, [])).toStrictEqual([]);
        expect(parse(parse(text))).toBe(text);
      }),
    );
  });

  test.each(good.map((text) => [text.slice(0, 40), text]))('takes %j', (_start, text) => {
    expect(parse(text)).toBe(text);
  });

  test.each(bad.map((text) => [text.slice(0, 40), text]))('fails on %j', (_start, text) => {
    expect(format.issues(text, ['x']).map((one) => [one.code, one.path])).toStrictEqual([[code, ['x']]]);
    expect(() => parse(text)).toThrow(`[${code}]`);
  });

  test('lets deferred text pass', () => {
    const text = `x-${deferred('name')}`;
    expect(parse(text)).toBe(text);
  });
});

describe('names', () => {
  test('fail on a foreign character at any place', () => {
    const foreign = fc.constantFrom('A', '_', ' ', '/', ':', '*', 'é', '\n', '\u200b', 'K');
    fc.assert(
      fc.property(labels, fc.nat({ max: 63 }), foreign, (label, at, character) => {
        const text = label.slice(0, at) + character + label.slice(at);
        expect(dnsLabel.issues(text, [])).toHaveLength(1);
        expect(dnsSubdomain.issues(text, [])).toHaveLength(1);
        expect(hostName.issues(text, [])).toHaveLength(1);
      }),
    );
  });

  test('are checked in time that grows with their length only', () => {
    const long = `${'a-'.repeat(100_000)}!`;
    const formats = [dnsLabel, dnsSubdomain, labelKey, labelValue, hostName, wildcardHostName];
    expect(formats.flatMap((format) => format.issues(long, []))).toHaveLength(formats.length);
  });
});
