import type { Issue } from '../issues';
import type { DnsLabel, DnsSubdomain } from '../names';
import { canonicalBytes } from '../quantity';
import { assertDescription, type ResolveContext } from '../resolve';
import type { JobDataVolumeSpec, MountPath, ResolvedJobDataVolume, ResolvedPersistentVolume } from './job-data-volume';
import { jobDataVolumeIssues } from './job-data-volume.rules';
import { resolvedSourceOf } from './resolved-source';
import type { StaticSource } from './volume-source';
import { accessModesOf, isReadOnly, mountOptionsOf, namespaceOf, volumeNameOf } from './volume-defaults';

/** Nothing given, one object for all volumes. */
const NONE = Object.freeze({});

/**
 * Checks a job data volume and fills its defaults.
 * @param spec - the volume as given
 * @param context - what the caller knows beyond it
 * @throws ValidationError with every issue
 */
export function resolveJobDataVolume(spec: JobDataVolumeSpec, context: ResolveContext = {}): ResolvedJobDataVolume {
  const warnings = assertDescription('JobDataVolume', context, jobDataVolumeIssues(spec));
  const capacity = canonicalBytes(spec.capacity);
  const request = spec.request === undefined ? capacity : canonicalBytes(spec.request);
  const { source } = spec;
  if (source.kind === 'storageClass') {
    return claimOf(spec, warnings, request, { storageClassName: source.storageClassName });
  }
  const volume = persistentVolumeOf(spec, source, capacity);
  return claimOf(spec, warnings, request, { storageClassName: '', volume });
}

function claimOf(
  spec: JobDataVolumeSpec,
  warnings: readonly Issue[],
  request: ResolvedJobDataVolume['request'],
  storage: Pick<ResolvedJobDataVolume, 'storageClassName' | 'volume'>,
): ResolvedJobDataVolume {
  return {
    claimName: spec.name as DnsSubdomain,
    namespace: namespaceOf(spec) as DnsLabel,
    mountPath: spec.mountPath as MountPath,
    labels: spec.labels ?? NONE,
    annotations: spec.annotations ?? NONE,
    accessModes: accessModesOf(spec),
    request,
    ...storage,
    warnings,
  };
}

function persistentVolumeOf(
  spec: JobDataVolumeSpec,
  source: StaticSource,
  capacity: ResolvedPersistentVolume['capacity'],
): ResolvedPersistentVolume {
  const name = volumeNameOf(spec) as DnsSubdomain;
  return {
    name,
    capacity,
    reclaimPolicy: spec.reclaimPolicy ?? 'Retain',
    mountOptions: mountOptionsOf(spec),
    source: resolvedSourceOf(source, name, isReadOnly(spec)),
  };
}
