import { Construct } from 'constructs';
import { renderRouterTlsSecret } from '../../manifests/tls/tls-secret';
import { named } from '../../model/given';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { resolveRouterTlsSecret } from '../../model/tls/resolve-router-tls-secret';
import {
  ROUTER_TLS_SECRET_PHASE,
  type ResolvedRouterTlsSecret,
  type RouterTlsSecretSpec,
} from '../../model/tls/router-tls-secret';
import { placePart } from '../cluster-scope';
import { assertExtensionNamespace, extensionNamespace } from '../extension-namespace';
import { createObject } from '../kubernetes-object';
import { resolveForSynthesis } from '../synthesis';

/** The properties of a {@link RouterTlsSecret}. */
export interface RouterTlsSecretProps extends Omit<RouterTlsSecretSpec, 'name'> {
  /**
   * What the name of the Secret starts with.
   * @default - the id of the construct
   */
  readonly name?: string;
}

/**
 * The Secret from which azureml-fe takes its certificate: type `Opaque`, keys `cert.pem` and `key.pem`, in the
 * namespace azureml, which comes along in a form that the extension can adopt. A renewed certificate gives a new name,
 * to be set as `sslSecret` of the extension. For the one of an ingress see {@link IngressTlsSecret}.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint
 * @example
 * const tls = new RouterTlsSecret(chart, 'router-tls', {
 *   extensionName: 'azureml',
 *   source: {
 *     kind: 'inline',
 *     certificate: readFileSync('cert.pem', 'utf8'),
 *     privateKey: SecretValue.of(readFileSync('key.pem', 'utf8')),
 *   },
 * });
 * console.log(`sslSecret=${tls.secretName}`);
 */
export class RouterTlsSecret extends Construct {
  /** Applied before the extension is installed, which looks for the Secret. */
  public readonly phase: Phase = ROUTER_TLS_SECRET_PHASE;
  /** The name of the Secret, for the setting `sslSecret` of the extension: the name given and what tells renewals apart. */
  public readonly secretName: string;
  /** The checked description, with every default. */
  public readonly spec: ResolvedRouterTlsSecret;
  /** The warnings about the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the namespace and the object that makes the Secret.
   * @param scope - a construct in a chart
   * @param id - unique in the scope
   * @param props - the secret
   * @throws ValidationError with every issue of the properties, or when the namespace finds no place in the chart; nothing
   * is created then
   */
  public constructor(scope: Construct, id: string, props: RouterTlsSecretProps) {
    const given = named(props, id);
    const spec = resolveForSynthesis('RouterTlsSecret', scope, id, given, resolveRouterTlsSecret);
    assertExtensionNamespace('RouterTlsSecret', scope, id);
    super(scope, id);
    this.spec = spec;
    this.secretName = spec.secretName;
    this.diagnostics = spec.warnings;
    const object = createObject(this, 'Resource', renderRouterTlsSecret(spec));
    object.addDependency(extensionNamespace(this, spec.extensionName));
    placePart(this, { kind: 'tlsSecret', spec }, spec.warnings);
  }
}
