import { Construct } from 'constructs';
import { renderScoringIngress } from '../../manifests/ingress/scoring-ingress';
import { resolveScoringIngress } from '../../model/ingress/resolve-scoring-ingress';
import {
  SCORING_INGRESS_PHASE,
  type ResolvedScoringIngress,
  type ScoringIngressSpec,
} from '../../model/ingress/scoring-ingress';
import { isPlainObject } from '../../model/fields';
import type { Issue } from '../../model/issues';
import type { Phase } from '../../model/phase';
import { placePart } from '../cluster-scope';
import { createObject } from '../kubernetes-object';
import { resolveForSynthesis } from '../synthesis';

/** An object that is referred to by its name: an `ApiObject`, a construct of cdk8s-plus, or just a name. */
export interface NamedObject {
  readonly name: string;
}

/** The properties of a {@link ScoringIngress}. The Secret of the certificate is named by text or by its object. */
export type ScoringIngressProps = ScoringIngressSpec<string | NamedObject>;

/**
 * The Ingress that makes azureml-fe, and so every online endpoint of the cluster, reachable through ingress-nginx,
 * Application Gateway or another controller, in the namespace azureml. The extension has to be installed with
 * `inferenceRouterServiceType=ClusterIP` and `allowInsecureConnections=True`.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * new ScoringIngress(chart, 'scoring', {
 *   controller: 'nginx',
 *   https: { host: 'ml.contoso.com', secretName: 'scoring-tls' },
 *   bodySize: '50m',
 * });
 */
export class ScoringIngress extends Construct {
  /** Applied after the extension is installed, which brings the namespace and the Service azureml-fe. */
  public readonly phase: Phase = SCORING_INGRESS_PHASE;
  /** The name of the Ingress. */
  public readonly name: string;
  /** The checked description with every default; what the model's `scoringAddress` asks for. */
  public readonly spec: ResolvedScoringIngress;
  /** The warnings about the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the properties and creates the Ingress.
   * @param scope - a construct in a chart
   * @param id - unique in the scope
   * @param props - the ingress
   * @throws ValidationError with every issue of the properties; nothing is created then
   */
  public constructor(scope: Construct, id: string, props: ScoringIngressProps) {
    const spec = resolveForSynthesis('ScoringIngress', scope, id, withSecretName(props), resolveScoringIngress);
    super(scope, id);
    this.name = spec.name;
    this.spec = spec;
    this.diagnostics = spec.warnings;
    createObject(this, 'Resource', renderScoringIngress(spec));
    placePart(this, { kind: 'scoringIngress', spec }, spec.warnings);
  }
}

/** The description with the name of the Secret in place of its object. */
function withSecretName(props: ScoringIngressProps): ScoringIngressSpec {
  const https = isPlainObject(props) ? props.https : undefined;
  const secret: unknown = https?.secretName;
  if (!isNamedObject(secret)) return props as ScoringIngressSpec;
  return { ...props, https: { ...https, secretName: secret.name } } as ScoringIngressSpec;
}

function isNamedObject(value: unknown): value is NamedObject {
  return typeof value === 'object' && value !== null && 'name' in value;
}
