import type { Issue } from '../issues';
import type { AmlarcTaintSpec, ExtensionPodKind } from './amlarc-taints';
import type { NodeIsolationSpec } from './node-isolation';
import type { Taint, TaintText } from './taint';

/** The taint that AKS gives to spot nodes, and their label. */
export const AKS_SPOT = { key: 'kubernetes.azure.com/scalesetpriority', value: 'spot' } as const;

/** The taint that keeps everything but critical pods of the cluster away from a system node pool. */
export const CRITICAL_ADDONS_ONLY = 'CriticalAddonsOnly';

/** Which pods of the extension are to tolerate the taints of a pool that are not amlarc taints. */
export const TOLERATED_BY = ['all', 'workload', 'extensionSystem', 'nobody'] as const;

/** One of {@link TOLERATED_BY}. */
export type ToleratedBy = (typeof TOLERATED_BY)[number];

/** What pods can use on one node of a pool. */
export interface AllocatableSpec {
  /** CPU in cores (`"4"`) or millicores (`"3860m"`). */
  readonly cpu: string;
  /** Memory with a suffix (`"12Gi"`). */
  readonly memory: string;
}

/** Nodes of one kind: a node pool of AKS, or a group of nodes of any other cluster. */
export interface NodePoolSpec {
  /** The name, unique in the cluster; AKS allows 12 lower-case letters and digits. */
  readonly name: string;
  /**
   * The mode of an AKS node pool: system pools carry the cluster's own pods and cannot be reserved.
   * @default 'user'
   */
  readonly mode?: 'system' | 'user';
  /**
   * For whom the nodes are reserved.
   * @default - for nobody: every pod may come
   */
  readonly isolation?: NodeIsolationSpec;
  /**
   * Whether the nodes are spot nodes, which AKS taints by itself.
   * @default false
   */
  readonly spot?: boolean;
  /**
   * More taints of the nodes: single amlarc taints, or any other taint as text.
   * @default - none
   */
  readonly taints?: readonly (TaintText | AmlarcTaintSpec)[];
  /**
   * Which pods of the extension are to tolerate the taints that are not amlarc taints. The settings of the extension
   * that are derived from it hold for all its pods of that kind.
   * @default - workloads on spot and GPU nodes, nobody where CriticalAddonsOnly is, otherwise all that the amlarc taints let in
   */
  readonly toleratedBy?: ToleratedBy;
  /**
   * More labels of the nodes; those of the isolation are added.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * NVIDIA GPUs of each node.
   * @default 0
   */
  readonly gpus?: number;
  /**
   * What pods can use on each node, to check whether instance types fit.
   * @default - not known
   */
  readonly allocatable?: AllocatableSpec;
  /**
   * The smallest number of nodes.
   * @default 1
   */
  readonly minCount?: number;
  /**
   * The largest number of nodes; more than `minCount` means that the pool scales by itself.
   * @default - minCount
   */
  readonly maxCount?: number;
  /**
   * The size of the virtual machines, for example `Standard_DS4_v2`.
   * @default - not known
   */
  readonly vmSize?: string;
}

/** A checked node pool and what follows from it. */
export interface ResolvedNodePool {
  readonly name: string;
  readonly mode: 'system' | 'user';
  /** All taints: those of the isolation first, then the spot taint, then the others. */
  readonly taints: readonly Taint[];
  /** All labels: those of the isolation first, then the spot label, then the others. */
  readonly labels: Readonly<Record<string, string>>;
  /** The kinds of the extension's pods that are to tolerate the hard taints that are not amlarc taints. */
  readonly tolerating: readonly ExtensionPodKind[];
  readonly gpus: number;
  readonly allocatable?: AllocatableSpec;
  readonly minCount: number;
  readonly maxCount: number;
  readonly vmSize?: string;
  readonly warnings: readonly Issue[];
}
