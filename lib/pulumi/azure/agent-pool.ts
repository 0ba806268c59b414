import * as pulumi from '@pulumi/pulumi';
import { AgentPool as AzureAgentPool } from '@pulumi/azure-native/containerservice/index.js';
import type { ManagedNodePoolSpec, NodePoolPlacementSpec } from '../../model/azure/managed-cluster';
import { nodePoolPlacementIssues, subnetId } from '../../model/azure/managed-cluster.rules';
import { resolveManagedNodePool } from '../../model/azure/resolve-managed-cluster';
import { required } from '../../model/fields';
import { given } from '../../model/given';
import { givenProperties } from '../../model/given-properties';
import type { Issue } from '../../model/issues';
import type { ResolveContext } from '../../model/resolve';
import type { NodePoolSpec } from '../../model/scheduling/node-pool';
import { ComponentPlan, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';
import { consistsOf } from '../depended-on';
import { programObject, withParts } from '../held-parts';
import { mutable } from '../mutable';
import { agentPoolArguments } from './agent-pool-arguments';

/** Where an {@link AgentPool} belongs. */
export interface AgentPoolPlacement {
  /** The AKS cluster, made by this program or not. */
  readonly cluster: {
    readonly name: pulumi.Input<string>;
    readonly resourceGroupName: pulumi.Input<string>;
  };
  /**
   * The name of the pool: at most 12 lower-case letters and digits.
   * @default - the name of the component
   */
  readonly name?: string;
  /**
   * The version of Kubernetes.
   * @default - the one that the cluster has when the pool is made
   */
  readonly kubernetesVersion?: pulumi.Input<string>;
  /**
   * The resource id of the subnet of the nodes.
   * @default - the network of the cluster's own
   */
  readonly subnetId?: pulumi.Input<string>;
}

/** The arguments of an {@link AgentPool}; texts may be Outputs, but for amounts. */
export type AgentPoolArgs = Deferrable<ManagedNodePoolSpec, 'cpu' | 'memory'> & AgentPoolPlacement;

interface AgentPoolSpec extends NodePoolSpec, NodePoolPlacementSpec {}

/**
 * A user node pool of an AKS cluster: the taints and labels of its isolation, autoscaling, GPUs, spot nodes.
 *
 * Child: `agentPool`.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * new AgentPool('gpu', {
 *   cluster,
 *   vmSize: 'Standard_NC24ads_A100_v4',
 *   gpus: 1,
 *   minCount: 0,
 *   maxCount: 4,
 *   isolation: { kind: 'workspace', resourceGroup: 'ml', workspace: 'vision' },
 * });
 */
export class AgentPool extends pulumi.ComponentResource {
  /** The resource id of the pool. */
  public readonly id: pulumi.Output<string>;
  /** The pool itself. */
  public readonly agentPool: pulumi.CustomResource;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the pool.
   * @param name - unique in the program
   * @param args - the pool
   * @param opts - the options of the component
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: AgentPoolArgs, opts: ComponentOptions<'agentPool'> = {}) {
    const { cluster, ...pool } = withParts(`AgentPool ${name}`, args, { cluster: required(programObject) });
    const described = { ...pool, name: pool.name ?? name, cluster: given(cluster, ['name', 'resourceGroupName']) };
    const plan = new ComponentPlan({ kind: 'AgentPool', name, args: described, opts, issues: [], resolve });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    const { resolved } = plan;
    const properties = plan.restore({
      resourceGroupName: resolved.cluster.resourceGroupName,
      resourceName: resolved.cluster.name,
      agentPoolName: resolved.name,
      ...agentPoolArguments(resolved, resolved),
    });
    const ignored = resolved.autoscaling === undefined ? {} : { ignoreChanges: ['count'] };
    const options = plan.childOptions(this, 'agentPool', ignored);
    this.agentPool = new AzureAgentPool(`${name}-agentPool`, mutable(properties), options);
    consistsOf(this, this.agentPool);
    this.id = this.agentPool.id;
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ id: this.id });
  }
}

function resolve(spec: AgentPoolSpec, context: ResolveContext) {
  const { cluster, kubernetesVersion, subnetId: subnet, ...pool } = spec;
  const placement = { cluster, ...givenProperties({ kubernetesVersion, subnetId: subnet }) };
  const moreIssues = [...(context.moreIssues ?? []), ...nodePoolPlacementIssues(placement)];
  const checked = resolveManagedNodePool(pool, { ...context, moreIssues });
  return { ...checked, ...placement, ...givenProperties({ subnetId: subnet && subnetId.parse(subnet) }) };
}
