import { Construct } from 'constructs';
import { renderNfsMountConfig } from '../../manifests/storage/nfs-mount-config';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import {
  NFS_MOUNT_CONFIG,
  NFS_MOUNT_CONFIG_PHASE,
  type NfsMountConfigSpec,
  type ResolvedNfsMountConfig,
} from '../../model/storage/nfs-mount-config';
import { resolveNfsMountConfig } from '../../model/storage/resolve-nfs-mount-config';
import { placePart } from '../cluster-scope';
import { createObject } from '../kubernetes-object';
import { resolveForSynthesis } from '../synthesis';

/** The properties of an {@link NfsMountConfig}. */
export type NfsMountConfigProps = NfsMountConfigSpec;

/**
 * NFS mounts for every job of the cluster, whatever its namespace: the ConfigMap `mount-config` in the namespace
 * azureml. It is the older way; a {@link JobDataVolume} is seen by one namespace and can be more than NFS.
 * @see https://github.com/Azure/AML-Kubernetes/blob/master/docs/setup-ephemeral-nfs-volume.md
 * @example
 * new NfsMountConfig(chart, 'mounts', {
 *   mounts: [{ name: 'images', mountPath: '/mnt/images', server: '10.0.0.4', path: '/share/images' }],
 * });
 */
export class NfsMountConfig extends Construct {
  /** Applied after the extension is installed, which makes the namespace; jobs read it when they start. */
  public readonly phase: Phase = NFS_MOUNT_CONFIG_PHASE;
  /** The checked description. */
  public readonly spec: ResolvedNfsMountConfig;
  /** The name of the ConfigMap, which is fixed. */
  public readonly name: string = NFS_MOUNT_CONFIG.name;
  /** The warnings about the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the object.
   * @param scope - a construct in a chart
   * @param id - unique in the scope
   * @param props - the mounts
   * @throws ValidationError with every issue of the properties; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: NfsMountConfigProps) {
    const spec = resolveForSynthesis('NfsMountConfig', scope, id, props, resolveNfsMountConfig);
    super(scope, id);
    this.spec = spec;
    this.diagnostics = spec.warnings;
    createObject(this, 'Resource', renderNfsMountConfig(spec));
    placePart(this, { kind: 'nfsMountConfig', spec }, spec.warnings);
  }
}
