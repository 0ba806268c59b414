import * as fc from 'fast-check';

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
  type ByteQuantity,
  type CpuQuantity,
  type Notation,
} from '../../lib/model/quantity';
import { errorMessage } from '../support/error-message';
import { KUBERNETES_QUANTITIES } from '../support/kubernetes-quantities';

const MAX = 2n ** 63n - 1n;
const amounts = fc.oneof(
  fc.bigInt({ min: 0n, max: MAX }),
  fc.bigInt({ min: 0n, max: 5000n }),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 4000n }), fc.constantFrom(1000n, 1024n), fc.nat({ max: 4 }))
    .map(([count, base, power]) => count * base ** BigInt(power)),
);
const notations = fc.constantFrom<Notation>('decimal', 'binary', 'exponent');

describe('amounts of CPU', () => {
  const known = KUBERNETES_QUANTITIES.flatMap(([text, canonical, millicores]) =>
    millicores === undefined ? [] : [[text, millicores, canonical] as const],
  );

  test.each(known)('%s is %d millicores and written as %s, as in Kubernetes', (text, millicores, canonical) => {
    expect(parseCpu(text)).toBe(millicores);
    expect(canonicalCpu(text)).toBe(canonical);
    expect(isCpuQuantity(text)).toBe(true);
    expect(cpuQuantity.issues(text, [])).toStrictEqual([]);
    expect(cpuQuantity.parse(text)).toBe(text);
  });

  test.each(KUBERNETES_QUANTITIES.filter(([, , millicores]) => millicores === undefined).map(([text]) => text))(
    'fails on %s, finer than a millicore or too large',
    (text) => {
      expect(errorMessage(() => parseCpu(text))).toMatch(/\[quantity\/(fraction|too-large)\]$/);
      expect(isCpuQuantity(text)).toBe(false);
    },
  );

  test('survive writing and reading in every notation', () => {
    fc.assert(
      fc.property(amounts, notations, (millicores, notation) => {
        const text = formatCpu(millicores, notation);
        expect(parseCpu(text)).toBe(millicores);
        expect(parseCpu(canonicalCpu(text))).toBe(millicores);
      }),
    );
  });

  test('are canonical as they are written', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom<Notation>('decimal', 'exponent'), (millicores, notation) => {
        const text = formatCpu(millicores, notation);
        expect(canonicalCpu(text)).toBe(text);
      }),
    );
  });

  test.each<readonly [bigint, string]>([
    [0n, '0'],
    [1n, '1m'],
    [500n, '500m'],
    [1000n, '1'],
    [1500n, '1500m'],
    [64_000n, '64'],
    [1_000_000n, '1k'],
    [-500n, '-500m'],
  ])('%d millicores are written as %s', (millicores, text) => {
    expect(formatCpu(millicores)).toBe(text);
  });
});

describe('amounts of bytes', () => {
  const known = KUBERNETES_QUANTITIES.flatMap(([text, canonical, , bytes]) =>
    bytes === undefined ? [] : [[text, bytes, canonical] as const],
  );

  test.each(known)('%s is %d bytes and written as %s, as in Kubernetes', (text, bytes, canonical) => {
    expect(parseBytes(text)).toBe(bytes);
    expect(canonicalBytes(text)).toBe(canonical);
    expect(isByteQuantity(text)).toBe(true);
    expect(byteQuantity.issues(text, [])).toStrictEqual([]);
    expect(byteQuantity.parse(text)).toBe(text);
  });

  test.each(KUBERNETES_QUANTITIES.filter(([, , , bytes]) => bytes === undefined).map(([text]) => text))(
    'fails on %s, a fraction of a byte or too large',
    (text) => {
      expect(errorMessage(() => parseBytes(text))).toMatch(/\[quantity\/(fraction|too-large)\]$/);
      expect(isByteQuantity(text)).toBe(false);
    },
  );

  test('survive writing and reading in every notation', () => {
    fc.assert(
      fc.property(amounts, notations, (bytes, notation) => {
        const text = formatBytes(bytes, notation);
        expect(parseBytes(text)).toBe(bytes);
        expect(parseBytes(canonicalBytes(text))).toBe(bytes);
      }),
    );
  });

  test('are canonical as they are written', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom<Notation>('decimal', 'exponent'), (bytes, notation) => {
        const text = formatBytes(bytes, notation);
        expect(canonicalBytes(text)).toBe(text);
      }),
    );
  });

  test('are the same amount after they were made canonical', () => {
    const suffixes = fc.constantFrom('', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e3', 'E6', 'e+2');
    fc.assert(
      fc.property(fc.nat(), suffixes, (number, suffix) => {
        const text = `${String(number)}${suffix}`;
        expect(parseBytes(canonicalBytes(text))).toBe(parseBytes(text));
      }),
    );
  });

  test('are written with the largest suffix that leaves a whole number', () => {
    fc.assert(
      fc.property(amounts, (bytes) => {
        expect(formatBytes(bytes)).toMatch(/^(0|[1-9]\d*(k|[KMGTPE]i)?)$/);
        expect(formatBytes(bytes * 1024n + 1024n ** 2n)).toMatch(/i$/);
        expect(formatBytes(bytes, 'decimal')).toMatch(/^(0|\d{1,3}E|\d*?(?!000)\d{1,3}[kMGTPE]?)$/);
      }),
    );
  });

  test.each<readonly [bigint, Notation, string]>([
    [1536n * 1024n ** 2n, 'binary', '1536Mi'],
    [1024n ** 3n, 'binary', '1Gi'],
    [1023n, 'binary', '1023'],
    [1000n, 'binary', '1k'],
    [1024n ** 6n, 'decimal', '1152921504606846976'],
    [10n ** 11n, 'decimal', '100G'],
    [10n ** 11n, 'exponent', '100e9'],
    [-(1024n ** 3n), 'binary', '-1Gi'],
  ])('%d in %s notation are written as %s', (bytes, notation, text) => {
    expect(formatBytes(bytes, notation)).toBe(text);
  });
});

describe('quantities', () => {
  test.each([
    '',
    ' ',
    '.',
    '+',
    '-',
    'Gi',
    'm',
    '1e',
    '1e1.5',
    '1ee3',
    '0x10',
    '1_000',
    '1,5',
    '1.2.3',
    '1K',
    '1B',
    '1mi',
  ])('fails on %j, which is none', (text) => {
    expect(cpuQuantity.issues(text, []).map((one) => one.code)).toStrictEqual(['quantity/syntax']);
    expect(byteQuantity.issues(text, []).map((one) => one.code)).toStrictEqual(['quantity/syntax']);
    expect(isCpuQuantity(text) || isByteQuantity(text)).toBe(false);
  });

  test.each(['Infinity', 'NaN', '٣', '1Gi\n', '1 Gi'])('fails on %j, which only looks like one', (text) => {
    expect(() => parseBytes(text)).toThrow('[quantity/syntax]');
  });

  test('fails on any text that is no number with a suffix', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/\d/.test(text));
        expect(() => parseBytes(text)).toThrow('[quantity/syntax]');
      }),
    );
  });

  test.each<readonly [string, string]>([
    ['100GB', '100G'],
    ['100gb', '100G'],
    ['1.5gi', '1.5Gi'],
    ['512 MiB', '512Mi'],
    ['64K', '64k'],
    ['64kib', '64Ki'],
    ['1mi', '1Mi'],
    ['512m', '512M'],
  ])('fails on %s bytes and proposes %s', (text, meant) => {
    expect(byteQuantity.issues(text, []).map((one) => one.fix)).toStrictEqual([`did you mean "${meant}"?`]);
    expect(byteQuantity.issues(meant, [])).toStrictEqual([]);
  });

  test('fails on one that is not whole with what is whole', () => {
    expect(cpuQuantity.issues('0.0005', ['cpu']).map(formatIssue)).toStrictEqual([
      'cpu: the quantity is finer than its unit (received "0.0005", expected CPU cores such as 2, 0.5 or 500m); give whole millicores for CPU and whole bytes for memory and storage [quantity/fraction]',
    ]);
  });

  test.each(['-1', '-0', '-1Gi', '-0.5'])('fails on %s, which has a minus sign', (text) => {
    expect(cpuQuantity.issues(text, []).map((one) => one.code)).toStrictEqual(['quantity/negative']);
    expect(byteQuantity.issues(text, []).map((one) => one.code)).toStrictEqual(['quantity/negative']);
  });

  test.each(['8Ei', '9223372036854775808', '10E', '1e19', '1e999', '1e999999999999', `9${'0'.repeat(5000)}`])(
    'fails on %s, which is too large',
    (text) => {
      expect(byteQuantity.issues(text, []).map((one) => one.code)).toStrictEqual(['quantity/too-large']);
    },
  );

  test('fails at once on an exponent below all computing', () => {
    expect(byteQuantity.issues('1e-999999999999', []).map((one) => one.code)).toStrictEqual(['quantity/fraction']);
  });

  test.each(['0', '0Gi', '0.0', '0e5'])('takes %s only where zero is an amount', (text) => {
    expect([...cpuQuantity.issues(text, []), ...byteQuantity.issues(text, [])]).toStrictEqual([]);
    expect(positiveCpuQuantity.issues(text, []).map((one) => one.code)).toStrictEqual(['quantity/zero']);
    expect(positiveByteQuantity.issues(text, ['size']).map(formatIssue)).toStrictEqual([
      `size: the quantity is zero (received "${text}"); give an amount greater than zero [quantity/zero]`,
    ]);
    expect(() => positiveByteQuantity.parse(text)).toThrow('[quantity/zero]');
  });

  test('are positive from the smallest unit on', () => {
    expect([...positiveCpuQuantity.issues('1m', []), ...positiveByteQuantity.issues('1', [])]).toStrictEqual([]);
  });

  test('fails on deferred text, since amounts are literal', () => {
    const text = deferred('size');
    for (const format of [cpuQuantity, byteQuantity, positiveCpuQuantity, positiveByteQuantity]) {
      expect(format.issues(text, []).map((one) => one.code)).toStrictEqual(['deferred/literal-required']);
      expect(format.literalIssues(text, [])).toStrictEqual(format.issues(text, []));
    }
    expect(() => parseBytes(text, ['size'])).toThrow(/^byte quantity has 1 error:\n {2}- size: .*literal-required\]$/);
  });

  test.each([1, 1n, undefined, null, {}])('fails on %p, which is no text', (value) => {
    expect(byteQuantity.issues(value, []).map((one) => one.code)).toStrictEqual(['spec/type']);
  });

  test('have types for the usual suffixes', () => {
    const cpu: readonly CpuQuantity[] = ['1', '0.5', '500m', '1k'];
    const bytes: readonly ByteQuantity[] = ['1024', '1.5Gi', '100G', '64k', '64Ki', '1e9'];
    expect([...cpu.map(isCpuQuantity), ...bytes.map(isByteQuantity)]).not.toContain(false);
  });
});
