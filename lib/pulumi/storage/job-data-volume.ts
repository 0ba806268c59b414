import * as pulumi from '@pulumi/pulumi';
import { renderJobDataVolume } from '../../manifests/storage/job-data-volume';
import { named } from '../../model/given';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import {
  JOB_DATA_VOLUME_PHASE,
  type JobDataVolumeOptions,
  type JobDataVolumeSpec,
} from '../../model/storage/job-data-volume';
import { resolveJobDataVolume } from '../../model/storage/resolve-job-data-volume';
import { ComponentPlan, objectName, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';

/** What a {@link JobDataVolume} has besides its options. */
export interface JobDataVolumeNameArgs {
  /**
   * The name of the claim.
   * @default - the name of the component
   */
  readonly name?: string;
}

/** The arguments of a {@link JobDataVolume}; texts may be Outputs. */
export type JobDataVolumeArgs = Deferrable<JobDataVolumeOptions> & JobDataVolumeNameArgs;

/**
 * Storage that Azure ML mounts into the jobs of a namespace: a claim with the label and annotation that it looks for
 * and, unless a storage class provisions it, the persistent volume behind it, bound to this claim and no other.
 *
 * Both stay in the cluster when they leave the program, unless `retainOnDelete` is false in the options.
 *
 * Children: `claim` and `persistentVolume`.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * new JobDataVolume('images', {
 *   source: { kind: 'nfs', server: fileServer.privateIp, path: '/share/images' },
 *   capacity: '1Ti',
 *   mountPath: '/mnt/images',
 *   namespace: 'ml-jobs',
 * }, { provider });
 */
export class JobDataVolume extends pulumi.ComponentResource {
  /** The name of the claim. */
  public readonly claimName: pulumi.Output<string>;
  /** The namespace of the claim. */
  public readonly namespace: pulumi.Output<string>;
  /** Where jobs see the volume. */
  public readonly mountPath: pulumi.Output<string>;
  /** The name of the persistent volume; `undefined` when a storage class provisions it. */
  public readonly volumeName: pulumi.Output<string> | undefined;
  /** The claim. */
  public readonly claim: pulumi.CustomResource;
  /** The persistent volume; `undefined` when a storage class provisions it. */
  public readonly persistentVolume: pulumi.CustomResource | undefined;
  /** Created before the extension is installed, so that it is there for the first job. */
  public readonly phase: Phase = JOB_DATA_VOLUME_PHASE;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the objects.
   * @param name - unique in the program
   * @param args - the volume
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: JobDataVolumeArgs, opts: ComponentOptions<'claim' | 'persistentVolume'> = {}) {
    const plan = new ComponentPlan({
      kind: 'JobDataVolume',
      name,
      args: named(args, name),
      opts,
      resolve: (spec: JobDataVolumeSpec, context) => resolveJobDataVolume(spec, context),
    });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    const { persistentVolume, claim } = renderJobDataVolume(plan.resolved);
    const retained = { retainOnDelete: opts.retainOnDelete ?? true };
    this.persistentVolume = persistentVolume && plan.create(this, 'persistentVolume', persistentVolume, retained);
    const dependsOn = this.persistentVolume === undefined ? [] : [this.persistentVolume];
    this.claim = plan.create(this, 'claim', claim, { ...retained, dependsOn });
    this.claimName = objectName(this.claim);
    this.namespace = plan.output(plan.resolved.namespace);
    this.mountPath = plan.output(plan.resolved.mountPath);
    this.volumeName = this.persistentVolume && objectName(this.persistentVolume);
    this.diagnostics = plan.diagnostics;
    const { claimName, namespace, mountPath, volumeName } = this;
    this.registerOutputs({ claimName, namespace, mountPath, volumeName });
  }
}
