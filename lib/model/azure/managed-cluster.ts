import type { Issue } from '../issues';
import type { AksAgentPool } from '../scheduling/aks-agent-pool';
import type { SourcedVolume } from '../storage/blob-csi-driver';
import type { NodePoolSpec } from '../scheduling/node-pool';
import type { KubernetesWindowBasis } from '../support/kubernetes-window';

/** The nodes of the cluster's own pods, which no isolation closes. */
export interface SystemPoolSpec extends Pick<NodePoolSpec, 'minCount' | 'maxCount'> {
  /**
   * The name of the pool.
   * @default 'system'
   */
  readonly name?: string;
  /**
   * The size of the virtual machines; at least 4 vCPUs.
   * @default 'Standard_DS3_v2'
   */
  readonly vmSize?: string;
}

/** How the cluster stands in its network; the network itself is made elsewhere. */
export interface ManagedClusterNetworkSpec {
  /**
   * The resource id of the subnet of all nodes.
   * @default - a network of the cluster's own
   */
  readonly subnetId?: string;
  /**
   * Addresses that may reach the API server, in CIDR form.
   * @default - all
   */
  readonly authorizedIpRanges?: readonly string[];
  /**
   * Whether the API server has a private address alone.
   * @default false
   */
  readonly privateCluster?: boolean;
}

/** A node pool of AKS: its size of virtual machines has to be given. */
export type ManagedNodePoolSpec = Omit<NodePoolSpec, 'name' | 'mode' | 'vmSize'> & { readonly vmSize: string };

/** Where a user pool belongs that is made by itself. */
export interface NodePoolPlacementSpec {
  readonly cluster: Pick<ManagedClusterSpec, 'name' | 'resourceGroupName'>;
  /** @default - the one that the cluster has */
  readonly kubernetesVersion?: string;
  /** @default - the network of the cluster's own */
  readonly subnetId?: string;
}

/**
 * A cluster of AKS as this library makes it: a managed identity, OIDC issuer and workload identity, a small system pool
 * without taints, and user pools.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension
 */
export interface ManagedClusterSpec {
  readonly name: string;
  readonly resourceGroupName: string;
  readonly location: string;
  /**
   * The version of Kubernetes, `1.36` or `1.36.3`. AKS refuses to skip a minor.
   * @default - the one that AKS takes for new clusters
   */
  readonly kubernetesVersion?: string;
  /**
   * What the extension's support of versions is judged by.
   * @default - the version is not judged
   */
  readonly supportWindow?: KubernetesWindowBasis;
  /**
   * What the host name of the API server starts with.
   * @default - the name of the cluster
   */
  readonly dnsPrefix?: string;
  /** @default - three nodes of Standard_DS3_v2 */
  readonly systemPool?: SystemPoolSpec;
  /**
   * User pools by name.
   * @default - none
   */
  readonly nodePools?: Readonly<Record<string, ManagedNodePoolSpec>>;
  /** @default - a network of the cluster's own, and a public API server */
  readonly network?: ManagedClusterNetworkSpec;
  /**
   * The volumes of the jobs on the cluster, or their sources alone: the CSI driver of Azure Blob is installed when one of
   * them needs it.
   * @default - none
   */
  readonly volumes?: readonly SourcedVolume[];
  /**
   * Whether the CSI driver of Azure Blob is installed.
   * @default - whether one of `volumes` needs it
   */
  readonly blobCsiDriver?: boolean;
  /** @default - none */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A checked cluster of AKS with every default. */
export interface ResolvedManagedCluster {
  readonly name: string;
  readonly resourceGroupName: string;
  readonly location: string;
  /** @default - the one that AKS takes for new clusters */
  readonly kubernetesVersion?: string;
  readonly dnsPrefix: string;
  readonly systemPool: AksAgentPool;
  readonly nodePools: readonly AksAgentPool[];
  readonly network: ManagedClusterNetworkSpec;
  readonly blobCsiDriver: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly warnings: readonly Issue[];
}
