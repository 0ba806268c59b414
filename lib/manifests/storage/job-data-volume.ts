import {
  JOB_VOLUME_CONTRACT,
  type ResolvedJobDataVolume,
  type ResolvedPersistentVolume,
  type ResolvedSource,
} from '../../model/storage/job-data-volume';
import type { AccessMode, ReclaimPolicy } from '../../model/storage/volume-source';
import type { KubernetesObject } from '../kubernetes-objects';

/** A PersistentVolume that only one claim can take; cluster-scoped. */
export interface PersistentVolumeManifest extends KubernetesObject {
  readonly apiVersion: 'v1';
  readonly kind: 'PersistentVolume';
  readonly spec: ResolvedSource & {
    readonly capacity: { readonly storage: string };
    readonly accessModes: readonly AccessMode[];
    readonly persistentVolumeReclaimPolicy: ReclaimPolicy;
    readonly storageClassName: string;
    readonly mountOptions?: readonly string[];
    readonly claimRef: {
      readonly apiVersion: 'v1';
      readonly kind: 'PersistentVolumeClaim';
      readonly namespace: string;
      readonly name: string;
    };
  };
}

/** A PersistentVolumeClaim that Azure ML mounts into jobs. */
export interface PersistentVolumeClaimManifest extends KubernetesObject {
  readonly apiVersion: 'v1';
  readonly kind: 'PersistentVolumeClaim';
  readonly spec: {
    readonly storageClassName: string;
    readonly accessModes: readonly AccessMode[];
    readonly resources: { readonly requests: { readonly storage: string } };
    readonly volumeName?: string;
  };
}

/** The objects of a job data volume. */
export interface JobDataVolumeManifests {
  /** Absent when a storage class provisions the volume. */
  readonly persistentVolume?: PersistentVolumeManifest;
  readonly claim: PersistentVolumeClaimManifest;
}

/** Only a volume that says who provisioned it is deleted by that driver. */
const PROVISIONED_BY = 'pv.kubernetes.io/provisioned-by';

/**
 * Renders a job data volume: the claim and, unless a class provisions it, the volume that is bound to this claim and
 * no other. Both are of volume mode `Filesystem`, which is the default, since a block device has no mount path.
 */
export function renderJobDataVolume(volume: ResolvedJobDataVolume): JobDataVolumeManifests {
  return {
    ...(volume.volume === undefined ? {} : { persistentVolume: renderPersistentVolume(volume, volume.volume) }),
    claim: renderClaim(volume),
  };
}

function renderClaim(volume: ResolvedJobDataVolume): PersistentVolumeClaimManifest {
  const { label, labelValue, mountPathAnnotation } = JOB_VOLUME_CONTRACT;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: volume.claimName,
      namespace: volume.namespace,
      labels: { ...volume.labels, [label]: labelValue },
      annotations: { ...volume.annotations, [mountPathAnnotation]: volume.mountPath },
    },
    spec: {
      storageClassName: volume.storageClassName,
      accessModes: volume.accessModes,
      resources: { requests: { storage: volume.request } },
      ...(volume.volume === undefined ? {} : { volumeName: volume.volume.name }),
    },
  };
}

function renderPersistentVolume(
  { claimName, namespace, accessModes, storageClassName }: ResolvedJobDataVolume,
  volume: ResolvedPersistentVolume,
): PersistentVolumeManifest {
  const { name, capacity, reclaimPolicy, mountOptions, source } = volume;
  const driver = reclaimPolicy === 'Delete' && 'csi' in source ? source.csi.driver : undefined;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name, ...(driver === undefined ? {} : { annotations: { [PROVISIONED_BY]: driver } }) },
    spec: {
      capacity: { storage: capacity },
      accessModes,
      persistentVolumeReclaimPolicy: reclaimPolicy,
      storageClassName,
      ...(mountOptions.length === 0 ? {} : { mountOptions }),
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name: claimName },
      ...source,
    },
  };
}
