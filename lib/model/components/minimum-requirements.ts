import type { ByteQuantity } from '../quantity';
import type { SupportSourceName } from '../support/support-sources';
import type { VmSizeName } from './vm-sizes';

/** What a cluster is for, and which amounts its nodes have to hold: those that the page says to look at. */
export const SIZING_PURPOSES = {
  test: { judgedBy: 'requests' },
  production: { judgedBy: 'limits' },
} as const satisfies Readonly<Record<string, { readonly judgedBy: 'requests' | 'limits' }>>;

/** A purpose of {@link SIZING_PURPOSES}. */
export type SizingPurpose = keyof typeof SIZING_PURPOSES;

/** The smallest virtual machine of a row, in the words of the page. */
export interface VmMinimum {
  readonly vCpus: number;
  readonly memory: ByteQuantity;
  readonly diskIops: number;
  readonly networkMbps: number;
}

/** The smallest nodes that the page recommends for a purpose. What runs on them is {@link componentFootprint}. */
export interface MinimumRequirementRow {
  readonly purpose: SizingPurpose;
  readonly enableInference: boolean;
  readonly enableTraining: boolean;
  readonly nodes: number;
  /** What the page asks of each node. */
  readonly vm: VmMinimum;
  /** The size on AKS that the page names for it, by the name that AKS takes. */
  readonly vmSize: VmSizeName;
  /** The size as the page writes it. */
  readonly pageSku: string;
  /**
   * Where the row contradicts itself or newer documents, in words.
   * @default - nowhere
   */
  readonly remark?: string;
}

const SMALL: VmMinimum = { vCpus: 2, memory: '7Gi', diskIops: 6400, networkMbps: 1500 };
const MEDIUM: VmMinimum = { vCpus: 4, memory: '14Gi', diskIops: 12_800, networkMbps: 1500 };
const LARGE: VmMinimum = { vCpus: 8, memory: '28Gi', diskIops: 25_600, networkMbps: 6000 };
const DS2 = { vmSize: 'Standard_DS2_v2', pageSku: 'DS2v2' } as const;
const DS3 = { vmSize: 'Standard_DS3_v2', pageSku: 'DS3v2' } as const;
const DS4 = { vmSize: 'Standard_DS4_v2', pageSku: 'DS4v2' } as const;
const SYSTEM_POOL = 'AKS asks for 4 vCPUs and two nodes in its system node pool';

/**
 * The six rows of the page, in its order, without the user's own workloads.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export const MINIMUM_REQUIREMENTS: readonly MinimumRequirementRow[] = [
  {
    purpose: 'test',
    enableInference: true,
    enableTraining: false,
    nodes: 1,
    vm: SMALL,
    ...DS2,
    remark: `the node has 120m of CPU to spare, less than the cluster itself needs; ${SYSTEM_POOL}`,
  },
  {
    purpose: 'test',
    enableInference: false,
    enableTraining: true,
    nodes: 1,
    vm: SMALL,
    ...DS2,
    remark: SYSTEM_POOL,
  },
  { purpose: 'test', enableInference: true, enableTraining: true, nodes: 1, vm: MEDIUM, ...DS3 },
  {
    purpose: 'production',
    enableInference: true,
    enableTraining: false,
    nodes: 3,
    vm: MEDIUM,
    ...DS3,
    remark: 'the limits of 12700m exceed the 12 cores of three such nodes',
  },
  { purpose: 'production', enableInference: false, enableTraining: true, nodes: 1, vm: LARGE, ...DS4 },
  {
    purpose: 'production',
    enableInference: true,
    enableTraining: true,
    nodes: 3,
    vm: MEDIUM,
    ...DS4,
    remark: 'the limits need the 8 vCPUs of the size, not the 4 of the text beside it',
  },
];

/** Where {@link MINIMUM_REQUIREMENTS} was read. */
export const MINIMUM_REQUIREMENTS_SOURCE = 'page' satisfies SupportSourceName;

/** The least that a production cluster has to have on a node, by the newer documentation of the installation. */
export const PRODUCTION_NODE_MINIMUM = {
  vCpus: 4,
  memory: '14Gi',
  source: 'deployment',
} as const satisfies { readonly vCpus: number; readonly memory: ByteQuantity; readonly source: SupportSourceName };

/** What a system node pool of AKS has to have. */
export const AKS_SYSTEM_POOL_MINIMUM = {
  vCpus: 4,
  memory: '4Gi',
  nodes: 2,
  maxPods: 30,
  source: 'aksSystemPools',
} as const satisfies { readonly memory: ByteQuantity; readonly source: SupportSourceName } & Readonly<
  Record<string, unknown>
>;
