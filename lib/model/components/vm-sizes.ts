import { lowerCase } from '../deferred';
import type { ByteQuantity } from '../quantity';
import type { SupportSourceName } from '../support/support-sources';

/** A size of virtual machines. */
export interface VmSizeRow {
  readonly vCpus: number;
  readonly memory: ByteQuantity;
  /** The most uncached disk operations per second. */
  readonly diskIops: number;
  /** The most megabytes per second of uncached disks. */
  readonly diskMegabytesPerSecond: number;
  /** The expected network bandwidth in megabits per second. */
  readonly networkMbps: number;
}

/**
 * The sizes of virtual machines that the page recommends, and the next one. The page itself gives 1500 Mbps for
 * Standard_DS3_v2, half of what the documentation of the size says.
 * @see https://learn.microsoft.com/azure/virtual-machines/dv2-dsv2-series
 */
export const VM_SIZES = {
  Standard_DS2_v2: { vCpus: 2, memory: '7Gi', diskIops: 6400, diskMegabytesPerSecond: 96, networkMbps: 1500 },
  Standard_DS3_v2: { vCpus: 4, memory: '14Gi', diskIops: 12_800, diskMegabytesPerSecond: 192, networkMbps: 3000 },
  Standard_DS4_v2: { vCpus: 8, memory: '28Gi', diskIops: 25_600, diskMegabytesPerSecond: 384, networkMbps: 6000 },
  Standard_DS5_v2: { vCpus: 16, memory: '56Gi', diskIops: 51_200, diskMegabytesPerSecond: 768, networkMbps: 12_000 },
} as const satisfies Readonly<Record<`Standard_${string}`, VmSizeRow>>;

/** The name of a size in {@link VM_SIZES}. */
export type VmSizeName = keyof typeof VM_SIZES;

/** Where {@link VM_SIZES} was read. */
export const VM_SIZES_SOURCE = 'vmSizes' satisfies SupportSourceName;

/** Sizes of virtual machines by name, as far as nodes are computed from them. */
export type VmSizes = Readonly<Record<string, Pick<VmSizeRow, 'vCpus' | 'memory'>>>;

/**
 * A size by its name, in any letter case.
 * @param name - for example `Standard_DS3_v2`
 * @param vmSizes - where to look; {@link VM_SIZES} by default
 * @returns `undefined` when it is not among them
 */
export function vmSizeOf(name: string, vmSizes: VmSizes = VM_SIZES): VmSizes[string] | undefined {
  return Object.entries(vmSizes).find(([known]) => lowerCase(known) === lowerCase(name))?.[1];
}
