import fc from 'fast-check';
import { deferred } from '../../lib/model/deferred';
import { formatIssue } from '../../lib/model/issues';
import {
  byteQuantity,
  canonicalBytes,
  canonicalCpu,
  cpuQuantity,
  formatBytes,
  formatCpu,
  isByteQuantity,
  isCpuQuantity,
  parseBytes,
  parseCpu,
  positiveByteQuantity,
  positiveCpuQuantity,
  type Notation,
} from '../../lib/model/quantity';

const MAX = 2n ** 63n - 1n;
const notation = fc.constantFrom<Notation>('binary', 'decimal', 'exponent');
const amount = fc.oneof(fc.bigInt({ min: 0n, max: MAX }), fc.bigInt({ min: 0n, max: 100_000n }));

function messages(issues: readonly Parameters<typeof formatIssue>[0][]): string[] {
  return issues.map(formatIssue);
}

describe('parseCpu', () => {
  test.each([
    ['0', 0n],
    ['1', 1000n],
    ['0.5', 500n],
    ['.5', 500n],
    ['1.', 1000n],
    ['+2', 2000n],
    ['100m', 100n],
    ['1500000u', 1500n],
    ['2k', 2_000_000n],
    ['2e3', 2_000_000n],
    ['5E-1', 500n],
  ])('reads %s as millicores', (text, millicores) => {
    expect(parseCpu(text)).toBe(millicores);
  });

  test('fails on what is finer than a millicore, negative, too large or no quantity', () => {
    const issuesOf = (text: string): string[] => cpuQuantity.literalIssues(text, ['cpu']).map(({ code }) => code);

    expect(issuesOf('0.0001')).toStrictEqual(['quantity/fraction']);
    expect(issuesOf('100u')).toStrictEqual(['quantity/fraction']);
    expect(issuesOf('-1')).toStrictEqual(['quantity/negative']);
    expect(issuesOf('10000P')).toStrictEqual(['quantity/too-large']);
    expect(issuesOf('one')).toStrictEqual(['quantity/syntax']);
    expect(() => parseCpu('0.0001')).toThrow(/0\.0001/);
  });
});

describe('parseBytes', () => {
  test.each([
    ['0', 0n],
    ['1Ki', 1024n],
    ['1.5Gi', 1_610_612_736n],
    ['100G', 100_000_000_000n],
    ['128974848000m', 128_974_848n],
    ['1e3', 1000n],
    ['7Ei', 7n * 2n ** 60n],
  ])('reads %s as bytes', (text, bytes) => {
    expect(parseBytes(text)).toBe(bytes);
  });

  test.each(['', ' ', '1 Gi', '1gi', '1GiB', '1KB', 'Gi', '1e', '1e3Ki', '0x10', '1,5Gi', '١'])(
    'fails on %j',
    (text) => {
      expect(byteQuantity.literalIssues(text, []).map(({ code }) => code)).toStrictEqual(['quantity/syntax']);
    },
  );

  test('fails on half a byte and on more than 64 bits, with the reason', () => {
    expect(messages(byteQuantity.literalIssues('0.5', ['size']))).toStrictEqual([
      expect.stringMatching(/^size: the quantity is finer than its unit .*\[quantity\/fraction\]$/),
    ]);
    expect(messages(byteQuantity.literalIssues('8Ei', ['size']))).toStrictEqual([
      expect.stringMatching(/^size: the quantity is too large .*\[quantity\/too-large\]$/),
    ]);
    expect(parseBytes(String(MAX))).toBe(MAX);
  });

  test('fails on zero where an amount is needed', () => {
    expect(positiveByteQuantity.literalIssues('0Gi', []).map(({ code }) => code)).toStrictEqual(['quantity/zero']);
    expect(positiveCpuQuantity.literalIssues('0', []).map(({ code }) => code)).toStrictEqual(['quantity/zero']);
    expect(byteQuantity.literalIssues('0Gi', [])).toStrictEqual([]);
  });

  test('fails on a value that is known only at deployment, in either kind of field', () => {
    const text = deferred('size');

    expect(byteQuantity.issues(text, []).map(({ code }) => code)).toStrictEqual(['deferred/literal-required']);
    expect(byteQuantity.literalIssues(text, []).map(({ code }) => code)).toStrictEqual(['deferred/literal-required']);
    expect(byteQuantity.issues(5, []).map(({ code }) => code)).toStrictEqual(['spec/type']);
  });
});

describe('rendering', () => {
  test('survives parsing, in every notation', () => {
    fc.assert(
      fc.property(amount, notation, (bytes, family) => {
        expect(parseBytes(formatBytes(bytes, family))).toBe(bytes);
        expect(parseCpu(formatCpu(bytes, family))).toBe(bytes);
      }),
    );
  });

  test('is canonical: rendering what was rendered changes nothing', () => {
    fc.assert(
      fc.property(amount, notation, (bytes, family) => {
        const text = formatBytes(bytes, family);

        expect(canonicalBytes(text)).toBe(text);
        expect(isByteQuantity(text)).toBe(true);
        expect(isCpuQuantity(formatCpu(bytes, family))).toBe(true);
      }),
    );
  });

  test.each([
    ['1024Mi', '1Gi'],
    ['1000M', '1G'],
    ['1.5Gi', '1536Mi'],
    ['1500M', '1500M'],
    ['1e3', '1e3'],
    ['1Gi', '1Gi'],
    ['0Gi', '0'],
  ])('writes %s as %s, as Kubernetes does', (given, canonical) => {
    expect(canonicalBytes(given)).toBe(canonical);
  });

  test.each([
    ['0.5', '500m'],
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['2000', '2k'],
  ])('writes %s cores as %s', (given, canonical) => {
    expect(canonicalCpu(given)).toBe(canonical);
  });
});
