import { fieldIssues, literal, optional, required, wholeNumber, type FieldTable } from '../fields';
import { minorNumber, kubernetesVersion } from '../support/kubernetes-window';
import { parseBytes, positiveByteQuantity, type ByteQuantity } from '../quantity';
import type { SupportSourceName } from '../support/support-sources';
import { assertValid } from '../validation-error';
import { subtractAmounts, type ResourceAmounts } from './amounts';

/** Millicores that AKS reserves for each core of a range, which starts where the step before ends. */
export interface CpuReservationStep {
  /**
   * The number of cores at which the step ends.
   * @default - never
   */
  readonly upTo?: number;
  readonly millicoresPerCore: number;
}

/** The percentage that AKS reserved of a range of memory, which starts where the step before ends. */
export interface MemoryReservationStep {
  /**
   * The memory at which the step ends.
   * @default - never
   */
  readonly upTo?: ByteQuantity;
  readonly percent: number;
}

/**
 * What AKS reserves on each Linux node for Kubernetes. The documentation mixes MB and MiB; the more cautious one is
 * taken. The operating system takes a further share that is not published.
 * @see https://learn.microsoft.com/azure/aks/node-resource-reservations
 */
export const AKS_RESERVATIONS = {
  /** 60 millicores for the first core, 40 for the second, and so on: it gives every figure of the published table. */
  cpu: [
    { upTo: 1, millicoresPerCore: 60 },
    { upTo: 2, millicoresPerCore: 40 },
    { upTo: 4, millicoresPerCore: 20 },
    { millicoresPerCore: 10 },
  ],
  /** Since Kubernetes 1.29: an amount for each pod that the node may run, and at most a share of the memory. */
  memory: {
    sinceMinor: 29,
    evictionThreshold: '100Mi',
    perPod: '20Mi',
    base: '50Mi',
    atMostPercent: 25,
  },
  /** Before 1.29: a share of the memory that falls with its size. */
  memoryBefore: {
    evictionThreshold: '750Mi',
    steps: [
      { upTo: '4Gi', percent: 25 },
      { upTo: '8Gi', percent: 20 },
      { upTo: '16Gi', percent: 10 },
      { upTo: '128Gi', percent: 6 },
      { percent: 2 },
    ],
  },
  source: 'aksReservations',
} as const satisfies {
  readonly cpu: readonly CpuReservationStep[];
  readonly memory: Readonly<Record<string, number | ByteQuantity>>;
  readonly memoryBefore: { readonly evictionThreshold: ByteQuantity; readonly steps: readonly MemoryReservationStep[] };
  readonly source: SupportSourceName;
};

/** The most pods that AKS lets run on a node. */
export const AKS_MAX_PODS = 250;

const MAX_VCPUS = 1024;

/** A node of AKS. */
export interface AksNode {
  readonly vCpus: number;
  /** The memory of the virtual machine, for example `14Gi`. */
  readonly memory: string;
  /**
   * How many pods the node may run, from 10 to 250.
   * @default - 250, with which AKS reserves most
   */
  readonly maxPods?: number;
  /**
   * The version of Kubernetes, for example `1.36`.
   * @default - one since 1.29
   */
  readonly kubernetesVersion?: string;
}

const AKS_NODE = {
  vCpus: required(wholeNumber(1, MAX_VCPUS)),
  memory: required(literal(positiveByteQuantity)),
  maxPods: optional(wholeNumber(10, AKS_MAX_PODS)),
  kubernetesVersion: optional(literal(kubernetesVersion)),
} satisfies FieldTable<AksNode>;

/**
 * What AKS keeps of a node for itself: what it reserves for Kubernetes and the threshold below which pods are evicted.
 * @throws ValidationError when a property is wrong
 */
export function aksReservation(node: AksNode): ResourceAmounts {
  assertValid('AKS node', fieldIssues(node, AKS_NODE, []));
  const total = parseBytes(node.memory);
  const minor = minorNumber(node.kubernetesVersion ?? '');
  const isOld = minor !== undefined && minor < AKS_RESERVATIONS.memory.sinceMinor;
  const bytes = isOld ? memoryReservedBefore(total) : memoryReserved(total, node.maxPods ?? AKS_MAX_PODS);
  return { millicores: cpuReserved(node.vCpus), bytes };
}

/**
 * What is left of a node of AKS for pods, those of AKS itself included.
 * @throws ValidationError when a property is wrong
 * @example
 * formatAmounts(aksAllocatable({ ...VM_SIZES.Standard_DS3_v2, maxPods: 30 })); // { cpu: '3860m', memory: '13586Mi' }
 */
export function aksAllocatable(node: AksNode): ResourceAmounts {
  const reserved = aksReservation(node);
  return subtractAmounts({ millicores: BigInt(node.vCpus) * 1000n, bytes: parseBytes(node.memory) }, reserved);
}

function cpuReserved(cores: number): bigint {
  const steps = AKS_RESERVATIONS.cpu.map(({ millicoresPerCore, ...step }) => ({
    factor: BigInt(millicoresPerCore),
    upTo: 'upTo' in step ? BigInt(step.upTo) : undefined,
  }));
  return sumOfSteps(BigInt(cores), steps);
}

function memoryReserved(total: bigint, maxPods: number): bigint {
  const { evictionThreshold, perPod, base, atMostPercent } = AKS_RESERVATIONS.memory;
  const forPods = parseBytes(perPod) * BigInt(maxPods) + parseBytes(base);
  const most = percentages(total * BigInt(atMostPercent));
  return parseBytes(evictionThreshold) + (forPods < most ? forPods : most);
}

function memoryReservedBefore(total: bigint): bigint {
  const { evictionThreshold, steps } = AKS_RESERVATIONS.memoryBefore;
  const shares = steps.map(({ percent, ...step }) => ({
    factor: BigInt(percent),
    upTo: 'upTo' in step ? parseBytes(step.upTo) : undefined,
  }));
  return parseBytes(evictionThreshold) + percentages(sumOfSteps(total, shares));
}

/** What a total adds up to when each range of it counts with a factor of its own. */
function sumOfSteps(
  total: bigint,
  steps: readonly { readonly factor: bigint; readonly upTo: bigint | undefined }[],
): bigint {
  let sum = 0n;
  let from = 0n;
  for (const { factor, upTo = total } of steps) {
    const to = upTo < total ? upTo : total;
    sum += (to - from) * factor;
    from = to;
  }
  return sum;
}

/** Hundredths as whole units; a part of one counts whole. */
function percentages(hundredths: bigint): bigint {
  return (hundredths + 99n) / 100n;
}
