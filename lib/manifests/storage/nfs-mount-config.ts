import { jsonString } from '../../model/deferred';
import { NFS_MOUNT_CONFIG, type NfsMount, type ResolvedNfsMountConfig } from '../../model/storage/nfs-mount-config';
import type { KubernetesObject } from '../kubernetes-objects';

/** The ConfigMap whose mounts all jobs get. */
export interface NfsMountConfigManifest extends KubernetesObject {
  readonly apiVersion: 'v1';
  readonly kind: 'ConfigMap';
  readonly data: { readonly [NFS_MOUNT_CONFIG.key]: string };
}

/** Renders an NFS mount configuration. */
export function renderNfsMountConfig({ mounts }: ResolvedNfsMountConfig): NfsMountConfigManifest {
  const { name, namespace, key } = NFS_MOUNT_CONFIG;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
    data: { [key]: `mountPoints:\n${mounts.map(renderMount).join('')}` },
  };
}

/** A JSON string is a YAML scalar too, so that no text can change the structure. */
function renderMount({ mountPath, name, path, server }: NfsMount): string {
  return [
    `- mountPath: ${jsonString(mountPath)}\n`,
    `  mountType: nfs\n`,
    `  name: ${jsonString(name)}\n`,
    `  path: ${jsonString(path)}\n`,
    `  server: ${jsonString(server)}\n`,
  ].join('');
}
