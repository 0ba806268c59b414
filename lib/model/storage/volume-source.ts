/** How many nodes may mount a volume, and whether they may write: every mode that Kubernetes knows. */
export const ACCESS_MODES = ['ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany'] as const;

/**
 * How many nodes may mount a volume, and whether they may write.
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
export type AccessMode = (typeof ACCESS_MODES)[number];

/** The access modes of file servers. */
export type NetworkAccessMode = Exclude<AccessMode, 'ReadWriteOncePod'>;

/** The access modes of a disk. */
export type DiskAccessMode = 'ReadWriteOnce' | 'ReadWriteOncePod';

/** A Secret in some namespace. */
export interface NamespacedSecretReference {
  readonly name: string;
  readonly namespace: string;
}

/** A folder that an NFS server exports; nodes mount it with the NFS client of their own. */
export interface NfsSource {
  readonly kind: 'nfs';
  /** Host name or IP address of the server, as the nodes reach it. */
  readonly server: string;
  /** The exported folder. */
  readonly path: string;
}

/** Access with the keys in a Secret: `azurestorageaccountname`, and `azurestorageaccountkey` or a SAS token. */
export interface SecretCredentials extends NamespacedSecretReference {
  readonly kind: 'secret';
}

/** Access of Azure Files with a managed identity of the nodes; AKS 1.34 or newer. */
export interface FilesIdentityCredentials {
  readonly kind: 'managedIdentity';
  /**
   * The client id of a user-assigned identity.
   * @default - the identity of the kubelet
   */
  readonly clientId?: string;
}

/** Access of Azure Blob with a managed identity of the nodes, which has a data role on the storage account. */
export interface BlobIdentityCredentials {
  readonly kind: 'managedIdentity';
  /** The client id of a user-assigned identity, the kubelet's own included. */
  readonly clientId: string;
}

/** What Azure Files and Azure Blob sources have in common. */
export interface AzureStorageSource {
  /** The name of the storage account. */
  readonly storageAccount: string;
  /**
   * The resource group of the storage account.
   * @default - the driver looks in the resource group of the nodes
   */
  readonly resourceGroup?: string;
  /**
   * The id of the volume for the driver, unique among the driver's volumes in the cluster.
   * @default - storage account, share or container and volumeName, joined by underscores
   */
  readonly volumeHandle?: string;
  /**
   * More parameters of the driver, for example `folderName` or `server`.
   * @default - none
   */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
}

/** A share of Azure Files, mounted by SMB. */
export interface AzureFilesSmbSource extends AzureStorageSource {
  readonly kind: 'azureFiles';
  readonly protocol: 'smb';
  readonly shareName: string;
  readonly credentials: SecretCredentials | FilesIdentityCredentials;
}

/** A share of Azure Files, mounted by NFS 4.1; access is granted by network, there is no key. */
export interface AzureFilesNfsSource extends AzureStorageSource {
  readonly kind: 'azureFiles';
  readonly protocol: 'nfs';
  readonly shareName: string;
  /**
   * There are no credentials for NFS.
   * @default - access by network
   */
  readonly credentials?: never;
}

/** A container of Azure Blob, mounted by blobfuse2. */
export interface AzureBlobFuseSource extends AzureStorageSource {
  readonly kind: 'azureBlob';
  readonly protocol: 'fuse2';
  readonly containerName: string;
  readonly credentials: SecretCredentials | BlobIdentityCredentials;
}

/**
 * A container of Azure Blob, mounted by NFS 3; access is granted by network, there is no key. The storage account has
 * a hierarchical namespace and NFS 3 switched on.
 */
export interface AzureBlobNfsSource extends AzureStorageSource {
  readonly kind: 'azureBlob';
  readonly protocol: 'nfs';
  readonly containerName: string;
  /**
   * There are no credentials for NFS.
   * @default - access by network
   */
  readonly credentials?: never;
}

/** A managed disk, which one node at a time can attach. */
export interface AzureDiskSource {
  readonly kind: 'azureDisk';
  /** The resource id of the disk. */
  readonly diskId: string;
  /**
   * More parameters of the driver, for example `fsType`, `cachingMode` or `partition`.
   * @default - none
   */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
}

/**
 * A volume of any CSI driver, in Kubernetes' own words.
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#csi
 */
export interface CsiSource {
  readonly kind: 'csi';
  /** The name of the driver, for example `nfs.csi.k8s.io`. */
  readonly driver: string;
  /** The id of the volume for the driver, unique among the driver's volumes in the cluster. */
  readonly volumeHandle: string;
  /**
   * The file system to mount.
   * @default - the driver decides
   */
  readonly fsType?: string;
  /**
   * Whether the driver attaches the volume read-only. How it is mounted is up to mountOptions and accessModes.
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Parameters of the driver.
   * @default - none
   */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
  /**
   * The Secret that the driver reads when it attaches the volume to a node.
   * @default - none
   */
  readonly controllerPublishSecretRef?: NamespacedSecretReference;
  /**
   * The Secret that the driver reads when it mounts the volume on a node.
   * @default - none
   */
  readonly nodeStageSecretRef?: NamespacedSecretReference;
  /**
   * The Secret that the driver reads when it mounts the volume for a pod.
   * @default - none
   */
  readonly nodePublishSecretRef?: NamespacedSecretReference;
}

/** A folder of the node that a job happens to run on; for tests on a cluster of one node. */
export interface HostPathSource {
  readonly kind: 'hostPath';
  /** The folder on the node. */
  readonly path: string;
}

/** Storage that a storage class provisions when the claim is created. */
export interface StorageClassSource {
  readonly kind: 'storageClass';
  /** The name of the class, for example `azurefile-csi`. */
  readonly storageClassName: string;
  /**
   * What the class does with the data when the claim is deleted, as `kubectl get storageclass` shows it.
   * @default - unknown, which warns
   */
  readonly reclaimPolicy?: ReclaimPolicy;
}

/** What happens to the storage when the claim is deleted. */
export type ReclaimPolicy = 'Retain' | 'Delete';

/** A source that a file server offers to many nodes. */
export type NetworkSource =
  NfsSource | AzureFilesSmbSource | AzureFilesNfsSource | AzureBlobFuseSource | AzureBlobNfsSource;

/** Where the data of a volume is. */
export type VolumeSource = NetworkSource | AzureDiskSource | CsiSource | HostPathSource | StorageClassSource;

/** The kinds of sources whose volume exists before the claim. */
export type StaticSource = Exclude<VolumeSource, StorageClassSource>;
