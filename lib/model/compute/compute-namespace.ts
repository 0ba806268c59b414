import type { Issue } from '../issues';
import type { DnsLabel } from '../names';
import type { Phase } from '../phase';

/** A level of the Pod Security Standards, from lax to strict. */
export type PodSecurityLevel = (typeof POD_SECURITY_LEVELS)[number];

/** The levels of the Pod Security Standards, from lax to strict. */
export const POD_SECURITY_LEVELS = ['privileged', 'baseline', 'restricted'] as const;

/** What the API server does about pods that break a level of the Pod Security Standards. */
export interface PodSecuritySpec {
  /**
   * The level below which a pod is refused. Azure ML workloads are compatible with `baseline`.
   * @default - nothing is refused
   */
  readonly enforce?: PodSecurityLevel;
  /**
   * The level below which whoever creates a pod is warned.
   * @default 'baseline'
   */
  readonly warn?: PodSecurityLevel;
  /**
   * The level below which the audit log says so.
   * @default 'baseline'
   */
  readonly audit?: PodSecurityLevel;
}

/** Amounts that all pods of the namespace together may ask for. */
export interface QuotaRequests {
  /** CPU in cores or millicores. @default - no limit */
  readonly cpu?: string;
  /** Memory, for example `64Gi`. @default - no limit */
  readonly memory?: string;
  /** GPUs, counted as `nvidia.com/gpu`. @default - no limit */
  readonly gpu?: number;
  /** Storage of all claims, for example `1Ti`. @default - no limit */
  readonly storage?: string;
}

/** Amounts that all pods of the namespace together may use. */
export interface QuotaLimits {
  /** CPU in cores or millicores. @default - no limit */
  readonly cpu?: string;
  /** Memory, for example `64Gi`. @default - no limit */
  readonly memory?: string;
}

/** What all objects of the namespace together may take. */
export interface QuotaSpec {
  /** @default - no limit on requests */
  readonly requests?: QuotaRequests;
  /** @default - no limit on limits */
  readonly limits?: QuotaLimits;
  /** Pods that have not ended. @default - no limit */
  readonly pods?: number;
  /** Claims on storage. @default - no limit */
  readonly persistentVolumeClaims?: number;
}

/** An amount of CPU and memory of one container; each may be left out. */
export interface ContainerAmounts {
  /** CPU in cores or millicores. @default - not said */
  readonly cpu?: string;
  /** Memory, for example `2Gi`. @default - not said */
  readonly memory?: string;
}

/** What a single container gets or may have: min <= defaultRequest <= default <= max. */
export interface LimitRangeSpec {
  /** The limit of a container that says none. @default - none */
  readonly default?: ContainerAmounts;
  /** The request of a container that says none. @default - the limit */
  readonly defaultRequest?: ContainerAmounts;
  /** The least that a container may request. @default - no bound */
  readonly min?: ContainerAmounts;
  /** The most that a container may use. @default - no bound */
  readonly max?: ContainerAmounts;
}

/**
 * The namespace in which the workloads of a compute run. It has to exist before the compute is attached; neither the
 * extension nor the attachment creates it.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace
 */
export interface ComputeNamespaceSpec {
  /** The name of the namespace: a DNS label that is not reserved. */
  readonly name: string;
  /** @default - warn and audit at `baseline`, enforce nothing */
  readonly podSecurity?: PodSecuritySpec;
  /** @default - no quota */
  readonly quota?: QuotaSpec;
  /** @default - no limit range */
  readonly limitRange?: LimitRangeSpec;
  /** Labels of the namespace; those of pod security come from `podSecurity`. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the namespace. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Namespaces come before the extension, so that volumes and permissions can go into them. */
export const COMPUTE_NAMESPACE_PHASE = 'before-extension' satisfies Phase;

/** A checked namespace of a compute. */
export interface ResolvedComputeNamespace {
  readonly name: DnsLabel;
  readonly podSecurity: {
    readonly enforce?: PodSecurityLevel;
    readonly warn: PodSecurityLevel;
    readonly audit: PodSecurityLevel;
  };
  /** The hard limits by the name that Kubernetes gives them; empty without a quota. */
  readonly quota: Readonly<Record<string, string>>;
  readonly limitRange?: LimitRangeSpec;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly warnings: readonly Issue[];
}
