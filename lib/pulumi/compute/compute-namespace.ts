import * as pulumi from '@pulumi/pulumi';
import { renderComputeNamespace } from '../../manifests/compute/compute-namespace';
import { COMPUTE_NAMESPACE_PHASE, type ComputeNamespaceSpec } from '../../model/compute/compute-namespace';
import { resolveComputeNamespace } from '../../model/compute/resolve-compute-namespace';
import { named } from '../../model/given';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { ComponentPlan, objectName, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';

/** The arguments of a {@link ComputeNamespace}; texts may be Outputs, but for amounts. */
export interface ComputeNamespaceArgs extends Deferrable<
  Omit<ComputeNamespaceSpec, 'name'>,
  'cpu' | 'memory' | 'storage'
> {
  /**
   * The name of the namespace.
   * @default - the name of the component
   */
  readonly name?: pulumi.Input<string>;
}

/** The roles of the children of a {@link ComputeNamespace}. */
export type ComputeNamespaceRole = 'resource' | 'quota' | 'limitRange';

/**
 * The namespace in which the workloads of a compute run, with pod security, quota and limit range. It must exist
 * before the compute is attached.
 *
 * Children: `resource`, and `quota` and `limitRange` when they are described.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace
 * @example
 * new ComputeNamespace('ml-jobs', { quota: { requests: { gpu: 8 } } }, { provider });
 */
export class ComputeNamespace extends pulumi.ComponentResource {
  /** The name of the namespace. */
  public readonly name: pulumi.Output<string>;
  /** The namespace itself. */
  public readonly resource: pulumi.CustomResource;
  /** Created before the extension is installed, so that volumes and permissions can go into it. */
  public readonly phase: Phase = COMPUTE_NAMESPACE_PHASE;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the objects.
   * @param name - unique in the program
   * @param args - the namespace
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: ComputeNamespaceArgs = {}, opts: ComponentOptions<ComputeNamespaceRole> = {}) {
    const given = named(args, name);
    const plan = new ComponentPlan({
      kind: 'ComputeNamespace',
      name,
      args: given,
      opts,
      resolve: resolveComputeNamespace,
    });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    const { namespace, quota, limitRange } = renderComputeNamespace(plan.resolved);
    this.resource = plan.create(this, 'resource', namespace);
    const within = { dependsOn: [this.resource] };
    if (quota !== undefined) plan.create(this, 'quota', quota, within);
    if (limitRange !== undefined) plan.create(this, 'limitRange', limitRange, within);
    this.name = objectName(this.resource);
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ name: this.name });
  }
}
