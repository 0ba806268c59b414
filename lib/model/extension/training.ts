/** What belongs to training whatever schedules its jobs. */
export interface TrainingOptions {
  /**
   * Whether a job may wait for nodes that do not exist yet, as in pools that scale from zero. Otherwise a job is refused
   * whose instance type is larger than every node that is ready. A platform derives it from its node pools.
   * @default false
   */
  readonly skipResourceValidation?: boolean;
}

/** Volcano comes with the extension. */
export interface BundledVolcano {
  /** @default true */
  readonly installVolcano?: true;
  /**
   * The name of a ConfigMap in namespace `azureml` with a scheduler configuration of your own.
   * @default - that of the extension
   */
  readonly volcanoSchedulerConfigMap?: string;
}

/** Volcano is in the cluster already: release 1.4 or 1.5. */
export interface ExistingVolcano {
  readonly installVolcano: false;
  /** @default - that of the existing Volcano */
  readonly volcanoSchedulerConfigMap?: never;
}

/** Training jobs and batch scoring. */
export type TrainingSpec = TrainingOptions & (BundledVolcano | ExistingVolcano);
