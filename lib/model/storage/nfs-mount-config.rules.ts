import { fieldIssues, listOf, literal, object, required, type FieldTable } from '../fields';
import { issue, type Issue } from '../issues';
import { dnsLabel } from '../names';
import { mountConflicts } from './mount-conflicts';
import { literalMountPathIssues } from './mount-path.rules';
import type { NfsMount, NfsMountConfigSpec, ResolvedNfsMountConfig } from './nfs-mount-config';
import { absolutePath, nfsServer } from './storage-formats';

const MOUNT = {
  name: required(literal(dnsLabel)),
  mountPath: required(literalMountPathIssues),
  server: required(literal(nfsServer)),
  path: required(literal(absolutePath)),
} satisfies FieldTable<NfsMount>;

const MOUNT_CONFIG = { mounts: required(listOf(object(MOUNT))) } satisfies FieldTable<NfsMountConfigSpec>;

/**
 * Everything that is wrong or unwise with an NFS mount configuration by itself.
 * @param spec - the configuration as given
 */
export function nfsMountConfigIssues(spec: NfsMountConfigSpec): Issue[] {
  const shape = fieldIssues(spec, MOUNT_CONFIG, []);
  if (shape.some(({ severity }) => severity === 'error')) return shape;
  const mounts = spec.mounts.map(({ name, mountPath }, index) => {
    return { mountPath, owner: () => `the mount ${name}`, path: ['mounts', index, 'mountPath'] };
  });
  return [...shape, ...mountNameIssues(spec.mounts), ...mountConflicts(mounts)];
}

/**
 * The rules between the NFS mount configurations of one cluster: there is room for one.
 * @param configs - all of them
 * @returns issues whose path starts with the position of the configuration
 */
export function nfsMountConfigSetIssues(configs: readonly ResolvedNfsMountConfig[]): Issue[] {
  return configs.slice(1).map((_config, index) => issue('storage/mount-config-twice', [index + 1]));
}

function mountNameIssues(mounts: readonly NfsMount[]): Issue[] {
  return mounts.flatMap(({ name }, index) =>
    mounts.findIndex((other) => other.name === name) < index
      ? [issue('storage/mount-name-twice', ['mounts', index, 'name'], { received: name })]
      : [],
  );
}
