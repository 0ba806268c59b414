import * as pulumi from '@pulumi/pulumi';
import { renderScoringIngress } from '../../manifests/ingress/scoring-ingress';
import { resolveScoringIngress } from '../../model/ingress/resolve-scoring-ingress';
import { SCORING_INGRESS_PHASE, type ScoringIngressSpec } from '../../model/ingress/scoring-ingress';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { ComponentPlan, objectName, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';
import { replacedWithExtension } from '../extension/replaced-with';

/** The arguments of a {@link ScoringIngress}; texts may be Outputs. */
export type ScoringIngressArgs = Deferrable<ScoringIngressSpec>;

/**
 * The Ingress that makes azureml-fe, and so every online endpoint of the cluster, reachable through ingress-nginx,
 * Application Gateway or another controller, in the namespace azureml. The extension has to be installed with
 * `inferenceRouterServiceType=ClusterIP` and `allowInsecureConnections=True`, and the component has to depend on it.
 *
 * Child: `resource`.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * new ScoringIngress('scoring', {
 *   controller: 'nginx',
 *   https: { host: 'ml.contoso.com', secretName: tls.secretName },
 *   bodySize: '50m',
 * }, { provider, dependsOn: extension });
 */
export class ScoringIngress extends pulumi.ComponentResource {
  /** The name of the Ingress. */
  public readonly name: pulumi.Output<string>;
  /** The Ingress. */
  public readonly resource: pulumi.CustomResource;
  /** Created after the extension is installed, which brings the namespace and the Service azureml-fe. */
  public readonly phase: Phase = SCORING_INGRESS_PHASE;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the Ingress.
   * @param name - unique in the program
   * @param args - the ingress
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: ScoringIngressArgs, opts: ComponentOptions<'resource'> = {}) {
    const plan = new ComponentPlan({ kind: 'ScoringIngress', name, args, opts, resolve: resolveScoringIngress });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    this.resource = plan.create(this, 'resource', renderScoringIngress(plan.resolved), {}, replacedWithExtension(opts));
    this.name = objectName(this.resource);
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ name: this.name });
  }
}
