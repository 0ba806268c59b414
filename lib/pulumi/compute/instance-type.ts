import * as pulumi from '@pulumi/pulumi';
import { renderInstanceType } from '../../manifests/compute/instance-type';
import { INSTANCE_TYPE_PHASE, type InstanceTypeSpec } from '../../model/compute/instance-type';
import { resolveInstanceType } from '../../model/compute/resolve-instance-type';
import { named } from '../../model/given';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { ComponentPlan, objectName, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';
import { replacedWithExtension } from '../extension/replaced-with';

/** The arguments of an {@link InstanceType}; the values of node labels may be Outputs. */
export interface InstanceTypeArgs extends Deferrable<Omit<InstanceTypeSpec, 'name'>, 'cpu' | 'memory' | 'gpuResource'> {
  /**
   * The name that jobs use, unique in the cluster.
   * @default - the name of the component
   */
  readonly name?: string;
}

/**
 * A size of workload that jobs and deployments refer to by name. Its kind comes with the extension, so the component
 * has to depend on it.
 *
 * Child: `resource`.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types
 * @example
 * new InstanceType('gpu-small', {
 *   nodeSelector: { agentpool: 'gpu' },
 *   resources: { requests: { cpu: '4', memory: '16Gi' }, limits: { cpu: '8', memory: '32Gi', gpu: 1 } },
 * }, { provider, dependsOn: extension });
 */
export class InstanceType extends pulumi.ComponentResource {
  /** The name that jobs use. */
  public readonly name: pulumi.Output<string>;
  /** The custom resource. */
  public readonly resource: pulumi.CustomResource;
  /** Created after the extension is installed, which brings the kind along. */
  public readonly phase: Phase = INSTANCE_TYPE_PHASE;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the object.
   * @param name - unique in the program
   * @param args - the instance type
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: InstanceTypeArgs, opts: ComponentOptions<'resource'> = {}) {
    const given = named(args, name);
    const plan = new ComponentPlan({ kind: 'InstanceType', name, args: given, opts, resolve: resolveInstanceType });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    this.resource = plan.create(this, 'resource', renderInstanceType(plan.resolved), {}, replacedWithExtension(opts));
    this.name = objectName(this.resource);
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ name: this.name });
  }
}
