import type { Issue } from '../issues';
import type { DnsLabel, DnsSubdomain } from '../names';
import type { Phase } from '../phase';
import type { ByteQuantity } from '../quantity';
import type { Branded } from '../text-format';
import type {
  AccessMode,
  AzureDiskSource,
  CsiSource,
  DiskAccessMode,
  HostPathSource,
  NetworkAccessMode,
  NetworkSource,
  ReclaimPolicy,
  StorageClassSource,
} from './volume-source';

/** What makes Azure ML mount a claim: a label with a fixed value, and an annotation with the mount path. */
export const JOB_VOLUME_CONTRACT = {
  label: 'ml.azure.com/pvc',
  labelValue: 'true',
  mountPathAnnotation: 'ml.azure.com/mountpath',
} as const;

/** Volumes come before the extension: jobs can start as soon as it is there. */
export const JOB_DATA_VOLUME_PHASE: Phase = 'before-extension';

/** The claim that jobs mount. */
export interface JobDataClaimOptions {
  /**
   * The namespace of the compute whose jobs get the volume.
   * @default 'default'
   */
  readonly namespace?: string;
  /** Where jobs see the volume: an absolute path in its shortest form. */
  readonly mountPath: string;
  /**
   * More labels of the claim.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * More annotations of the claim.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The volume behind a claim, made together with it so that each can only be bound to the other. */
export interface StaticVolumeOptions<Quantity = ByteQuantity> extends JobDataClaimOptions {
  /** The size of the volume. File servers do not enforce it. */
  readonly capacity: Quantity;
  /**
   * What the claim requests, at most the capacity.
   * @default - the capacity
   */
  readonly request?: Quantity;
  /**
   * The name of the persistent volume, unique in the cluster.
   * @default - namespace and name of the claim, joined by a hyphen
   */
  readonly volumeName?: string;
}

/** A volume on a file server: NFS, Azure Files or Azure Blob. */
export interface NetworkVolumeOptions<Quantity = ByteQuantity> extends StaticVolumeOptions<Quantity> {
  readonly source: NetworkSource;
  /**
   * @default - ReadWriteMany; ReadOnlyMany when readOnly is true
   */
  readonly accessModes?: readonly NetworkAccessMode[];
  /**
   * Whether nodes mount the volume read-only.
   * @default - true when ReadOnlyMany is the only access mode
   */
  readonly readOnly?: boolean;
  /**
   * Options of the mount, one an element, instead of the defaults.
   * @default - what Microsoft recommends for the source and protocol; none for plain NFS
   */
  readonly mountOptions?: readonly string[];
  /**
   * The share or container is never deleted with the claim.
   * @default 'Retain'
   */
  readonly reclaimPolicy?: 'Retain';
}

/** A volume on a managed disk. */
export interface AzureDiskVolumeOptions<Quantity = ByteQuantity> extends StaticVolumeOptions<Quantity> {
  readonly source: AzureDiskSource;
  /**
   * @default - ReadWriteOnce
   */
  readonly accessModes?: readonly DiskAccessMode[];
  /**
   * Whether nodes mount the disk read-only.
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Options of the mount, one an element.
   * @default - none
   */
  readonly mountOptions?: readonly string[];
  /**
   * Whether the disk is deleted when the claim is.
   * @default 'Retain'
   */
  readonly reclaimPolicy?: ReclaimPolicy;
}

/** A volume of any CSI driver. */
export interface CsiVolumeOptions<Quantity = ByteQuantity> extends StaticVolumeOptions<Quantity> {
  readonly source: CsiSource;
  /** What the driver supports and the jobs need. */
  readonly accessModes: readonly AccessMode[];
  /**
   * Only the driver knows how: give its read-only option in mountOptions, and ReadOnlyMany in accessModes.
   * @default - decided by mountOptions and accessModes
   */
  readonly readOnly?: never;
  /**
   * Options of the mount, one an element.
   * @default - none
   */
  readonly mountOptions?: readonly string[];
  /**
   * Whether the driver deletes the storage when the claim is deleted.
   * @default 'Retain'
   */
  readonly reclaimPolicy?: ReclaimPolicy;
}

/** A volume in a folder of the node, for tests on a cluster of one node. */
export interface HostPathVolumeOptions<Quantity = ByteQuantity> extends StaticVolumeOptions<Quantity> {
  readonly source: HostPathSource;
  /**
   * @default - ReadWriteOnce
   */
  readonly accessModes?: readonly 'ReadWriteOnce'[];
  /**
   * Kubernetes cannot mount a hostPath volume read-only by itself.
   * @default - jobs may write
   */
  readonly readOnly?: never;
  /**
   * Kubernetes refuses mount options of hostPath volumes.
   * @default - none
   */
  readonly mountOptions?: never;
  /**
   * The folder is never deleted with the claim.
   * @default 'Retain'
   */
  readonly reclaimPolicy?: 'Retain';
}

/** A claim on a storage class, which provisions the volume. */
export interface StorageClassVolumeOptions<Quantity = ByteQuantity> extends JobDataClaimOptions {
  readonly source: StorageClassSource;
  /** How much storage the claim requests; the class may round it up. */
  readonly capacity: Quantity;
  /** What the class supports and the jobs need. */
  readonly accessModes: readonly AccessMode[];
  /**
   * The claim requests the capacity.
   * @default - the capacity
   */
  readonly request?: never;
  /**
   * The class names the volume.
   * @default - a generated name
   */
  readonly volumeName?: never;
  /**
   * A volume that is provisioned empty is of no use when it cannot be written.
   * @default - jobs may write
   */
  readonly readOnly?: never;
  /**
   * Mount options are a matter of the class.
   * @default - those of the class
   */
  readonly mountOptions?: never;
  /**
   * The reclaim policy is a matter of the class: say in `source` what it is.
   * @default - that of the class
   */
  readonly reclaimPolicy?: never;
}

/** A job data volume but for its name. What a source cannot do does not type-check. */
export type JobDataVolumeOptions<Quantity = ByteQuantity> =
  | NetworkVolumeOptions<Quantity>
  | AzureDiskVolumeOptions<Quantity>
  | CsiVolumeOptions<Quantity>
  | HostPathVolumeOptions<Quantity>
  | StorageClassVolumeOptions<Quantity>;

/** The name of a job data volume. */
export interface JobDataVolumeName {
  /** The name of the claim. */
  readonly name: string;
}

/**
 * Storage that Azure ML mounts into the jobs of a namespace: a claim with the label and annotation that it looks for
 * and, unless a storage class provisions it, the persistent volume behind the claim.
 *
 * Known when the program runs: `name`, and everything that is not text. Other text may be deferred.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export type JobDataVolumeSpec = JobDataVolumeOptions & JobDataVolumeName;

/** A checked mount path. */
export type MountPath = Branded<'MountPath'>;

/** What a CSI driver is told about a volume, whatever kind of source it was described as. */
export interface ResolvedCsiVolume extends Omit<CsiSource, 'kind'> {
  readonly readOnly: boolean;
}

/** A source in the form that Kubernetes knows: its one property is the one of a PersistentVolume's spec. */
export type ResolvedSource =
  | { readonly nfs: { readonly server: string; readonly path: string; readonly readOnly: boolean } }
  | { readonly hostPath: { readonly path: string } }
  | { readonly csi: ResolvedCsiVolume };

/** The persistent volume of a checked job data volume. */
export interface ResolvedPersistentVolume {
  readonly name: DnsSubdomain;
  readonly capacity: Branded<'ByteQuantity'>;
  readonly reclaimPolicy: ReclaimPolicy;
  readonly mountOptions: readonly string[];
  readonly source: ResolvedSource;
}

/** Which claim is mounted where: all that the rules between volumes need, also of a claim made elsewhere. */
export interface JobDataVolumePlacement {
  readonly claimName: DnsSubdomain;
  readonly namespace: DnsLabel;
  /** Present when somebody else made the claim. */
  readonly isAdopted?: true;
  /** Absent when it is not known. */
  readonly mountPath?: MountPath;
  /** Absent when a class provisions the volume, or somebody else made it. */
  readonly volume?: Pick<ResolvedPersistentVolume, 'name' | 'source'>;
}

/** A checked job data volume with all defaults filled. */
export interface ResolvedJobDataVolume extends JobDataVolumePlacement {
  readonly mountPath: MountPath;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly accessModes: readonly AccessMode[];
  readonly request: Branded<'ByteQuantity'>;
  /** Empty when the claim must not be provisioned by a class. */
  readonly storageClassName: string;
  readonly volume?: ResolvedPersistentVolume;
  readonly warnings: readonly Issue[];
}
