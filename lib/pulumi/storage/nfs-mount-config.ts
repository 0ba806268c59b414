import * as pulumi from '@pulumi/pulumi';
import { renderNfsMountConfig } from '../../manifests/storage/nfs-mount-config';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { NFS_MOUNT_CONFIG_PHASE, type NfsMountConfigSpec } from '../../model/storage/nfs-mount-config';
import { resolveNfsMountConfig } from '../../model/storage/resolve-nfs-mount-config';
import { ComponentPlan, objectName, type ComponentOptions } from '../component-plan';
import { replacedWithExtension } from '../extension/replaced-with';

/** The arguments of an {@link NfsMountConfig}; all of them are known while the program runs. */
export type NfsMountConfigArgs = NfsMountConfigSpec;

/**
 * NFS mounts for every job of the cluster, whatever its namespace: the ConfigMap `mount-config` in the namespace
 * azureml, which the extension makes. It is the older way; a {@link JobDataVolume} is seen by one namespace and can be
 * more than NFS.
 *
 * Child: `resource`.
 * @see https://github.com/Azure/AML-Kubernetes/blob/master/docs/setup-ephemeral-nfs-volume.md
 * @example
 * new NfsMountConfig('mounts', {
 *   mounts: [{ name: 'images', mountPath: '/mnt/images', server: '10.0.0.4', path: '/share/images' }],
 * }, { provider, dependsOn: extension });
 */
export class NfsMountConfig extends pulumi.ComponentResource {
  /** The name of the ConfigMap, which is fixed. */
  public readonly name: pulumi.Output<string>;
  /** The ConfigMap. */
  public readonly resource: pulumi.CustomResource;
  /** Created after the extension is installed, which makes the namespace. */
  public readonly phase: Phase = NFS_MOUNT_CONFIG_PHASE;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the object.
   * @param name - unique in the program
   * @param args - the mounts
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: NfsMountConfigArgs, opts: ComponentOptions<'resource'> = {}) {
    const resolve = resolveNfsMountConfig;
    const plan = new ComponentPlan({ kind: 'NfsMountConfig', name, args, opts, resolve });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    this.resource = plan.create(this, 'resource', renderNfsMountConfig(plan.resolved), {}, replacedWithExtension(opts));
    this.name = objectName(this.resource);
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ name: this.name });
  }
}
