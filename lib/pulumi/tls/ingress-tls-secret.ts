import * as pulumi from '@pulumi/pulumi';
import { renderIngressTlsSecret } from '../../manifests/tls/tls-secret';
import { named } from '../../model/given';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import type { ResolveContext } from '../../model/resolve';
import { INGRESS_TLS_SECRET_PHASE, type IngressTlsSecretSpec } from '../../model/tls/ingress-tls-secret';
import { resolveIngressTlsSecret } from '../../model/tls/resolve-ingress-tls-secret';
import { ComponentPlan, objectName, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';
import { replacedWithExtension } from '../extension/replaced-with';
import { keptInState, HIDDEN_IN_TLS, type LiteralTlsText } from './tls-arguments';

/** The arguments of an {@link IngressTlsSecret}; texts may be Outputs, and the private key is a secret whatever it is. */
export interface IngressTlsSecretArgs extends Deferrable<Omit<IngressTlsSecretSpec, 'name'>, LiteralTlsText> {
  /**
   * The name of the Secret.
   * @default - the name of the component
   */
  readonly name?: string;
}

/**
 * The Secret with which an ingress ends TLS for scoring: type `kubernetes.io/tls`, keys `tls.crt` and `tls.key`, in the
 * namespace azureml, which the extension makes. For the one that azureml-fe reads see {@link RouterTlsSecret}.
 *
 * Child: `resource`, the Secret or the object from which a controller makes it.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * const tls = new IngressTlsSecret('scoring-tls', {
 *   source: { kind: 'inline', certificate, privateKey: config.requireSecret('key') },
 * }, { provider, dependsOn: extension });
 */
export class IngressTlsSecret extends pulumi.ComponentResource {
  /** The name of the Secret, for the ingress that refers to it. */
  public readonly secretName: pulumi.Output<string>;
  /** The Secret, or the object that makes it. */
  public readonly resource: pulumi.CustomResource;
  /** Created after the extension is installed, with the ingress. */
  public readonly phase: Phase = INGRESS_TLS_SECRET_PHASE;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the object that makes the Secret.
   * @param name - unique in the program
   * @param args - the secret
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: IngressTlsSecretArgs, opts: ComponentOptions<'resource'> = {}) {
    const plan = new ComponentPlan({
      kind: 'IngressTlsSecret',
      name,
      args: named(args, name),
      opts,
      hidden: HIDDEN_IN_TLS,
      resolve: (spec: IngressTlsSecretSpec, context: ResolveContext) =>
        keptInState(resolveIngressTlsSecret(spec, context)),
    });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    this.resource = plan.create(
      this,
      'resource',
      renderIngressTlsSecret(plan.resolved),
      {},
      replacedWithExtension(opts),
    );
    this.secretName = objectName(this.resource);
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ secretName: this.secretName });
  }
}
