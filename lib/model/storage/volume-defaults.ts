import type { JobDataVolumeSpec } from './job-data-volume';
import { volumeFactsOf } from './volume-facts';
import { ACCESS_MODES, type AccessMode } from './volume-source';

/** The namespace of a compute that names none. */
export const DEFAULT_NAMESPACE = 'default';

/** The namespace of the claim. */
export function namespaceOf(spec: JobDataVolumeSpec): string {
  return spec.namespace ?? DEFAULT_NAMESPACE;
}

/** The name of the persistent volume; there is none when a class provisions it. */
export function volumeNameOf(spec: JobDataVolumeSpec): string {
  return spec.volumeName ?? `${namespaceOf(spec)}-${spec.name}`;
}

/**
 * The access modes, those that allow writing first: a node tells a CSI driver only the first one, and a driver that
 * hears ReadOnlyMany mounts read-only.
 */
export function accessModesOf(spec: JobDataVolumeSpec): readonly AccessMode[] {
  const given: readonly AccessMode[] | undefined = spec.accessModes;
  if (given !== undefined) return ACCESS_MODES.filter((mode) => given.includes(mode));
  const supported = volumeFactsOf(spec.source).accessModes;
  return spec.readOnly === true && supported.includes('ReadOnlyMany') ? ['ReadOnlyMany'] : supported.slice(0, 1);
}

/** Whether nodes mount the volume read-only, as far as the library decides it. */
export function isReadOnly(spec: JobDataVolumeSpec): boolean {
  if (volumeFactsOf(spec.source).readOnlyOption === undefined) return false;
  return spec.readOnly ?? isReadOnlyAccess(spec);
}

/** Whether the access modes allow reading only. */
export function isReadOnlyAccess(spec: JobDataVolumeSpec): boolean {
  return spec.accessModes?.every((mode) => mode === 'ReadOnlyMany') ?? false;
}

/**
 * The mount options. Read-only volumes get the option for it: neither `readOnly` of an NFS volume nor that of a CSI
 * volume reaches the mount, only what the pod says does, and Azure ML makes the pod.
 */
export function mountOptionsOf(spec: JobDataVolumeSpec): readonly string[] {
  const { mountOptions, readOnlyOption } = volumeFactsOf(spec.source);
  const options = spec.mountOptions ?? mountOptions;
  return readOnlyOption !== undefined && isReadOnly(spec) ? [...options, readOnlyOption] : options;
}
