/**
 * How the controllers read annotations, written down from their parsers and not from the tables of the library:
 * ingress-nginx, `internal/ingress/annotations` and the template of its configuration; the Application Gateway ingress
 * controller, `pkg/annotations` and `pkg/appgw`. A value that does not match is replaced by a default without a word,
 * or refused by the gateway.
 */
const GO_BOOLEAN = /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
const POSITIVE = /^[1-9][0-9]*$/;
const OFFSET = /^[0-9]+[kKmMgG]?$/;
const SIZE = /^[0-9]+[kKmM]?$/;
const NEXT_UPSTREAM =
  /^((error|timeout|invalid_header|http_500|http_502|http_503|http_504|http_403|http_404|http_429|non_idempotent|off)\s?)+$/;
const HOST = String.raw`(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*`;

const NGINX: Readonly<Record<string, RegExp>> = {
  'proxy-body-size': OFFSET,
  'proxy-read-timeout': POSITIVE,
  'proxy-send-timeout': POSITIVE,
  'proxy-connect-timeout': POSITIVE,
  'ssl-redirect': GO_BOOLEAN,
  'force-ssl-redirect': GO_BOOLEAN,
  'proxy-request-buffering': /^(on|off)$/,
  'proxy-buffering': /^(on|off)$/,
  'client-body-buffer-size': SIZE,
  'proxy-next-upstream': NEXT_UPSTREAM,
  'proxy-next-upstream-timeout': POSITIVE,
  'proxy-next-upstream-tries': POSITIVE,
  'proxy-http-version': /^1\.[01]$/,
};

const GATEWAY: Readonly<Record<string, RegExp>> = {
  'request-timeout': POSITIVE,
  'ssl-redirect': GO_BOOLEAN,
  'use-private-ip': GO_BOOLEAN,
  'health-probe-hostname': new RegExp(`^${HOST}$`),
  'health-probe-port': POSITIVE,
  'health-probe-path': /^\/[^*]*$/,
  'health-probe-status-codes': /^[1-5]\d\d(-[1-5]\d\d)?(,[1-5]\d\d(-[1-5]\d\d)?)*$/,
  'health-probe-interval': POSITIVE,
  'health-probe-timeout': POSITIVE,
  'health-probe-unhealthy-threshold': /^([1-9]|1\d|20)$/,
  'waf-policy-for-path':
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft.Network\/applicationGatewayWebApplicationFirewallPolicies\/[^/]+$/,
  'connection-draining': /^true$/,
  'connection-draining-timeout': POSITIVE,
  'cookie-based-affinity': /^true$/,
  'cookie-based-affinity-distinct-name': GO_BOOLEAN,
  'hostname-extension': new RegExp(`^${HOST}(,${HOST}){0,4}$`),
  'override-frontend-port': /^\d{1,5}$/,
  'rule-priority': /^\d{1,5}$/,
  'backend-hostname': new RegExp(`^${HOST}$`),
  'backend-path-prefix': /^\//,
  'appgw-ssl-certificate': /^[\w.-]+$/,
  'appgw-ssl-profile': /^[\w.-]+$/,
  'rewrite-rule-set': /^[\w.-]+$/,
  'rewrite-rule-set-custom-resource': /^[a-z0-9.-]+$/,
  'appgw-trusted-root-certificate': /^[\w.-]+(,[\w.-]+)*$/,
};

const READERS: Readonly<Record<string, RegExp>> = {
  ...withPrefix('nginx.ingress.kubernetes.io/', NGINX),
  ...withPrefix('appgw.ingress.kubernetes.io/', GATEWAY),
  'kubernetes.io/ingress.class': /^azure\/application-gateway$/,
  'cert-manager.io/issuer': /^[a-z0-9.-]+$/,
  'cert-manager.io/cluster-issuer': /^[a-z0-9.-]+$/,
  'cert-manager.io/issuer-kind': /^\S+$/,
  'cert-manager.io/issuer-group': /^[a-z0-9.-]+$/,
};

/** The annotations that no controller would read as they are written: unknown names and misread values. */
export function misreadAnnotations(annotations: Readonly<Record<string, string>>): string[] {
  return Object.entries(annotations)
    .filter(([name, value]) => READERS[name]?.test(value) !== true)
    .map(([name, value]) => `${name}: ${value}`);
}

function withPrefix(prefix: string, readers: Readonly<Record<string, RegExp>>): Record<string, RegExp> {
  return Object.fromEntries(Object.entries(readers).map(([name, reader]) => [prefix + name, reader]));
}
