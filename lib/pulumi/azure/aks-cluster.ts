import * as pulumi from '@pulumi/pulumi';
import { ManagedCluster } from '@pulumi/azure-native/containerservice/index.js';
import type { Provider } from '@pulumi/kubernetes/provider.js';
import type { ManagedClusterSpec, ResolvedManagedCluster } from '../../model/azure/managed-cluster';
import { resolveManagedCluster } from '../../model/azure/resolve-managed-cluster';
import { accessThroughNetwork, type AksClusterAccess } from '../../model/compute/attached-cluster';
import { isPlainObject } from '../../model/fields';
import { named } from '../../model/given';
import type { Issue } from '../../model/issues';
import { ComponentPlan, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';
import { consistsOf } from '../depended-on';
import { mutable } from '../mutable';
import { AgentPool } from './agent-pool';
import { agentPoolArguments } from './agent-pool-arguments';
import { upgradeHooks } from './upgrade';
import {
  aksKubeconfigOf,
  aksLocationOf,
  assertExistingCluster,
  clusterNamesOf,
  providerOf,
  type ClusterWithCredentials,
} from './cluster';

/** The arguments of an {@link AksCluster}; texts may be Outputs, but for amounts and what support is judged by. */
export interface AksClusterArgs extends Deferrable<
  Omit<ManagedClusterSpec, 'name'>,
  'cpu' | 'memory' | 'supportWindow' | 'date' | 'minor' | 'driver' | 'storageClassName'
> {
  /**
   * The name of the cluster.
   * @default - the name of the component
   */
  readonly name?: pulumi.Input<string>;
}

/** What is known about a cluster that exists already. */
export interface ExistingAksClusterFacts {
  /**
   * The location.
   * @default - Azure is asked
   */
  readonly location?: pulumi.Input<string>;
  /**
   * How many nodes there are at least.
   * @default - not known
   */
  readonly nodeCount?: number;
  /**
   * Whether the CSI driver of Azure Blob is installed.
   * @default - not known
   */
  readonly blobCsiDriver?: boolean;
}

/**
 * A cluster of AKS for Azure Machine Learning: a managed identity, OIDC issuer and workload identity, a system pool of
 * at least 4 vCPUs without taints, user pools. It is protected: say `protect: false` in the options before it can be
 * deleted or replaced.
 *
 * Children: `managedCluster`, and an {@link AgentPool} `<name>-<pool>` for each user pool. An upgrade moves the control
 * plane first, with the system pool, then the user pools; one that skips a minor is refused, as AKS does.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension
 * @example
 * const cluster = new AksCluster('ml', {
 *   resourceGroupName,
 *   location: 'westeurope',
 *   nodePools: { jobs: { vmSize: 'Standard_DS4_v2', minCount: 1, maxCount: 8, isolation: { kind: 'workload' } } },
 * });
 */
export class AksCluster extends pulumi.ComponentResource implements ClusterWithCredentials {
  /**
   * A cluster that exists already; nothing is registered for it.
   * @param id - its resource id
   * @param facts - what is known about it
   * @param opts - how Azure is asked for the rest
   */
  public static fromExisting(
    this: void,
    id: pulumi.Input<string>,
    facts: ExistingAksClusterFacts = {},
    opts: pulumi.InvokeOutputOptions = {},
  ): ClusterWithCredentials {
    assertExistingCluster('aks', { id, facts });
    const names = clusterNamesOf(id);
    const known = {
      kind: 'aks',
      ...names,
      location: facts.location === undefined ? aksLocationOf(names, opts) : pulumi.output(facts.location),
      kubeconfig: aksKubeconfigOf(names, opts),
      nodeCount: facts.nodeCount,
      distribution: undefined,
      blobCsiDriver: facts.blobCsiDriver,
      owner: undefined,
    } as const;
    return { ...known, kubernetesProvider: (name, options) => providerOf(known, name, options) };
  }

  /** The kind of cluster. */
  public readonly kind = 'aks';
  /** The resource id. */
  public readonly id: pulumi.Output<string>;
  /** The name of the cluster. */
  public readonly name: pulumi.Output<string>;
  /** The resource group. */
  public readonly resourceGroupName: pulumi.Output<string>;
  /** The location. */
  public readonly location: pulumi.Output<string>;
  /** The nodes that all pools start with. */
  public readonly nodeCount: number;
  /** Whether the CSI driver of Azure Blob is installed. */
  public readonly blobCsiDriver: boolean;
  /** How the cluster is reached, by its network. */
  public readonly access: AksClusterAccess;
  /** Not known, as AKS is none. */
  public readonly distribution = undefined;
  /** Not known while the program runs. */
  public readonly literalId = undefined;
  /** The cluster itself, which takes everything in it along when it is deleted. */
  public readonly owner: pulumi.Resource;
  /** The kubeconfig of the cluster's users, a secret. */
  public readonly kubeconfig: pulumi.Output<string>;
  /** The issuer of tokens for workload identities. */
  public readonly oidcIssuerUrl: pulumi.Output<string | undefined>;
  /** The cluster. */
  public readonly managedCluster: pulumi.CustomResource;
  /** The user pools by name. */
  public readonly nodePools: Readonly<Record<string, AgentPool>>;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the cluster and its pools.
   * @param name - unique in the program
   * @param args - the cluster
   * @param opts - the options of the component
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: AksClusterArgs, opts: ComponentOptions<'managedCluster'> = {}) {
    const given = withLiteralVolumes(named(args, name));
    const resolve = resolveManagedCluster;
    const plan = new ComponentPlan({ kind: 'AksCluster', name, args: given, opts, issues: [], resolve });
    super(plan.type, name, plan.inputs, { ...plan.opts, protect: false });
    plan.start(this);
    const { resolved } = plan;
    const options = plan.childOptions(
      this,
      'managedCluster',
      managedClusterOptions(`${name}-managedCluster`, resolved, opts),
    );
    const properties = mutable(plan.restore(managedClusterProperties(resolved)));
    const cluster = new ManagedCluster(`${name}-managedCluster`, properties, options);
    this.managedCluster = cluster;
    this.owner = cluster;
    this.id = cluster.id;
    this.name = cluster.name;
    this.location = cluster.location;
    this.resourceGroupName = plan.output(resolved.resourceGroupName);
    this.oidcIssuerUrl = cluster.oidcIssuerProfile.apply((profile) => profile?.issuerURL);
    this.kubeconfig = aksKubeconfigOf(this, { parent: this });
    this.blobCsiDriver = resolved.blobCsiDriver;
    this.access = accessThroughNetwork(resolved.network);
    this.nodeCount = [resolved.systemPool, ...resolved.nodePools].reduce((sum, { count }) => sum + count, 0);
    this.nodePools = this.createPools(name, args);
    consistsOf(this, cluster, ...Object.values(this.nodePools));
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ id: this.id, name: this.name, kubeconfig: this.kubeconfig });
  }

  /**
   * A Kubernetes provider for the cluster, which knows it by its id: new credentials replace no object.
   * @param name - unique in the program
   * @param opts - the options of the provider
   */
  public kubernetesProvider(name: string, opts?: pulumi.ResourceOptions): Provider {
    return providerOf(this, name, opts);
  }

  private createPools(name: string, args: AksClusterArgs): Readonly<Record<string, AgentPool>> {
    const { kubernetesVersion, network = {} } = args;
    const shared = {
      cluster: this,
      ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }),
      ...(network.subnetId === undefined ? {} : { subnetId: network.subnetId }),
    };
    const pools = Object.entries(args.nodePools ?? {}).map(([pool, spec]) => {
      const component = new AgentPool(`${name}-${pool}`, { ...spec, ...shared, name: pool }, { parent: this });
      return [pool, component] as const;
    });
    return Object.fromEntries(pools);
  }
}

/** What says which driver a volume needs. */
const DRIVER_LITERALS = ['kind', 'driver', 'storageClassName'];

/**
 * The arguments with no more of the volumes than what says which driver they need: the rest may come from the cluster
 * itself, which must not wait for it.
 */
function withLiteralVolumes(args: object): object {
  // Anything in place of arguments is for the rules to refuse.
  const volumes: unknown = isPlainObject(args) ? args['volumes'] : undefined;
  return Array.isArray(volumes) ? { ...args, volumes: volumes.map(withLiteralSource) } : args;
}

function withLiteralSource(volume: unknown): unknown {
  const source: unknown = isPlainObject(volume) ? volume['source'] : undefined;
  if (!isPlainObject(source)) return volume;
  const entries = Object.entries(source).filter(([key]) => DRIVER_LITERALS.includes(key));
  return { source: Object.fromEntries(entries) };
}

function managedClusterOptions(
  name: string,
  { systemPool }: ResolvedManagedCluster,
  opts: pulumi.ComponentResourceOptions,
): pulumi.CustomResourceOptions {
  const ignored = systemPool.autoscaling === undefined ? {} : { ignoreChanges: ['agentPoolProfiles[0].count'] };
  // What is in the old cluster can move to the new one only while both are there.
  return { protect: opts.protect ?? true, deleteBeforeReplace: false, hooks: upgradeHooks(name), ...ignored };
}

function managedClusterProperties(cluster: ResolvedManagedCluster) {
  const { kubernetesVersion, network, systemPool, tags } = cluster;
  return {
    resourceGroupName: cluster.resourceGroupName,
    resourceName: cluster.name,
    location: cluster.location,
    dnsPrefix: cluster.dnsPrefix,
    ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }),
    identity: { type: 'SystemAssigned' },
    enableRBAC: true,
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true } },
    storageProfile: { blobCSIDriver: { enabled: cluster.blobCsiDriver } },
    agentPoolProfiles: [{ name: systemPool.name, ...agentPoolArguments(systemPool, { ...network, ...cluster }) }],
    ...apiServerProperties(network),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  } as const;
}

function apiServerProperties({ authorizedIpRanges, privateCluster }: ResolvedManagedCluster['network']) {
  if (authorizedIpRanges === undefined && privateCluster === undefined) return {};
  return {
    apiServerAccessProfile: {
      ...(authorizedIpRanges === undefined ? {} : { authorizedIPRanges: authorizedIpRanges }),
      ...(privateCluster === undefined ? {} : { enablePrivateCluster: privateCluster }),
    },
  };
}
