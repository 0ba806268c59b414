import type { ResolvedCluster } from '../azure/cluster';
import type { ManagedClusterNetworkSpec } from '../azure/managed-cluster';

/** The clouds of Azure. */
export const AZURE_CLOUDS = ['public', 'usGovernment', 'china'] as const;

/** A cloud of Azure. */
export type AzureCloud = (typeof AZURE_CLOUDS)[number];

/** Where the API server of a cluster can be. */
export const API_SERVERS = ['public', 'privateWithPublicName', 'private'] as const;

/** Where the API server is: reachable for all, private with a public name (public FQDN), or private altogether. */
export type ApiServerExposure = (typeof API_SERVERS)[number];

/** What attaching has to know about a cluster of AKS. */
export interface AttachedAksCluster {
  readonly kind: 'aks';
  /**
   * Whether Kubernetes permissions are Azure roles (Azure RBAC). The workspace's identity then gets `Azure Kubernetes
   * Service RBAC Cluster Admin` in place of `Azure Kubernetes Service Cluster Admin Role`.
   * @default false
   */
  readonly azureRbac?: boolean;
  /**
   * Whether the cluster has local accounts.
   * @default true
   */
  readonly localAccounts?: boolean;
  /**
   * Whether only some addresses reach the API server.
   * @default false
   */
  readonly authorizedIpRanges?: boolean;
  /** @default 'public' */
  readonly apiServer?: ApiServerExposure;
  /** @default 'public' */
  readonly cloud?: AzureCloud;
}

/** How a cluster of AKS is reached, which decides about roles and Trusted Access. */
export type AksClusterAccess = Omit<AttachedAksCluster, 'kind'>;

/** What attaching has to know about a cluster that is connected through Azure Arc. */
export interface AttachedArcCluster {
  readonly kind: 'arc';
  /**
   * The resource id of the Azure Relay namespace that the extension uses; may be known only at deployment.
   * @default - not known
   */
  readonly relayNamespaceId?: string;
}

/** What attaching has to know about a cluster besides its id. */
export type AttachedCluster = AttachedAksCluster | AttachedArcCluster;

/**
 * Whether a workspace reaches the API server through Trusted Access only.
 * @see https://learn.microsoft.com/azure/aks/trusted-access-feature
 */
export function needsTrustedAccess(cluster: AttachedCluster): boolean {
  if (cluster.kind === 'arc') return false;
  const { localAccounts = true, authorizedIpRanges = false, apiServer = 'public' } = cluster;
  return !localAccounts || authorizedIpRanges || apiServer !== 'public';
}

/** A cluster of which only the kind is known: public, with local accounts, and without a relay. */
export function ordinaryCluster({ kind }: Pick<ResolvedCluster, 'kind'>): AttachedCluster {
  return { kind: kind === 'aks' ? 'aks' : 'arc' };
}

/**
 * How a cluster of AKS is reached that is made with a network. AKS gives a private cluster a public name too.
 * @param network - how the cluster stands in its network
 * @see https://learn.microsoft.com/azure/aks/private-clusters
 */
export function accessThroughNetwork(network: ManagedClusterNetworkSpec): AksClusterAccess {
  const { authorizedIpRanges, privateCluster = false } = network;
  return {
    ...(authorizedIpRanges === undefined ? {} : { authorizedIpRanges: true }),
    ...(privateCluster ? { apiServer: 'privateWithPublicName' } : {}),
  };
}
