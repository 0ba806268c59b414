import fc from 'fast-check';
import {
  isAnnotationGroup,
  type AnnotationRow,
  type AnyAnnotationTable,
} from '../../lib/model/ingress/annotation-table';
import { GATEWAY_OPTIONS } from '../../lib/model/ingress/gateway-options';
import type { IngressFormat } from '../../lib/model/ingress/ingress-formats';
import { NGINX_OPTIONS } from '../../lib/model/ingress/nginx-options';
import type { ScoringIngressSpec } from '../../lib/model/ingress/scoring-ingress';
import { recased } from './letter-case';

const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,10}[a-z0-9])?$/);
const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
const host = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => [...labels, 'com'].join('.'));
const wildcardHost = fc.tuple(fc.boolean(), host).map(([wild, text]) => (wild ? `*.${text}` : text));
const hosts = fc.uniqueArray(wildcardHost, { minLength: 1, maxLength: 4 });
const item = fc.stringMatching(/^[A-Za-z0-9]([\w.-]{0,20}\w)?$/);

const POLICIES =
  '/subscriptions/00000000-0000-0000-0000-00000000000a/resourceGroups/rg/providers/Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies/';

const TEXTS: Readonly<Record<Exclude<IngressFormat, 'nginxOffset' | 'nginxSize'>, fc.Arbitrary<string>>> = {
  dnsSubdomain: name,
  gatewayItem: item,
  gatewayPath: fc.stringMatching(/^\/[a-z0-9/._~-]{0,20}$/),
  hostName: host,
  statusCodes: fc.constantFrom('200', '200-399', '401', '100-599'),
  wafPolicyId: item.map((policy) => `${POLICIES}x${policy}x`),
  // Of another domain than the hosts, since no listener may have the same name twice.
  wildcardHostName: wildcardHost.map((one) => `${one}.net`),
};

const SIZES = {
  nginxOffset: fc.oneof(fc.constant('0'), fc.stringMatching(/^[1-9][0-9]{0,8}[kKmMgG]?$/)),
  nginxSize: fc.stringMatching(/^[1-9][0-9]{0,8}[kKmM]?$/),
};

function valueOf({ value }: AnnotationRow): fc.Arbitrary<unknown> {
  switch (value.kind) {
    case 'boolean':
    case 'onOff':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: value.min, max: value.max });
    case 'size':
      return SIZES[value.format];
    case 'choice':
      return fc.constantFrom(...value.choices);
    case 'choices':
      return fc.uniqueArray(fc.constantFrom(...value.choices.filter((one) => one !== 'off')), { minLength: 1 });
    case 'text':
      return TEXTS[value.format as keyof typeof TEXTS];
    case 'texts':
      return fc.uniqueArray(TEXTS[value.format as keyof typeof TEXTS], { minLength: 1, maxLength: 3 });
  }
}

/** Some of the properties of a table, each with a valid value. */
function optionsOf(table: AnyAnnotationTable): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.entries(table).map(([property, row]): [string, fc.Arbitrary<unknown>] => [
    property,
    isAnnotationGroup(row) ? optionsOf(row.options) : valueOf(row),
  ]);
  return fc.record(Object.fromEntries(values), { requiredKeys: [] });
}

const http = fc.oneof(
  fc.constant({}),
  wildcardHost.map((one) => ({ host: one })),
  hosts.map((several) => ({ hosts: several })),
);

const issuer = fc.oneof(
  fc.record({ kind: fc.constantFrom('Issuer', 'ClusterIssuer'), name }),
  fc.record({ kind: fc.constantFrom('StepIssuer', 'AWSPCAClusterIssuer'), name, group: name }),
);

const https = fc
  .tuple(hosts, fc.record({ secretName: name, certManager: fc.record({ issuer }) }, { requiredKeys: ['secretName'] }))
  .map(([several, certificate]) => ({ hosts: several, ...certificate }));

const gatewayHttps = fc.tuple(http, item).map(([any, gatewayCertificate]) => ({ ...any, gatewayCertificate }));

const common = fc.record(
  { name, labels: fc.dictionary(label, label, { maxKeys: 2, noNullPrototype: true }) },
  { requiredKeys: [] },
);

const schemes = fc.oneof(
  http.map((scheme) => ({ http: scheme })),
  https.map((scheme) => ({ https: scheme })),
);

const nginx = fc
  .tuple(common, schemes, optionsOf(NGINX_OPTIONS), fc.option(name, { nil: undefined }))
  .map(([rest, scheme, options, ingressClassName]) => {
    const redirect = 'http' in scheme ? { sslRedirect: false } : {};
    const className = ingressClassName === undefined ? {} : { ingressClassName };
    return { controller: 'nginx', ...rest, ...scheme, ...options, ...redirect, ...className };
  });

const gatewaySchemes = fc.oneof(
  schemes,
  gatewayHttps.map((scheme) => ({ https: scheme })),
);

/** Removes from random options of the gateway what the rules between them forbid. */
function compatible(scheme: object, options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { sslProfile, overrideFrontendPort, hostnameExtension, rewriteRuleSetCustomResource, ...rest } = options;
  const isPlain = 'http' in scheme;
  return Object.fromEntries(
    Object.entries({
      ...rest,
      sslRedirect: isPlain ? undefined : rest['sslRedirect'],
      sslProfile: isPlain ? undefined : sslProfile,
      overrideFrontendPort: rest['sslRedirect'] === true ? undefined : overrideFrontendPort,
      hostnameExtension: JSON.stringify(scheme).includes('hosts') ? undefined : hostnameExtension,
      rewriteRuleSetCustomResource: 'rewriteRuleSet' in rest ? undefined : rewriteRuleSetCustomResource,
    }).filter(([, value]) => value !== undefined),
  );
}

const gateway = fc
  .tuple(common, gatewaySchemes, optionsOf(GATEWAY_OPTIONS), fc.boolean())
  .map(([rest, scheme, options, byAnnotation]) => ({
    controller: 'applicationGateway',
    ...rest,
    ...scheme,
    ...compatible(scheme, options),
    ...(byAnnotation ? { classSelection: 'annotation' } : {}),
  }));

const other = fc
  .tuple(common, schemes, name)
  .map(([rest, scheme, ingressClassName]) => ({ controller: 'other', ...rest, ...scheme, ingressClassName }));

/** Any description of an ingress that has no errors. */
export const validIngress = fc.oneof(nginx, gateway, other) as fc.Arbitrary<ScoringIngressSpec>;

/** The same with the id of a firewall policy in any letter case, as people write it; Azure itself gives the proper one. */
export const handwrittenIngress = fc
  .tuple(validIngress, recased(POLICIES))
  .map(([spec, policies]): ScoringIngressSpec => {
    if (spec.controller !== 'applicationGateway' || spec.wafPolicyId === undefined) return spec;
    return { ...spec, wafPolicyId: spec.wafPolicyId.replace(POLICIES, policies) };
  });
