/** The identity that Azure makes for the compute itself; it is displayed as `<workspace>/computes/<compute>`. */
export interface SystemAssignedComputeIdentity {
  readonly kind: 'systemAssigned';
}

/** A managed identity of its own, which exists before the compute. */
export interface UserAssignedComputeIdentity {
  readonly kind: 'userAssigned';
  /** What tells the identity from others in the description; the same name is the same identity. */
  readonly name: string;
  /** The resource id of the managed identity; may be known only at deployment. */
  readonly resourceId: string;
  /**
   * The object id of its service principal; may be known only at deployment.
   * @default - not known; no roles can be assigned to it
   */
  readonly principalId?: string;
}

/** The identity with which the workloads of a compute read Azure resources. */
export type ComputeIdentity = SystemAssignedComputeIdentity | UserAssignedComputeIdentity;

/** A workspace with an identity that Azure made for it: the service assigns the roles that an attachment needs. */
export interface SystemAssignedWorkspaceIdentity {
  readonly kind: 'systemAssigned';
}

/** A workspace that uses a managed identity: its roles have to be assigned before the cluster is attached. */
export interface UserAssignedWorkspaceIdentity {
  readonly kind: 'userAssigned';
  /** What tells the identity from others in the description; the same name is the same identity. */
  readonly name: string;
  /** The object id of its service principal; may be known only at deployment. */
  readonly principalId: string;
}

/** The identity with which a workspace reaches the cluster. */
export type WorkspaceIdentity = SystemAssignedWorkspaceIdentity | UserAssignedWorkspaceIdentity;

/**
 * What the identity of a compute may do with other resources. Each is a map from a name of the caller's choice to a
 * resource id, which may be known only at deployment; the same name is the same resource.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace
 */
export interface ComputeAccess {
  /** Container registries that images are pulled from: `AcrPull`. @default - none */
  readonly registries?: Readonly<Record<string, string>>;
  /** Storage accounts whose blobs are read: `Storage Blob Data Reader`. @default - none */
  readonly readBlobs?: Readonly<Record<string, string>>;
  /** Storage accounts whose blobs are read and written: `Storage Blob Data Contributor`. @default - none */
  readonly writeBlobs?: Readonly<Record<string, string>>;
  /**
   * The default storage account of a workspace with high business impact: `Storage Blob Data Contributor` and `Storage
   * Account Contributor`.
   * @default - none
   */
  readonly highBusinessImpactStorage?: Readonly<Record<string, string>>;
}
