import { Construct } from 'constructs';
import { renderInstanceType } from '../../manifests/compute/instance-type';
import { INSTANCE_TYPE_PHASE, type InstanceTypeSpec } from '../../model/compute/instance-type';
import { resolveInstanceType } from '../../model/compute/resolve-instance-type';
import { named } from '../../model/given';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { placePart } from '../cluster-scope';
import { createObject } from '../kubernetes-object';
import { resolveForSynthesis } from '../synthesis';

/** The properties of an {@link InstanceType}. */
export interface InstanceTypeProps extends Omit<InstanceTypeSpec, 'name'> {
  /**
   * The name that jobs use, unique in the cluster.
   * @default - the id of the construct
   */
  readonly name?: string;
}

/**
 * A size of workload that jobs and deployments refer to by name.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types
 * @example
 * new InstanceType(chart, 'gpu-small', {
 *   nodeSelector: { agentpool: 'gpu' },
 *   resources: { requests: { cpu: '4', memory: '16Gi' }, limits: { cpu: '8', memory: '32Gi', gpu: 1 } },
 * });
 */
export class InstanceType extends Construct {
  /** Applied after the extension is installed, which brings the kind along. */
  public readonly phase: Phase = INSTANCE_TYPE_PHASE;
  /** The name that jobs use. */
  public readonly name: string;
  /** The warnings about the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the properties and creates the object.
   * @param scope - a construct in a chart
   * @param id - unique in the scope
   * @param props - the instance type
   * @throws ValidationError with every issue of the properties; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: InstanceTypeProps) {
    const spec = named(props, id);
    const type = resolveForSynthesis('InstanceType', scope, id, spec, resolveInstanceType);
    super(scope, id);
    this.name = type.name;
    this.diagnostics = type.warnings;
    createObject(this, 'Resource', renderInstanceType(type));
    placePart(this, { kind: 'instanceType', spec: type }, type.warnings);
  }
}
