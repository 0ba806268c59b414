import { formatBytes, formatCpu, parseBytes, parseCpu, type ByteQuantity, type CpuQuantity } from '../quantity';

/** CPU and memory, exact. */
export interface ResourceAmounts {
  /** CPU in thousandths of a core. */
  readonly millicores: bigint;
  /** Memory in bytes. */
  readonly bytes: bigint;
}

/** CPU and memory as Kubernetes writes them: `1780m` and `2440Mi`. */
export interface ResourceQuantities {
  readonly cpu: CpuQuantity;
  readonly memory: ByteQuantity;
}

/** What pods ask for and what they may use at most. */
export interface RequestsAndLimits<Amounts = ResourceAmounts> {
  /** What the scheduler sets aside. */
  readonly requests: Amounts;
  /** What the pods may use at most. */
  readonly limits: Amounts;
}

/** Nothing. */
export const NO_AMOUNTS: ResourceAmounts = { millicores: 0n, bytes: 0n };

/**
 * Exact amounts from texts: CPU such as `3860m` and memory such as `12Gi`.
 * @throws ValidationError when one is no quantity
 */
export function parseAmounts(quantities: { readonly cpu: string; readonly memory: string }): ResourceAmounts {
  return { millicores: parseCpu(quantities.cpu, ['cpu']), bytes: parseBytes(quantities.memory, ['memory']) };
}

/** Amounts as Kubernetes writes them, for people and for JSON; negative ones get a sign. */
export function formatAmounts({ millicores, bytes }: ResourceAmounts): {
  readonly cpu: string;
  readonly memory: string;
} {
  return { cpu: formatCpu(millicores), memory: formatBytes(bytes) };
}

/** All amounts together. */
export function addAmounts(all: readonly ResourceAmounts[]): ResourceAmounts {
  return all.reduce(
    (sum, { millicores, bytes }) => ({ millicores: sum.millicores + millicores, bytes: sum.bytes + bytes }),
    NO_AMOUNTS,
  );
}

/** The amounts of several equal things. */
export function multiplyAmounts({ millicores, bytes }: ResourceAmounts, count: number): ResourceAmounts {
  return { millicores: millicores * BigInt(count), bytes: bytes * BigInt(count) };
}

/** What is left; negative where more is taken than there is. */
export function subtractAmounts(from: ResourceAmounts, taken: ResourceAmounts): ResourceAmounts {
  return { millicores: from.millicores - taken.millicores, bytes: from.bytes - taken.bytes };
}

/** Whether there is room for amounts, of CPU and of memory. */
export function fitsInto(amounts: ResourceAmounts, room: ResourceAmounts): boolean {
  return amounts.millicores <= room.millicores && amounts.bytes <= room.bytes;
}

/** Whether more is taken than there was, of CPU or of memory. */
export function isNegative({ millicores, bytes }: ResourceAmounts): boolean {
  return millicores < 0n || bytes < 0n;
}
