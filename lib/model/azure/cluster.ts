import type { Issue } from '../issues';
import type { Branded } from '../text-format';
import type { KnownResourceType } from './resource-types';

/** What Azure knows about one kind of cluster. */
interface ClusterKindRow {
  /** The resource provider, which the extension resource calls `clusterRp`. */
  readonly provider: string;
  /** The type below the provider, which the extension resource calls `clusterResourceName`. */
  readonly type: string;
  readonly resourceType: KnownResourceType;
  /**
   * The identity that an extension has to ask for. AKS assigns one by itself, as `aksAssignedIdentity`, and an
   * extension with an identity of its own asks for a location too.
   */
  readonly extensionIdentity: 'SystemAssigned' | 'none';
}

/**
 * The kinds of clusters that the extension can be installed on.
 * @see https://learn.microsoft.com/rest/api/kubernetesconfiguration/extensions/extensions/create
 */
export const CLUSTER_KINDS = {
  aks: {
    provider: 'Microsoft.ContainerService',
    type: 'managedClusters',
    resourceType: 'Microsoft.ContainerService/managedClusters',
    extensionIdentity: 'none',
  },
  arc: {
    provider: 'Microsoft.Kubernetes',
    type: 'connectedClusters',
    resourceType: 'Microsoft.Kubernetes/connectedClusters',
    extensionIdentity: 'SystemAssigned',
  },
  provisioned: {
    provider: 'Microsoft.HybridContainerService',
    type: 'provisionedClusters',
    resourceType: 'Microsoft.HybridContainerService/provisionedClusters',
    extensionIdentity: 'SystemAssigned',
  },
} as const satisfies Readonly<Record<string, ClusterKindRow>>;

/** AKS itself, a cluster connected through Azure Arc, or AKS on own hardware (provisioned through Azure Arc). */
export type ClusterKind = keyof typeof CLUSTER_KINDS;

/** A cluster named by its whole resource id. */
export interface ClusterById {
  /** The resource id, in any letter case; may be known only at deployment. */
  readonly resourceId: string;
  /** @default - taken from the resource id */
  readonly subscriptionId?: never;
  /** @default - taken from the resource id */
  readonly resourceGroup?: never;
  /** @default - taken from the resource id */
  readonly name?: never;
}

/** A cluster named by the parts of its resource id. */
export interface ClusterByParts {
  /** The GUID of the subscription. */
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  /** @default - made of the parts and the kind */
  readonly resourceId?: never;
}

/** What is known about every cluster besides its name. */
export interface ClusterFacts {
  /** The location of the cluster resource, for example `eastus2`; may be known only at deployment. */
  readonly location: string;
}

/** What is known about the size of a cluster. */
export interface ClusterSize {
  /**
   * How many nodes the cluster has. With fewer than three, azureml-fe gets one replica and the purpose is `DevTest`.
   * @default - not known
   */
  readonly nodeCount?: number;
}

/** What is known about a cluster of AKS. */
export interface AksClusterFacts extends ClusterFacts, ClusterSize {
  readonly kind: 'aks';
}

/** What is known about a cluster that is connected through Azure Arc. */
export interface ArcClusterFacts extends ClusterFacts, ClusterSize {
  readonly kind: 'arc';
  /**
   * The distribution, as the cluster resource has it in `properties.distribution`: `openshift`, `k3s`, `gke`.
   * @default - not known; not OpenShift
   */
  readonly distribution?: string;
}

/** What is known about a cluster of AKS on own hardware; the Azure CLI reads no more from its resource. */
export interface ProvisionedClusterFacts extends ClusterFacts {
  readonly kind: 'provisioned';
}

/** A cluster of AKS. */
export type AksClusterSpec = AksClusterFacts & (ClusterById | ClusterByParts);

/** A cluster that is connected through Azure Arc. */
export type ArcClusterSpec = ArcClusterFacts & (ClusterById | ClusterByParts);

/** A cluster of AKS on own hardware. */
export type ProvisionedClusterSpec = ProvisionedClusterFacts & (ClusterById | ClusterByParts);

/** A cluster in Azure, by its id or the parts of its id, with what is known about it. */
export type ClusterSpec = AksClusterSpec | ArcClusterSpec | ProvisionedClusterSpec;

/** A checked cluster: its id and all parts of it. */
export interface ResolvedCluster extends ClusterFacts, ClusterSize {
  readonly kind: ClusterKind;
  /** The resource id, in its proper letter case. */
  readonly resourceId: Branded<'ResourceId'>;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  /** @default - not known; not OpenShift */
  readonly distribution?: string;
  readonly warnings: readonly Issue[];
}

/** The distribution that makes the extension ask for what OpenShift needs. */
const OPENSHIFT = /^openshift$/i;

/** Whether the cluster is known to be OpenShift, as the Azure CLI decides it. */
export function isOpenShift(cluster: { readonly distribution?: string }): boolean {
  return OPENSHIFT.test(cluster.distribution ?? '');
}
