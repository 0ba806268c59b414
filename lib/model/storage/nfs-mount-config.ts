import type { Issue } from '../issues';
import type { Phase } from '../phase';

/** The ConfigMap that Azure ML looks for. */
export const NFS_MOUNT_CONFIG = { name: 'mount-config', namespace: 'azureml', key: 'mounts.yaml' } as const;

/** After the extension: its installation makes the namespace, and jobs read the ConfigMap when they start. */
export const NFS_MOUNT_CONFIG_PHASE: Phase = 'after-extension';

/** One NFS mount of all jobs. */
export interface NfsMount {
  /** A name of your choice, unique among the mounts. */
  readonly name: string;
  /** Where jobs see the share: an absolute path in its shortest form. */
  readonly mountPath: string;
  /** Host name or IP address of the server, as the nodes reach it. */
  readonly server: string;
  /** The exported folder. */
  readonly path: string;
}

/**
 * The older way to mount NFS: one ConfigMap whose mounts every job of the cluster gets, whatever its namespace. All
 * text is known when the program runs, since it is written into a YAML text.
 */
export interface NfsMountConfigSpec {
  readonly mounts: readonly NfsMount[];
}

/** A checked NFS mount configuration. */
export interface ResolvedNfsMountConfig {
  readonly mounts: readonly NfsMount[];
  readonly warnings: readonly Issue[];
}
