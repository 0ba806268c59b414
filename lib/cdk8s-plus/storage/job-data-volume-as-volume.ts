import {
  PersistentVolumeClaim,
  Volume,
  type IPersistentVolumeClaim,
  type PersistentVolumeClaimVolumeOptions,
} from 'cdk8s-plus-27';
import type { IJobDataVolume } from '../../cdk8s/storage/job-data-volume';
import { dnsLabel } from '../../model/names';
import { assertValid } from '../../model/validation-error';

const MAX_NAME = 63;
const HASH_DIGITS = 8;
const DOT = /\./g;

/** A construct, as cdk8s-plus takes it. */
export type VolumeScope = Parameters<typeof Volume.fromPersistentVolumeClaim>[0];

/**
 * A job data volume as a volume of cdk8s-plus, for pods that prepare or inspect what jobs see: they must run in the
 * namespace of the claim. The volume is called `pvc-<claim>` in the pod; since that has to be a DNS label, a claim whose
 * name has dots or is long gives a name that ends in what tells the place of the volume in the tree apart.
 * @param scope - a construct in a chart
 * @param id - unique in the scope
 * @param volume - a `JobDataVolume`, or a claim that it adopted
 * @param options - the name of the volume in the pod, and whether the pod mounts it read-only
 * @throws ValidationError when the name is no DNS label; nothing is created then
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
  if (options.name !== undefined) assertValid(`Volume ${id}`, dnsLabel.literalIssues(options.name, ['name']));
  const claim = PersistentVolumeClaim.fromClaimName(scope, `${id}-claim`, volume.claimName);
  return Volume.fromPersistentVolumeClaim(scope, id, claim, { ...options, name: options.name ?? defaultName(claim) });
}

function defaultName({ name, node }: IPersistentVolumeClaim): string {
  const usual = `pvc-${name}`;
  if (dnsLabel.issues(usual, []).length === 0) return usual;
  const start = usual.replaceAll(DOT, '-').slice(0, MAX_NAME - HASH_DIGITS - 1);
  return `${start}-${node.addr.slice(-HASH_DIGITS)}`;
}
