import type { TaintEffect } from './taint';

/** A class of pods that the extension gives tolerations to: its own pods, and the workloads it starts. */
export type ExtensionPodKind = 'extensionSystem' | 'workload';

/** One row of {@link AMLARC_TAINTS}. */
interface AmlarcTaintRow {
  /** The name of the taint in the documentation. */
  readonly title: string;
  readonly key: string;
  /** The value where it is fixed; otherwise it is a name, and workloads tolerate only the name they come from. */
  readonly value?: 'true';
  readonly toleratedBy: readonly ExtensionPodKind[];
}

/**
 * The six taints that the extension knows since release 1.1.16, and who tolerates them, whatever their effect.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export const AMLARC_TAINTS = {
  overall: {
    title: 'amlarc overall',
    key: 'ml.azure.com/amlarc',
    value: 'true',
    toleratedBy: ['extensionSystem', 'workload'],
  },
  system: {
    title: 'amlarc system',
    key: 'ml.azure.com/amlarc-system',
    value: 'true',
    toleratedBy: ['extensionSystem'],
  },
  workload: {
    title: 'amlarc workload',
    key: 'ml.azure.com/amlarc-workload',
    value: 'true',
    toleratedBy: ['workload'],
  },
  resourceGroup: {
    title: 'amlarc resource group',
    key: 'ml.azure.com/resource-group',
    toleratedBy: ['workload'],
  },
  workspace: {
    title: 'amlarc workspace',
    key: 'ml.azure.com/workspace',
    toleratedBy: ['workload'],
  },
  compute: {
    title: 'amlarc compute',
    key: 'ml.azure.com/compute',
    toleratedBy: ['workload'],
  },
} as const satisfies Readonly<Record<string, AmlarcTaintRow>>;

/** The name of one of the six taints. */
export type AmlarcTaintName = keyof typeof AMLARC_TAINTS;

/**
 * Where a workload comes from: the names that it tolerates as taint values. Kubernetes compares them letter by letter,
 * so that they have to be written in the letter case of the Azure resources.
 */
export interface WorkloadOrigin {
  /** The resource group of the workspace. */
  readonly resourceGroup: string;
  readonly workspace: string;
  /** The compute target, by the name it has in the workspace. */
  readonly compute: string;
}

/** What all amlarc taints have in common. */
export interface AmlarcTaintOptions {
  /**
   * What the taint does to pods that do not tolerate it.
   * @default 'NoSchedule'
   */
  readonly effect?: TaintEffect;
}

/** A taint with a fixed value. */
export interface FixedAmlarcTaintSpec extends AmlarcTaintOptions {
  /** Who may enter: the extension's pods and workloads, the extension's pods alone, or workloads alone. */
  readonly kind: 'overall' | 'system' | 'workload';
}

/** The taint for workloads from one resource group. */
export interface ResourceGroupTaintSpec extends AmlarcTaintOptions, Pick<WorkloadOrigin, 'resourceGroup'> {
  readonly kind: 'resourceGroup';
}

/** The taint for workloads from workspaces of one name. */
export interface WorkspaceTaintSpec extends AmlarcTaintOptions, Pick<WorkloadOrigin, 'workspace'> {
  readonly kind: 'workspace';
}

/** The taint for workloads of compute targets of one name. */
export interface ComputeTaintSpec extends AmlarcTaintOptions, Pick<WorkloadOrigin, 'compute'> {
  readonly kind: 'compute';
}

/** One of the six amlarc taints. */
export type AmlarcTaintSpec = FixedAmlarcTaintSpec | ResourceGroupTaintSpec | WorkspaceTaintSpec | ComputeTaintSpec;

const AMLARC_TAINT_NAMES = Object.keys(AMLARC_TAINTS) as readonly AmlarcTaintName[];

/** The name of the amlarc taint with a key, or `undefined` for any other key. */
export function amlarcTaintName(key: string): AmlarcTaintName | undefined {
  return AMLARC_TAINT_NAMES.find((name) => AMLARC_TAINTS[name].key === key);
}
