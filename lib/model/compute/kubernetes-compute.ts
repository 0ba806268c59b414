import type { Issue } from '../issues';
import type { DnsLabel, DnsSubdomain } from '../names';
import type { Branded } from '../text-format';
import type { ComputeAccess, ComputeIdentity, WorkspaceIdentity } from './compute-identity';

/** The namespace that every cluster has, and the one of computes that name none. */
export const DEFAULT_COMPUTE_NAMESPACE = 'default';

/** What an attachment can say that does not depend on the cluster and the workspace. */
export interface KubernetesComputeOptions {
  /**
   * The identity with which workloads read Azure resources.
   * @default - none
   */
  readonly identity?: ComputeIdentity;
  /**
   * What that identity may do with registries and storage accounts.
   * @default - nothing
   */
  readonly access?: ComputeAccess;
  /**
   * The instance type of jobs and deployments that name none.
   * @default - `defaultinstancetype`
   */
  readonly defaultInstanceType?: string;
  /** @default - none */
  readonly description?: string;
  /** @default - the service decides */
  readonly disableLocalAuth?: boolean;
  /** @default - none */
  readonly tags?: Readonly<Record<string, string>>;
  /** Instance types are objects in the cluster, `InstanceType`. @default - left to the service */
  readonly instanceTypes?: never;
}

/**
 * The attachment of a cluster to a workspace, which is a compute there. One cluster can be attached many times, also to
 * workspaces of other regions. A compute is replaced rather than changed: whoever attaches it again takes the same name
 * and namespace.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace
 */
export interface KubernetesComputeSpec extends KubernetesComputeOptions {
  /** The name of the compute in the workspace: 2 to 16 letters, digits and hyphens. */
  readonly name: string;
  /** The resource id of the workspace; may be known only at deployment. */
  readonly workspaceResourceId: string;
  /** The resource id of the cluster, of AKS or connected through Azure Arc; may be known only at deployment. */
  readonly resourceId: string;
  /**
   * The location of the workspace.
   * @default - the one that the workspace has
   */
  readonly location?: string;
  /**
   * The location of the cluster.
   * @default - the one that the cluster has
   */
  readonly computeLocation?: string;
  /**
   * Where the workloads run. The namespace has to exist; Azure neither creates nor checks it.
   * @default 'default'
   */
  readonly namespace?: string;
  /**
   * The identity of the workspace.
   * @default - system-assigned: the service assigns the roles that the attachment needs
   */
  readonly workspaceIdentity?: WorkspaceIdentity;
  /**
   * The object id of the identity of the extension; may be known only at deployment.
   * @default - the service finds it
   */
  readonly extensionPrincipalId?: string;
  /**
   * The release train of the extension.
   * @default - the service finds it
   */
  readonly extensionInstanceReleaseTrain?: string;
}

/** A checked attachment. */
export interface ResolvedKubernetesCompute {
  readonly name: Branded<'ComputeName'>;
  readonly workspaceResourceId: Branded<'ResourceId'>;
  readonly resourceId: Branded<'ResourceId'>;
  readonly location?: string;
  readonly computeLocation?: string;
  readonly namespace: DnsLabel;
  readonly identity?: ComputeIdentity;
  readonly access: Required<ComputeAccess>;
  readonly workspaceIdentity: WorkspaceIdentity;
  readonly defaultInstanceType?: DnsSubdomain;
  readonly description?: string;
  readonly disableLocalAuth?: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly extensionPrincipalId?: string;
  readonly extensionInstanceReleaseTrain?: string;
  readonly warnings: readonly Issue[];
}
