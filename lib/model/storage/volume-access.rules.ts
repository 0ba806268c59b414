import { isDeferred } from '../deferred';
import type { IssueCode } from '../issue-codes';
import { issue, type Issue, type IssueDetails } from '../issues';
import type { JobDataVolumeSpec } from './job-data-volume';
import { accessModesOf, isReadOnly, isReadOnlyAccess } from './volume-defaults';
import { volumeFactsOf, volumeFormOf, type VolumeForm } from './volume-facts';
import type { AccessMode, StorageClassSource } from './volume-source';

const READ_ONLY_OPTION = /(^|,|-o )ro(,|$)/;
const WRITABLE_OPTION = /(^|,|-o )rw(,|$)/;
const NFS_VERSION_OPTION = /(^|,)(nfsvers|vers|minorversion|sec)(=|,|$)/;
const DRIVER_SETS_VERSION: readonly VolumeForm[] = ['files-nfs', 'blob-nfs'];
const MANY_NODES: readonly AccessMode[] = ['ReadWriteMany', 'ReadOnlyMany'];

/** Access modes that the source does not have, cannot stand together, or are unwise. */
export function accessModeIssues(spec: JobDataVolumeSpec): Issue[] {
  if (spec.accessModes === undefined) return singleNodeIssues(spec);
  const { accessModes: supported } = volumeFactsOf(spec.source);
  const given: readonly AccessMode[] = spec.accessModes;
  const expected = `one of ${supported.join(', ')}`;
  const unsupported = given.flatMap((received, index) =>
    supported.includes(received) ? [] : [issue('storage/access-mode', ['accessModes', index], { received, expected })],
  );
  const alone = given.length === 1 || !given.includes('ReadWriteOncePod');
  return [
    ...unsupported,
    ...(alone ? [] : [issue('storage/access-mode-alone', ['accessModes'], { received: given })]),
    ...(unsupported.length === 0 ? singleNodeIssues(spec) : []),
  ];
}

/** Contradictions between `readOnly` and the access modes or mount options. */
export function readOnlyIssues(spec: JobDataVolumeSpec): Issue[] {
  if (spec.readOnly === undefined && spec.accessModes === undefined) return [];
  if (volumeFactsOf(spec.source).readOnlyOption === undefined) return [];
  const expected = 'true, or a writable access mode';
  return [
    ...(spec.readOnly === false && isReadOnlyAccess(spec)
      ? [issue('storage/read-only', ['readOnly'], { received: false, expected })]
      : []),
    ...(isReadOnly(spec) ? optionIssues(spec, 'storage/read-only', WRITABLE_OPTION) : []),
  ];
}

/** Mount options that the library or the driver writes itself. */
export function mountOptionIssues(spec: JobDataVolumeSpec): Issue[] {
  if (spec.mountOptions === undefined) return [];
  const { readOnlyOption } = volumeFactsOf(spec.source);
  const message = 'the library writes this mount option itself';
  return [
    ...(readOnlyOption === undefined
      ? []
      : optionIssues(spec, 'storage/mount-option', READ_ONLY_OPTION, { message, fix: 'use readOnly instead' })),
    ...(DRIVER_SETS_VERSION.includes(volumeFormOf(spec.source))
      ? optionIssues(spec, 'storage/mount-option', NFS_VERSION_OPTION)
      : []),
  ];
}

/** What happens to the data when the claim is deleted: policies that nobody can carry out, and those that lose data. */
export function reclaimIssues({ source, reclaimPolicy }: JobDataVolumeSpec): Issue[] {
  if (source.kind === 'storageClass') return classIssues(source);
  const node = source.kind === 'hostPath' ? [issue('storage/host-path', ['source'])] : [];
  const { reclaimPolicies } = volumeFactsOf(source);
  if (reclaimPolicy === undefined || reclaimPolicies.includes(reclaimPolicy)) return node;
  const expected = reclaimPolicies.join(' or ');
  return [issue('storage/reclaim-policy', ['reclaimPolicy'], { received: reclaimPolicy, expected }), ...node];
}

function classIssues({ storageClassName, reclaimPolicy }: StorageClassSource): Issue[] {
  if (reclaimPolicy === 'Retain') return [];
  const code = reclaimPolicy === 'Delete' ? 'storage/class-deletes' : 'storage/class-policy-unknown';
  return [issue(code, ['source'], { received: storageClassName })];
}

/** A hostPath volume has a warning of its own that says more. */
function singleNodeIssues(spec: JobDataVolumeSpec): Issue[] {
  const modes = accessModesOf(spec);
  if (spec.source.kind === 'hostPath' || MANY_NODES.some((mode) => modes.includes(mode))) return [];
  return [issue('storage/single-node', ['accessModes'], { received: modes })];
}

/** An issue for each literal mount option of a pattern. */
function optionIssues(spec: JobDataVolumeSpec, code: IssueCode, pattern: RegExp, details: IssueDetails = {}): Issue[] {
  return (spec.mountOptions ?? []).flatMap((received, index) =>
    !isDeferred(received) && pattern.test(received)
      ? [issue(code, ['mountOptions', index], { ...details, received })]
      : [],
  );
}
