import { PersistentVolumeClaim, Volume, type PersistentVolumeClaimVolumeOptions } from 'cdk8s-plus-27';
import type { IJobDataVolume } from '../../cdk8s/storage/job-data-volume';

/** A construct, as cdk8s-plus takes it. */
export type VolumeScope = Parameters<typeof Volume.fromPersistentVolumeClaim>[0];

/**
 * A job data volume as a volume of cdk8s-plus, for pods that prepare or inspect what jobs see: they must run in the
 * namespace of the claim.
 * @param scope - a construct in a chart
 * @param id - unique in the scope
 * @param volume - a `JobDataVolume`, or a claim that it adopted
 * @param options - the name of the volume in the pod, and whether the pod mounts it read-only
 * @example
 * const images = jobDataVolumeAsVolume(chart, 'images-volume', jobDataVolume);
 * deployment.addContainer({ image: 'busybox', volumeMounts: [{ path: '/mnt/images', volume: images }] });
 */
export function jobDataVolumeAsVolume(
  scope: VolumeScope,
  id: string,
  volume: IJobDataVolume,
  options: PersistentVolumeClaimVolumeOptions = {},
): Volume {
  const claim = PersistentVolumeClaim.fromClaimName(scope, `${id}-claim`, volume.claimName);
  return Volume.fromPersistentVolumeClaim(scope, id, claim, options);
}
