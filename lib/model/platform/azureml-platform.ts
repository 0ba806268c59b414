import type { ClusterSpec } from '../azure/cluster';
import type { ComputeNamespaceSpec } from '../compute/compute-namespace';
import type { WorkspaceIdentity } from '../compute/compute-identity';
import type { InstanceTypeSpec } from '../compute/instance-type';
import type { KubernetesComputeOptions } from '../compute/kubernetes-compute';
import type { ScoringIngressSpec } from '../ingress/scoring-ingress';
import type { OpenShiftSccGrantSpec } from '../openshift/scc-grant';
import type { DevicePluginSpec } from '../scheduling/device-plugin';
import type { NodePoolSpec } from '../scheduling/node-pool';
import type { JobDataVolumeOptions } from '../storage/job-data-volume';
import type { NfsMountConfigSpec } from '../storage/nfs-mount-config';
import type { IngressTlsSecretSpec, IngressTlsSource } from '../tls/ingress-tls-secret';
import type { RouterTlsSecretSpec, RouterTlsSource } from '../tls/router-tls-secret';
import type { InlineTlsSource } from '../tls/tls-source';
import type { PlatformExtensionSpec } from './platform-extension';

/** A type without some of its properties, for each member of a union on its own. */
export type Without<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

/** The workspace that a compute belongs to. */
export interface PlatformWorkspaceSpec {
  readonly resourceGroup: string;
  readonly name: string;
  /**
   * The GUID of its subscription.
   * @default - that of the cluster
   */
  readonly subscriptionId?: string;
  /**
   * Its location.
   * @default - not said
   */
  readonly location?: string;
  /**
   * The identity with which it reaches the cluster.
   * @default - system-assigned: the service assigns the roles that the attachment needs
   */
  readonly identity?: WorkspaceIdentity;
}

/** A volume of a compute; its name is its key, its namespace that of the compute. */
export type PlatformVolumeSpec = Without<JobDataVolumeOptions, 'namespace'>;

/** One attachment of the cluster to a workspace. */
export interface PlatformComputeSpec extends KubernetesComputeOptions {
  /** The name of the compute, 2 to 16 letters, digits and hyphens. */
  readonly name: string;
  readonly workspace: PlatformWorkspaceSpec;
  /**
   * Where its workloads run: a name, or a whole description. `default` is used as it is, any other is created.
   * @default 'default'
   */
  readonly namespace?: string | ComputeNamespaceSpec;
  /**
   * The volumes that its jobs see, by the names of their claims.
   * @default - none
   */
  readonly volumes?: Readonly<Record<string, PlatformVolumeSpec>>;
}

/**
 * How OpenShift lets the pods run; namespaces, extension and connection follow from the rest of the description.
 */
export type PlatformOpenShiftSpec = Omit<OpenShiftSccGrantSpec, 'extensionName' | 'computeNamespaces' | 'arcConnected'>;

/** The certificate of azureml-fe; the description refers to it and does not hold it. */
export interface PlatformRouterTlsSpec extends Omit<RouterTlsSecretSpec, 'extensionName' | 'source'> {
  readonly source: Exclude<RouterTlsSource, InlineTlsSource>;
}

/** The certificate of an ingress; its name is its key, and the description refers to it and does not hold it. */
export interface PlatformIngressTlsSpec extends Omit<IngressTlsSecretSpec, 'name' | 'source'> {
  readonly source: Exclude<IngressTlsSource, InlineTlsSource>;
}

/** What serves scoring requests from outside, by the name of the Ingress. */
export type PlatformIngressSpec = Without<ScoringIngressSpec, 'name'>;

/**
 * How one Kubernetes cluster serves Azure Machine Learning: everything that is created inside the cluster, and the facts
 * about nodes, computes and extension that it depends on.
 */
export interface AzureMLPlatformSpec {
  /**
   * The cluster in Azure, which the deployment of the extension needs. Where it is given, the rules about its kind and
   * size hold too.
   * @default - not known
   */
  readonly cluster?: ClusterSpec;
  readonly extension: PlatformExtensionSpec;
  /** The attachments; one extension serves many workspaces. At least one. */
  readonly computes: readonly PlatformComputeSpec[];
  /**
   * The nodes, by the names of their pools; the rules about placement hold when they are given.
   * @default - not known
   */
  readonly nodePools?: Readonly<Record<string, Omit<NodePoolSpec, 'name'>>>;
  /**
   * Sizes of workloads by name.
   * @default - the built-in one
   */
  readonly instanceTypes?: Readonly<Record<string, Omit<InstanceTypeSpec, 'name'>>>;
  /**
   * NVIDIA's device plugin, for GPU pools that the extension's own cannot enter.
   * @default - none
   */
  readonly devicePlugin?: DevicePluginSpec;
  /**
   * The certificate of azureml-fe itself.
   * @default - none: TLS ends in front of it, or nowhere
   */
  readonly routerTls?: PlatformRouterTlsSpec;
  /**
   * The ways in from outside, by the name of the Ingress.
   * @default - none
   */
  readonly ingresses?: Readonly<Record<string, PlatformIngressSpec>>;
  /**
   * Certificates of the ingresses, by the name of the Secret.
   * @default - none: they refer to Secrets made elsewhere
   */
  readonly ingressTls?: Readonly<Record<string, PlatformIngressTlsSpec>>;
  /**
   * The older NFS mounts of all jobs.
   * @default - none
   */
  readonly nfsMounts?: NfsMountConfigSpec;
  /**
   * The permissions that the pods need on OpenShift.
   * @default - none: the cluster is not OpenShift
   */
  readonly openShift?: PlatformOpenShiftSpec;
}
