/** The suffixes of a Kubernetes quantity: powers of two, and powers of ten. */
const BINARY: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|[eE]([+-]?\d+)|([numkMGTPE]?))$/;

/** Digits behind the point that are kept; more than any two quantities of our manifests differ by. */
const SCALE = 30;

/**
 * Whether two quantities are the same amount, however they are written (`1Gi`, `1024Mi`).
 *
 * Written for the tests alone, so that the library's own quantities are not checked by themselves.
 */
export function sameQuantity(one: string, other: string): boolean {
  const [amount, otherAmount] = [amountOf(one), amountOf(other)];
  return amount !== undefined && amount === otherAmount;
}

function amountOf(text: string): bigint | undefined {
  const [, sign = '', whole = '', fraction = '', binary, exponent, decimal = ''] = QUANTITY.exec(text) ?? [];
  if (whole + fraction === '') return undefined;
  const power = exponent === undefined ? (DECIMAL[decimal] ?? 0) : Number(exponent);
  const zeros = SCALE + power - fraction.length;
  if (zeros < 0) return undefined;
  const amount = (BigInt(whole + fraction) * 10n ** BigInt(zeros)) << (BINARY[binary ?? ''] ?? 0n);
  return sign === '-' ? -amount : amount;
}
