import type { Issue } from '../issues';
import type { DnsSubdomain, LabelKey, LabelValue } from '../names';
import type { Phase } from '../phase';

/** Kind and version of the custom resource that the extension brings along. */
export const INSTANCE_TYPE_API = { apiVersion: 'amlarc.azureml.com/v1alpha1', kind: 'InstanceType' } as const;

/** The instance type that a job or deployment gets when it names none; defining it replaces the built-in one. */
export const DEFAULT_INSTANCE_TYPE_NAME = 'defaultinstancetype';

/**
 * What the extension uses as long as no `defaultinstancetype` is defined (read 2025-07-23).
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types
 */
export const BUILT_IN_INSTANCE_TYPE = {
  requests: { cpu: '100m', memory: '2Gi' },
  limits: { cpu: '2', memory: '2Gi' },
} as const satisfies InstanceTypeResources;

/** The extended resource by which Azure ML counts GPUs. */
export const DEFAULT_GPU_RESOURCE = 'nvidia.com/gpu';

/** An amount of CPU and memory. */
export interface InstanceTypeAmounts {
  /** CPU in cores (`"2"`, `"0.5"`) or millicores (`"500m"`), more than zero. */
  readonly cpu: string;
  /** Memory with a suffix (`"4Gi"`, `"1024Mi"`), more than zero. */
  readonly memory: string;
}

/** The largest amounts that a workload may use. */
export interface InstanceTypeLimits extends InstanceTypeAmounts {
  /**
   * Whole GPUs, at least 1; the request is the same by itself.
   * @default - none
   */
  readonly gpu?: number;
  /**
   * The extended resource by which the cluster counts GPUs.
   * @default 'nvidia.com/gpu'
   */
  readonly gpuResource?: string;
}

/** What a workload of the instance type asks for and may use. */
export interface InstanceTypeResources {
  /** What a node must have free. A GPU stands in limits only. */
  readonly requests: InstanceTypeAmounts;
  readonly limits: InstanceTypeLimits;
}

/**
 * A size of workload that jobs and deployments refer to by name, cluster-wide. The only way to define one: the map of
 * instance types on the compute resource is left alone.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types
 */
export interface InstanceTypeSpec {
  /** The name that jobs use, unique in the cluster; `defaultinstancetype` replaces the built-in default. */
  readonly name: string;
  /**
   * Labels that the node must have.
   * @default - any node
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly resources: InstanceTypeResources;
}

/** Instance types come after the extension, which brings their kind along. */
export const INSTANCE_TYPE_PHASE = 'after-extension' satisfies Phase;

/** A checked instance type. */
export interface ResolvedInstanceType {
  readonly name: DnsSubdomain;
  readonly nodeSelector: Readonly<Record<LabelKey, LabelValue>>;
  readonly requests: InstanceTypeAmounts;
  readonly limits: InstanceTypeAmounts;
  /** The GPUs, when there are any. */
  readonly gpu?: { readonly resource: LabelKey; readonly count: number };
  readonly warnings: readonly Issue[];
}
