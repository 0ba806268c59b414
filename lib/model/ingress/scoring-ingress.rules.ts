import { annotationMap } from '../annotations';
import { equalText } from '../deferred';
import {
  isWellShaped,
  mapOf,
  object,
  oneOf,
  optional,
  required,
  text,
  variant,
  type Check,
  type FieldTable,
} from '../fields';
import { issue, type Issue } from '../issues';
import { dnsSubdomain, labelKey, labelValue } from '../names';
import { annotationFields } from './annotation-table';
import { GATEWAY_OPTIONS, type ApplicationGatewayOptions } from './gateway-options';
import { NGINX_OPTIONS, type NginxOptions } from './nginx-options';
import { rawAnnotationIssues } from './raw-annotations.rules';
import { GATEWAY_SCHEME_FIELDS, hostsOf, SCHEME_FIELDS, schemeIssues, type LooseSchemes } from './scheme.rules';
import type {
  ApplicationGatewayScoringIngressSpec,
  NginxScoringIngressSpec,
  OtherScoringIngressSpec,
  ScoringIngressCommon,
  ScoringIngressSpec,
} from './scoring-ingress';

const MAX_LISTENER_HOSTS = 5;
/** Bytes for the annotations that properties write: about forty, whose names and values rarely exceed 300 together. */
const ROOM_FOR_PROPERTIES = 16 * 1024;

const COMMON = {
  name: optional(text(dnsSubdomain)),
  labels: optional(mapOf(labelKey, text(labelValue))),
  annotations: optional(annotationMap(ROOM_FOR_PROPERTIES)),
} satisfies FieldTable<ScoringIngressCommon>;

const NGINX = {
  ...COMMON,
  ...SCHEME_FIELDS,
  ...annotationFields<NginxOptions>(NGINX_OPTIONS),
  controller: required(oneOf(['nginx'])),
  ingressClassName: optional(text(dnsSubdomain)),
  bundledNginx: optional(oneOf(['absent', 'ownClass'])),
} satisfies FieldTable<NginxScoringIngressSpec>;

const APPLICATION_GATEWAY = {
  ...COMMON,
  ...GATEWAY_SCHEME_FIELDS,
  ...annotationFields<ApplicationGatewayOptions>(GATEWAY_OPTIONS),
  controller: required(oneOf(['applicationGateway'])),
  classSelection: optional(oneOf(['ingressClassName', 'annotation'])),
  ingressClassName: optional(text(dnsSubdomain)),
} satisfies FieldTable<ApplicationGatewayScoringIngressSpec>;

const OTHER = {
  ...COMMON,
  ...SCHEME_FIELDS,
  controller: required(oneOf(['other'])),
  ingressClassName: required(text(dnsSubdomain)),
} satisfies FieldTable<OtherScoringIngressSpec>;

const CONTROLLERS = {
  nginx: object(NGINX),
  applicationGateway: object(APPLICATION_GATEWAY),
  other: object(OTHER),
} satisfies Readonly<Record<ScoringIngressSpec['controller'], Check>>;

const SCORING_INGRESS = variant('controller', CONTROLLERS);

/** An ingress whose shape is right, while the combinations that the types exclude are not checked yet. */
type Loose<Spec> = Omit<Spec, 'http' | 'https'> & LooseSchemes;

/**
 * Everything that is wrong or unwise with an ingress.
 * @param spec - the ingress as the user wrote it
 */
export function scoringIngressIssues(spec: ScoringIngressSpec): Issue[] {
  const shape = SCORING_INGRESS(spec, []);
  if (!isWellShaped(shape)) return shape;
  return [...shape, ...schemeIssues(spec), ...controllerIssues(spec), ...rawAnnotationIssues(spec)];
}

function controllerIssues(spec: ScoringIngressSpec): Issue[] {
  switch (spec.controller) {
    case 'nginx':
      return nginxIssues(spec);
    case 'applicationGateway':
      return gatewayIssues(spec);
    case 'other':
      return [];
  }
}

function nginxIssues(spec: Loose<NginxScoringIngressSpec>): Issue[] {
  const { http, sslRedirect, forceSslRedirect, nextUpstream = [], bundledNginx } = spec;
  const isPlain = http !== undefined;
  const isMixed = nextUpstream.includes('off') && nextUpstream.length > 1;
  return [
    ...(isPlain && sslRedirect === true ? [issue('ingress/option-without-tls', ['sslRedirect'])] : []),
    ...(isPlain && forceSslRedirect === true
      ? [issue('ingress/forced-redirect-without-tls', ['forceSslRedirect'])]
      : []),
    ...(isMixed ? [issue('ingress/next-upstream-off', ['nextUpstream'], { received: nextUpstream })] : []),
    ...(bundledNginx === undefined ? [issue('ingress/bundled-nginx', ['bundledNginx'])] : []),
    issue('ingress/nginx-retired', ['controller']),
  ];
}

function gatewayIssues(spec: Loose<ApplicationGatewayScoringIngressSpec>): Issue[] {
  const isTwice = spec.classSelection === 'annotation' && spec.ingressClassName !== undefined;
  return [
    ...(isTwice ? [issue('ingress/two-class-forms', ['ingressClassName'])] : []),
    ...gatewayTlsIssues(spec),
    ...gatewayHostIssues(spec, hostsOf(spec)),
    ...gatewayItemIssues(spec),
  ];
}

function gatewayTlsIssues({ http, sslRedirect, sslProfile, overrideFrontendPort }: Loose<GatewaySpec>): Issue[] {
  const isPlain = http !== undefined;
  const isRedirected = sslRedirect === true;
  return [
    ...(isPlain && isRedirected ? [issue('ingress/option-without-tls', ['sslRedirect'])] : []),
    ...(isPlain && sslProfile !== undefined ? [issue('ingress/option-without-tls', ['sslProfile'])] : []),
    ...(!isPlain && isRedirected && overrideFrontendPort !== undefined
      ? [issue('ingress/redirect-on-overridden-port', ['overrideFrontendPort'])]
      : []),
  ];
}

type GatewaySpec = ApplicationGatewayScoringIngressSpec;

function gatewayHostIssues(spec: Loose<GatewaySpec>, hosts: readonly string[]): Issue[] {
  const isProbeHostKnown = spec.healthProbe?.hostname !== undefined || spec.backendHostname !== undefined;
  const isAmbiguous = hosts.length > 1 && !isProbeHostKnown;
  return [
    ...(isAmbiguous ? [issue('ingress/probe-host', ['healthProbe', 'hostname'])] : []),
    ...(spec.hostnameExtension === undefined ? [] : hostnameExtensionIssues(spec.hostnameExtension, hosts)),
  ];
}

function hostnameExtensionIssues(extension: readonly string[], hosts: readonly string[]): Issue[] {
  const path = ['hostnameExtension'];
  if (hosts.length > 1) return [issue('ingress/hostname-extension-repeated', path)];
  const count = extension.length + hosts.length;
  return [
    ...(count > MAX_LISTENER_HOSTS
      ? [issue('ingress/too-many-hostnames', path, { received: `${String(count)} names with the host` })]
      : []),
    ...extension.flatMap((name, index) =>
      hosts.some((host) => equalText(name, host) === true)
        ? [issue('ingress/hostname-extension-holds-host', [...path, index], { received: name })]
        : [],
    ),
  ];
}

function gatewayItemIssues(spec: Loose<GatewaySpec>): Issue[] {
  const isTwice = spec.rewriteRuleSet !== undefined && spec.rewriteRuleSetCustomResource !== undefined;
  return [
    ...(isTwice ? [issue('ingress/two-rewrite-rule-sets', ['rewriteRuleSetCustomResource'])] : []),
    ...(spec.trustedRootCertificates === undefined
      ? []
      : [issue('ingress/root-certificates-unused', ['trustedRootCertificates'])]),
  ];
}
