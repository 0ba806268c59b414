import { issue, type Issue, type Path } from './issues';
import type { QUANTITY_CODES } from './quantity.codes';
import { closestQuantity, countUnits, readQuantity, writeQuantity, type Notation } from './quantity-grammar';
import { textFormat, type Branded, type TextFormat } from './text-format';
import { assertValid, ValidationError } from './validation-error';

export type { Notation } from './quantity-grammar';

/**
 * An amount of CPU as it is usually written: `2`, `0.5`, `500m`. Strings from elsewhere pass through
 * {@link isCpuQuantity}.
 */
export type CpuQuantity = `${number}${'' | 'm' | 'k'}`;

/**
 * An amount of memory or storage as it is usually written: `512Mi`, `1.5Gi`, `100G`. Strings from elsewhere pass
 * through {@link isByteQuantity}.
 */
export type ByteQuantity =
  `${number}${'' | 'k' | 'M' | 'G' | 'T' | 'P' | 'E'}` | `${number}${'K' | 'M' | 'G' | 'T' | 'P' | 'E'}i`;

type QuantityCode = keyof typeof QUANTITY_CODES;

/** What an amount is counted in, and what the texts for it are called. */
interface Unit {
  readonly noun: string;
  readonly expected: string;
  /** How many decimal places of the quantity are counted: 3 for thousandths. */
  readonly decimals: number;
  readonly defaultNotation: Notation;
}

const CPU: Unit = {
  noun: 'CPU quantity',
  expected: 'CPU cores such as 2, 0.5 or 500m',
  decimals: 3,
  defaultNotation: 'decimal',
};
const BYTES: Unit = {
  noun: 'byte quantity',
  expected: 'bytes such as 512Mi, 100Gi or 1.5G',
  decimals: 0,
  defaultNotation: 'binary',
};
/** Refuses what is no text and deferred text; the amount is checked after it. */
const LITERAL_TEXT = textFormat({
  noun: 'quantity',
  code: 'quantity/syntax',
  expected: 'a quantity',
  accepts: () => true,
});
const MAX_AMOUNT = 2n ** 63n - 1n;
/** Amounts of bytes as nearly everybody writes them: greater than zero, in range and canonical at a glance. */
const ORDINARY_BYTES = /^[1-9]\d{0,2}(?:[KMGTP]i|[kMGTP])$/;

/**
 * An amount of CPU, zero included. Always literal: deferred text is an issue.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export const cpuQuantity: TextFormat<'CpuQuantity'> = quantityFormat(CPU, 0n);

/** An amount of CPU greater than zero. Always literal: deferred text is an issue. */
export const positiveCpuQuantity: TextFormat<'CpuQuantity'> = quantityFormat(CPU, 1n);

/**
 * An amount of memory or storage, zero included. Always literal: deferred text is an issue.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export const byteQuantity: TextFormat<'ByteQuantity'> = quantityFormat(BYTES, 0n);

/** An amount of memory or storage greater than zero. Always literal: deferred text is an issue. */
export const positiveByteQuantity: TextFormat<'ByteQuantity'> = quantityFormat(BYTES, 1n);

/**
 * An amount of CPU in millicores, exact.
 * @param text - a quantity such as `2`, `0.5` or `500m`
 * @param path - where the text is, for the error
 * @throws ValidationError when the text is no quantity, negative, too large or finer than a millicore
 */
export function parseCpu(text: string, path: Path = []): bigint {
  return parseAmount(text, CPU, path);
}

/**
 * An amount of memory or storage in bytes, exact.
 * @param text - a quantity such as `512Mi` or `100G`
 * @param path - where the text is, for the error
 * @throws ValidationError when the text is no quantity, negative, too large or not a whole number of bytes
 */
export function parseBytes(text: string, path: Path = []): bigint {
  return parseAmount(text, BYTES, path);
}

/**
 * Millicores as Kubernetes writes them: `1500m`, `2`, `1k`.
 * @param millicores - the amount
 * @param notation - the family of suffixes
 */
export function formatCpu(millicores: bigint, notation: Notation = CPU.defaultNotation): string {
  return writeQuantity(millicores, CPU.decimals, notation);
}

/**
 * Bytes as Kubernetes writes them: the largest suffix that leaves a whole number. `1536Mi` is the binary notation
 * of one and a half GiB; less than 1 KiB has no binary suffix and gets a decimal one.
 * @param bytes - the amount
 * @param notation - the family of suffixes
 */
export function formatBytes(bytes: bigint, notation: Notation = BYTES.defaultNotation): string {
  return writeQuantity(bytes, BYTES.decimals, notation);
}

/**
 * The same amount in Kubernetes' canonical form, in the notation that the text has: `1.5` becomes `1500m`.
 * @param text - a CPU quantity
 * @throws ValidationError as {@link parseCpu}
 */
export function canonicalCpu(text: string): Branded<'CpuQuantity'> {
  return canonical(text, CPU) as Branded<'CpuQuantity'>;
}

/**
 * The same amount in Kubernetes' canonical form, in the notation that the text has: `1024Mi` becomes `1Gi`,
 * `1000M` becomes `1G`.
 * @param text - a byte quantity
 * @throws ValidationError as {@link parseBytes}
 */
export function canonicalBytes(text: string): Branded<'ByteQuantity'> {
  return (ORDINARY_BYTES.test(text) ? text : canonical(text, BYTES)) as Branded<'ByteQuantity'>;
}

/** Whether a text read from elsewhere is an amount of CPU that this library takes. */
export function isCpuQuantity(text: string): text is CpuQuantity {
  return typeof readAmount(text, CPU) === 'bigint';
}

/** Whether a text read from elsewhere is an amount of memory or storage that this library takes. */
export function isByteQuantity(text: string): text is ByteQuantity {
  return typeof readAmount(text, BYTES) === 'bigint';
}

function canonical(text: string, unit: Unit): string {
  const notation = readQuantity(text)?.notation ?? unit.defaultNotation;
  return writeQuantity(parseAmount(text, unit, []), unit.decimals, notation);
}

function parseAmount(text: string, unit: Unit, path: Path): bigint {
  const amount = readAmount(text, unit);
  if (typeof amount === 'bigint') return amount;
  throw new ValidationError(unit.noun, quantityIssues(text, unit, 0n, path));
}

function quantityFormat<Name extends string>(unit: Unit, min: bigint): TextFormat<Name> {
  const check = (value: unknown, path: Path): Issue[] => quantityIssues(value, unit, min, path);
  return {
    noun: unit.noun,
    issues: check,
    literalIssues: check,
    parse: (text, path = []) => {
      assertValid(unit.noun, check(text, path));
      return text as Branded<Name>;
    },
  };
}

function quantityIssues(value: unknown, unit: Unit, min: bigint, path: Path): Issue[] {
  if (unit === BYTES && typeof value === 'string' && ORDINARY_BYTES.test(value)) return [];
  const textIssues = LITERAL_TEXT.literalIssues(value, path);
  if (typeof value !== 'string' || textIssues.length > 0) return textIssues;
  const amount = readAmount(value, unit);
  if (typeof amount === 'bigint') return amount < min ? [issue('quantity/zero', path, { received: value })] : [];
  return [issue(amount, path, { received: value, expected: unit.expected, ...suggest(value, amount, unit) })];
}

/** The amount in the unit, or the code of what is wrong with the text. */
function readAmount(text: string, unit: Unit): bigint | QuantityCode {
  const quantity = readQuantity(text);
  if (quantity === undefined) return 'quantity/syntax';
  if (quantity.negative) return 'quantity/negative';
  const amount = countUnits(quantity, unit.decimals);
  if (amount === 'fraction') return 'quantity/fraction';
  return amount === 'huge' || amount > MAX_AMOUNT ? 'quantity/too-large' : amount;
}

function suggest(text: string, code: QuantityCode, unit: Unit): { readonly fix?: string } {
  const mistyped = code === 'quantity/syntax' || code === 'quantity/fraction';
  const closest = mistyped && unit === BYTES ? closestQuantity(text) : undefined;
  return closest === undefined ? {} : { fix: `did you mean ${JSON.stringify(closest)}?` };
}
