import { Construct } from 'constructs';
import { renderIngressTlsSecret } from '../../manifests/tls/tls-secret';
import { named } from '../../model/given';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import {
  INGRESS_TLS_SECRET_PHASE,
  type IngressTlsSecretSpec,
  type ResolvedIngressTlsSecret,
} from '../../model/tls/ingress-tls-secret';
import { resolveIngressTlsSecret } from '../../model/tls/resolve-ingress-tls-secret';
import { placePart } from '../cluster-scope';
import { createObject } from '../kubernetes-object';
import { resolveForSynthesis } from '../synthesis';

/** The properties of an {@link IngressTlsSecret}. */
export interface IngressTlsSecretProps extends Omit<IngressTlsSecretSpec, 'name'> {
  /**
   * The name of the Secret.
   * @default - the id of the construct
   */
  readonly name?: string;
}

/**
 * The Secret with which an ingress ends TLS for scoring: type `kubernetes.io/tls`, keys `tls.crt` and `tls.key`, in the
 * namespace azureml. For the one that azureml-fe reads see {@link RouterTlsSecret}.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * const tls = new IngressTlsSecret(chart, 'scoring-tls', {
 *   source: {
 *     kind: 'externalSecret',
 *     store: { kind: 'ClusterSecretStore', name: 'key-vault' },
 *     bundle: { key: 'secret/scoring', format: 'pkcs12' },
 *   },
 * });
 * new ScoringIngress(chart, 'scoring', {
 *   controller: 'nginx',
 *   https: { host: 'ml.contoso.com', secretName: tls },
 * });
 */
export class IngressTlsSecret extends Construct {
  /** Applied after the extension is installed, with the ingress. */
  public readonly phase: Phase = INGRESS_TLS_SECRET_PHASE;
  /** The name of the Secret, for the ingress that refers to it. */
  public readonly secretName: string;
  /** The same under the name that other objects have it, so that an ingress takes the construct itself. */
  public readonly name: string;
  /** The checked description, with every default. */
  public readonly spec: ResolvedIngressTlsSecret;
  /** The warnings about the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the object that makes the Secret.
   * @param scope - a construct in a chart
   * @param id - unique in the scope
   * @param props - the secret
   * @throws ValidationError with every issue of the properties; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: IngressTlsSecretProps) {
    const given = named(props, id);
    const spec = resolveForSynthesis('IngressTlsSecret', scope, id, given, resolveIngressTlsSecret);
    super(scope, id);
    this.spec = spec;
    this.secretName = spec.secretName;
    this.name = spec.secretName;
    this.diagnostics = spec.warnings;
    createObject(this, 'Resource', renderIngressTlsSecret(spec));
    placePart(this, { kind: 'tlsSecret', spec }, spec.warnings);
  }
}
