import * as pulumi from '@pulumi/pulumi';
import { renderRouterTlsSecret } from '../../manifests/tls/tls-secret';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import type { ResolveContext } from '../../model/resolve';
import { resolveRouterTlsSecret } from '../../model/tls/resolve-router-tls-secret';
import { ROUTER_TLS_SECRET_PHASE, type RouterTlsSecretSpec } from '../../model/tls/router-tls-secret';
import { ComponentPlan, objectName, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';
import { BEFORE_EXTENSION, extensionNamespaceFor, type BeforeExtensionArgs } from '../extension/before-extension';
import { withParts } from '../held-parts';
import { keptInState, HIDDEN_IN_TLS, type LiteralTlsText } from './tls-arguments';

/**
 * The arguments of a {@link RouterTlsSecret}; texts may be Outputs, and the private key is a secret whatever it is. A
 * certificate that is an Output wants a `revision`, because the name of the Secret is made while the program runs.
 */
export interface RouterTlsSecretArgs
  extends Deferrable<Omit<RouterTlsSecretSpec, 'name'>, LiteralTlsText>, BeforeExtensionArgs {
  /**
   * What the name of the Secret starts with.
   * @default - the name of the component
   */
  readonly name?: string;
}

/**
 * The Secret from which azureml-fe takes its certificate: type `Opaque`, keys `cert.pem` and `key.pem`, in the
 * namespace azureml, which comes along in a form that the extension can adopt. A renewed certificate gives a new name,
 * and so a new `sslSecret` of the extension. For the one of an ingress see {@link IngressTlsSecret}.
 *
 * Children: `resource`, the Secret or the object from which a controller makes it, and `namespace` unless one is given.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint
 * @example
 * const tls = new RouterTlsSecret('router-tls', {
 *   extensionName: 'azureml',
 *   source: { kind: 'inline', certificate, privateKey: config.requireSecret('key') },
 * }, { provider });
 */
export class RouterTlsSecret extends pulumi.ComponentResource {
  /** The name of the Secret, for the setting `sslSecret` of the extension. */
  public readonly secretName: pulumi.Output<string>;
  /** The Secret, or the object that makes it. */
  public readonly resource: pulumi.CustomResource;
  /** Created before the extension is installed, which looks for the Secret. */
  public readonly phase: Phase = ROUTER_TLS_SECRET_PHASE;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the objects.
   * @param name - unique in the program
   * @param args - the secret
   * @param opts - with a Kubernetes provider, or a parent that has one
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: RouterTlsSecretArgs, opts: ComponentOptions<'resource' | 'namespace'> = {}) {
    const { extensionNamespace, ...spec } = withParts(`RouterTlsSecret ${name}`, args, BEFORE_EXTENSION);
    const plan = new ComponentPlan({
      kind: 'RouterTlsSecret',
      name,
      args: { ...spec, name: spec.name ?? name },
      opts,
      hidden: HIDDEN_IN_TLS,
      resolve: (spec: RouterTlsSecretSpec, context: ResolveContext) =>
        keptInState(resolveRouterTlsSecret(spec, context)),
    });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    const { extensionName } = plan.resolved;
    const namespace = extensionNamespaceFor(extensionNamespace, extensionName, (manifest) =>
      plan.create(this, 'namespace', manifest),
    );
    this.resource = plan.create(this, 'resource', renderRouterTlsSecret(plan.resolved), { dependsOn: [namespace] });
    this.secretName = objectName(this.resource);
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ secretName: this.secretName });
  }
}
