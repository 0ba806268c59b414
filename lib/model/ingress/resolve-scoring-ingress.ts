import { EXTENSION_NAMESPACE } from '../extension/extension-name';
import { parseDnsSubdomain, parseWildcardHostName } from '../names';
import { assertDescription, type ResolveContext } from '../resolve';
import { GATEWAY_CLASS_ANNOTATION_VALUE } from './controller-annotations';
import { GATEWAY_OPTIONS, type ApplicationGatewayOptions } from './gateway-options';
import { INGRESS_FORMATS } from './ingress-formats';
import { NGINX_OPTIONS, type NginxOptions } from './nginx-options';
import { hostsOf } from './scheme.rules';
import {
  SCORING_INGRESS_PHASE,
  SCORING_INGRESS_REQUIREMENTS,
  type ResolvedCertificate,
  type ResolvedIngressClass,
  type ResolvedIngressOptions,
  type ResolvedScoringIngress,
  type ScoringIngressSpec,
} from './scoring-ingress';
import { scoringIngressIssues } from './scoring-ingress.rules';

const DEFAULT_NAME = 'azureml-fe';
const DEFAULT_CLASS = { nginx: 'nginx', applicationGateway: 'azure-application-gateway' } as const;

/**
 * Checks an ingress and fills its defaults.
 * @throws ValidationError with every issue
 */
export function resolveScoringIngress(spec: ScoringIngressSpec, context: ResolveContext = {}): ResolvedScoringIngress {
  const warnings = assertDescription('ScoringIngress', context, scoringIngressIssues(spec));
  const certificate = resolveCertificate(spec);
  return {
    ...resolveOptions(spec),
    name: parseDnsSubdomain(spec.name ?? DEFAULT_NAME),
    namespace: EXTENSION_NAMESPACE,
    ingressClass: resolveClass(spec),
    hosts: hostsOf(spec).map((host) => parseWildcardHostName(host)),
    ...(certificate === undefined ? {} : { certificate }),
    labels: spec.labels ?? {},
    annotations: spec.annotations ?? {},
    requirements: SCORING_INGRESS_REQUIREMENTS,
    phase: SCORING_INGRESS_PHASE,
    warnings,
  };
}

function resolveClass(spec: ScoringIngressSpec): ResolvedIngressClass {
  if (spec.controller === 'other') return { form: 'field', name: parseDnsSubdomain(spec.ingressClassName) };
  if (spec.controller === 'applicationGateway' && spec.classSelection === 'annotation') {
    return { form: 'annotation', value: GATEWAY_CLASS_ANNOTATION_VALUE };
  }
  return { form: 'field', name: parseDnsSubdomain(spec.ingressClassName ?? DEFAULT_CLASS[spec.controller]) };
}

function resolveCertificate({ https }: ScoringIngressSpec): ResolvedCertificate | undefined {
  if (https === undefined) return undefined;
  if (https.gatewayCertificate !== undefined) return { kind: 'gateway', name: https.gatewayCertificate };
  return {
    kind: 'secret',
    secretName: parseDnsSubdomain(https.secretName),
    ...(https.certManager === undefined ? {} : { issuer: https.certManager.issuer }),
  };
}

function resolveOptions(spec: ScoringIngressSpec): ResolvedIngressOptions {
  switch (spec.controller) {
    case 'nginx':
      return { controller: 'nginx', options: pickOptions<NginxOptions>(NGINX_OPTIONS, spec) };
    case 'applicationGateway':
      return { controller: 'applicationGateway', options: gatewayOptions(spec) };
    case 'other':
      return { controller: 'other', options: {} };
  }
}

function gatewayOptions(spec: ApplicationGatewayOptions): ApplicationGatewayOptions {
  const options = pickOptions<ApplicationGatewayOptions>(GATEWAY_OPTIONS, spec);
  const { wafPolicyId } = options;
  if (wafPolicyId === undefined) return options;
  return { ...options, wafPolicyId: INGRESS_FORMATS.wafPolicyId.parse(wafPolicyId) };
}

/** The options that are given, in the order of their table. */
function pickOptions<Options>(table: { readonly [Name in keyof Options]-?: unknown }, spec: Options): Options {
  const names = (Object.keys(table) as (keyof Options)[]).filter((name) => spec[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, spec[name]])) as Options;
}
