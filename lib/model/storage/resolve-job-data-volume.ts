import type { Issue } from '../issues';
import type { DnsLabel, DnsSubdomain } from '../names';
import { canonicalBytes } from '../quantity';
import type { ResolveContext } from '../resolve';
import { assertValid } from '../validation-error';
import type { JobDataVolumeSpec, MountPath, ResolvedJobDataVolume, ResolvedPersistentVolume } from './job-data-volume';
import { jobDataVolumeIssues } from './job-data-volume.rules';
import { resolvedSourceOf } from './resolved-source';
import { accessModesOf, isReadOnly, mountOptionsOf, namespaceOf, volumeNameOf } from './volume-defaults';

/**
 * Checks a job data volume and fills its defaults.
 * @param spec - the volume as given
 * @param context - what the caller knows beyond it
 * @throws ValidationError with every issue
 */
export function resolveJobDataVolume(spec: JobDataVolumeSpec, context: ResolveContext = {}): ResolvedJobDataVolume {
  const subject = context.subject ?? 'JobDataVolume';
  const warnings = assertValid(subject, [...(context.moreIssues ?? []), ...jobDataVolumeIssues(spec)]);
  if (spec.capacity === undefined) return claimOf(spec, warnings, canonicalBytes(spec.request), {});
  const volume = persistentVolumeOf(spec);
  const request = spec.request === undefined ? volume.capacity : canonicalBytes(spec.request);
  return claimOf(spec, warnings, request, { volume });
}

function claimOf(
  spec: JobDataVolumeSpec,
  warnings: readonly Issue[],
  request: ResolvedJobDataVolume['request'],
  volume: Pick<ResolvedJobDataVolume, 'volume'>,
): ResolvedJobDataVolume {
  return {
    claimName: spec.name as DnsSubdomain,
    namespace: namespaceOf(spec) as DnsLabel,
    mountPath: spec.mountPath as MountPath,
    labels: spec.labels ?? {},
    annotations: spec.annotations ?? {},
    accessModes: accessModesOf(spec),
    request,
    storageClassName: spec.source.kind === 'storageClass' ? spec.source.storageClassName : '',
    ...volume,
    warnings,
  };
}

function persistentVolumeOf(spec: Extract<JobDataVolumeSpec, { readonly capacity: string }>): ResolvedPersistentVolume {
  const name = volumeNameOf(spec) as DnsSubdomain;
  return {
    name,
    capacity: canonicalBytes(spec.capacity),
    reclaimPolicy: spec.reclaimPolicy ?? 'Retain',
    mountOptions: mountOptionsOf(spec),
    source: resolvedSourceOf(spec.source, name, isReadOnly(spec)),
  };
}
