import { isDeferred } from '../deferred';
import { issue, printText, type Issue, type Path } from '../issues';
import { enclosingFolders } from './mount-path.rules';

/** Something that jobs see at a mount path. */
export interface Mount {
  readonly mountPath: string;
  /** Says what is mounted, for messages. */
  readonly owner: () => string;
  /** Where its mount path is in the description; absent when issues are reported at the other mount. */
  readonly path?: Path;
}

/**
 * Issues between mounts that one job sees together: two at one path, one inside another.
 * @param mounts - in the order in which the first one of two keeps its path
 */
export function mountConflicts(mounts: readonly Mount[]): Issue[] {
  const first = new Map<string, Mount>();
  for (const mount of mounts) if (!first.has(mount.mountPath)) first.set(mount.mountPath, mount);
  const issues: Issue[] = [];
  for (const mount of mounts) {
    const same = first.get(mount.mountPath);
    issues.push(...(same !== undefined && same !== mount ? twice(mount, same) : nested(mount, first)));
  }
  return issues;
}

function twice(mount: Mount, other: Mount): Issue[] {
  return conflict('storage/mount-path-twice', mount, other, 'is also the mount path of');
}

function nested(mount: Mount, mounts: ReadonlyMap<string, Mount>): Issue[] {
  if (isDeferred(mount.mountPath)) return [];
  const folders = enclosingFolders(mount.mountPath);
  const issues: Issue[] = [];
  for (const folder of mounts.has('/') ? ['/', ...folders] : folders) {
    const other = mounts.get(folder);
    if (other === undefined || other === mount) continue;
    issues.push(...conflict('storage/mount-path-nested', mount, other, 'lies inside the mount path of'));
  }
  return issues;
}

function conflict(
  code: 'storage/mount-path-twice' | 'storage/mount-path-nested',
  mount: Mount,
  other: Mount,
  relation: string,
): Issue[] {
  if (mount.path !== undefined) {
    const message = `the mount path ${relation} ${printText(other.owner())}`;
    return [issue(code, mount.path, { received: mount.mountPath, message })];
  }
  if (other.path === undefined) return [];
  const message = `the mount path of ${printText(mount.owner())} ${relation} this volume`;
  return [issue(code, other.path, { received: mount.mountPath, message })];
}
