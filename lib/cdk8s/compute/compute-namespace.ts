import { Construct } from 'constructs';
import { renderComputeNamespace } from '../../manifests/compute/compute-namespace';
import { COMPUTE_NAMESPACE_PHASE, type ComputeNamespaceSpec } from '../../model/compute/compute-namespace';
import { resolveComputeNamespace } from '../../model/compute/resolve-compute-namespace';
import { named } from '../../model/given';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { placePart } from '../cluster-scope';
import { createObject } from '../kubernetes-object';
import { resolveForSynthesis } from '../synthesis';

/** The properties of a {@link ComputeNamespace}. */
export interface ComputeNamespaceProps extends Omit<ComputeNamespaceSpec, 'name'> {
  /**
   * The name of the namespace.
   * @default - the id of the construct
   */
  readonly name?: string;
}

/**
 * The namespace in which the workloads of a compute run, with pod security, quota and limit range. It must exist
 * before the compute is attached.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace
 * @example
 * new ComputeNamespace(chart, 'ml-jobs', { quota: { requests: { gpu: 8 } } });
 */
export class ComputeNamespace extends Construct {
  /** Applied before the extension is installed, so that volumes and permissions can go into it. */
  public readonly phase: Phase = COMPUTE_NAMESPACE_PHASE;
  /** The name of the namespace. */
  public readonly name: string;
  /** The warnings about the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the properties and creates the objects.
   * @param scope - a construct in a chart
   * @param id - unique in the scope
   * @param props - the namespace
   * @throws ValidationError with every issue of the properties; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: ComputeNamespaceProps = {}) {
    const spec = named(props, id);
    const resolved = resolveForSynthesis('ComputeNamespace', scope, id, spec, resolveComputeNamespace);
    super(scope, id);
    this.name = resolved.name;
    this.diagnostics = resolved.warnings;
    const { namespace, quota, limitRange } = renderComputeNamespace(resolved);
    const resource = createObject(this, 'Resource', namespace);
    if (quota !== undefined) createObject(this, 'Quota', quota).addDependency(resource);
    if (limitRange !== undefined) createObject(this, 'LimitRange', limitRange).addDependency(resource);
    placePart(this, { kind: 'computeNamespace', spec: resolved }, resolved.warnings);
  }
}
