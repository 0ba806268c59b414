/*
 * The grammar of Kubernetes' resource.Quantity: a sign, a decimal number and a suffix, which is a power of 1000, a
 * power of 1024 or a decimal exponent. Amounts are exact; what is refused is decided by the caller.
 */
import { lowerCase } from './deferred';

/** The family of a quantity's suffix: `k M G`, `Ki Mi Gi`, or `e3 e6 e9`. */
export type Notation = 'decimal' | 'binary' | 'exponent';

/** A quantity as read: mantissa × 10^exponent × 2^shift. */
export interface Quantity {
  readonly negative: boolean;
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly shift: number;
  readonly notation: Notation;
}

const QUANTITY = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))([numkMGTPE]?|[KMGTPE]i|[eE][+-]?\d+)$/;
const DECIMAL_SUFFIXES = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const PLAIN = DECIMAL_SUFFIXES.indexOf('');
/** Far outside what an amount can be, and near enough to compute with. */
const MAX_EXPONENT = 1000;

/** The quantity in a text, `undefined` when it is none. */
export function readQuantity(text: string): Quantity | undefined {
  const match = QUANTITY.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = match[4] ?? '', , suffix = ''] = match;
  const { exponent, ...scale } = readSuffix(suffix);
  const mantissa = BigInt(whole + fraction);
  return { negative: sign === '-', mantissa, exponent: exponent - fraction.length, ...scale };
}

/**
 * How many units a quantity is, without its sign.
 * @param decimals - the decimal places that a unit is: 3 counts thousandths
 * @returns `fraction` when it is not a whole number of units, `huge` when it is beyond all computing
 */
export function countUnits(quantity: Quantity, decimals: number): bigint | 'fraction' | 'huge' {
  if (quantity.mantissa === 0n) return 0n;
  const exponent = quantity.exponent + decimals;
  if (exponent > MAX_EXPONENT) return 'huge';
  if (exponent < -MAX_EXPONENT) return 'fraction';
  const shifted = quantity.mantissa << BigInt(quantity.shift);
  if (exponent >= 0) return shifted * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(-exponent);
  return shifted % divisor === 0n ? shifted / divisor : 'fraction';
}

/**
 * The canonical text of an amount: the largest suffix of the notation that leaves a whole number. As in Kubernetes,
 * what is below 1024 or not whole has no binary form and gets the decimal one.
 * @param amount - the number of units; a negative one gets a sign
 * @param decimals - the decimal places that a unit is
 */
export function writeQuantity(amount: bigint, decimals: number, notation: Notation): string {
  if (amount < 0n) return `-${writeQuantity(-amount, decimals, notation)}`;
  if (amount === 0n) return '0';
  const one = 10n ** BigInt(decimals);
  if (notation === 'binary' && amount % one === 0n && amount / one >= 1024n) {
    const { digits, steps } = reduce(amount / one, 1024n, BINARY_SUFFIXES.length - 1);
    return `${digits}${BINARY_SUFFIXES[steps] ?? ''}`;
  }
  const { digits, steps } = reduce(amount, 1000n, DECIMAL_SUFFIXES.length - 1 - PLAIN + decimals / 3);
  const power = steps - decimals / 3;
  if (notation === 'exponent') return power === 0 ? digits : `${digits}e${String(power * 3)}`;
  return `${digits}${DECIMAL_SUFFIXES[PLAIN + power] ?? ''}`;
}

/**
 * The quantity that was probably meant: a suffix in another letter case, after a space, or with a `B` for bytes.
 * @returns `undefined` when no suffix of memory or storage is near
 */
export function closestQuantity(text: string): string | undefined {
  const match = /^([\d.]+)\s*([a-zA-Z]+?)[bB]?$/.exec(text);
  const meant = lowerCase(match?.[2] ?? '');
  const suffix = [...DECIMAL_SUFFIXES.slice(PLAIN + 1), ...BINARY_SUFFIXES].find((known) => lowerCase(known) === meant);
  return match === null || suffix === undefined || suffix === '' ? undefined : `${match[1] ?? ''}${suffix}`;
}

function readSuffix(suffix: string): Pick<Quantity, 'exponent' | 'shift' | 'notation'> {
  const decimal = DECIMAL_SUFFIXES.indexOf(suffix);
  if (decimal >= 0) return { exponent: (decimal - PLAIN) * 3, shift: 0, notation: 'decimal' };
  const binary = BINARY_SUFFIXES.indexOf(suffix);
  if (binary >= 0) return { exponent: 0, shift: binary * 10, notation: 'binary' };
  return { exponent: Number(suffix.slice(1)), shift: 0, notation: 'exponent' };
}

function reduce(amount: bigint, base: bigint, maxSteps: number): { readonly digits: string; readonly steps: number } {
  let rest = amount;
  let steps = 0;
  while (steps < maxSteps && rest % base === 0n) {
    rest /= base;
    steps += 1;
  }
  return { digits: String(rest), steps };
}
