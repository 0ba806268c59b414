import type { AnnotationTable } from './annotation-table';

/**
 * How Application Gateway finds out whether azureml-fe is well. What is left out follows the readiness probe of
 * azureml-fe's pods.
 */
export interface GatewayHealthProbe {
  /**
   * The host name that the probe asks for.
   * @default - the host of the ingress
   */
  readonly hostname?: string;
  /**
   * The port that is probed.
   * @default - that of the backend
   */
  readonly port?: number;
  /**
   * The path that is probed.
   * @default - that of the readiness probe, otherwise `/`
   */
  readonly path?: string;
  /**
   * The status codes of a healthy answer: codes and ranges such as `200-399`.
   * @default - the gateway's: 200-399
   */
  readonly statusCodes?: readonly string[];
  /**
   * Seconds from one probe to the next.
   * @default - that of the readiness probe, otherwise 30
   */
  readonly intervalSeconds?: number;
  /**
   * Seconds after which a probe has failed.
   * @default - that of the readiness probe, otherwise 30
   */
  readonly timeoutSeconds?: number;
  /**
   * Failed probes after which a pod gets no requests.
   * @default - that of the readiness probe, otherwise 3
   */
  readonly unhealthyThreshold?: number;
}

/** That requests in flight are finished when a pod goes away. */
export interface GatewayConnectionDraining {
  /**
   * How long they may take, in seconds.
   * @default - the gateway's: 30
   */
  readonly timeoutSeconds?: number;
}

/** That a client stays with one pod, by a cookie. */
export interface GatewayCookieBasedAffinity {
  /**
   * Whether the cookie has a name of its own for each backend.
   * @default - the gateway's: false
   */
  readonly distinctName?: boolean;
}

/**
 * What the Application Gateway ingress controller can be told. What is left out stays as the controller does it; the
 * defaults named here are its own.
 * @see https://learn.microsoft.com/azure/application-gateway/ingress-controller-annotations
 */
export interface ApplicationGatewayOptions {
  /**
   * How long the gateway waits for the answer, in seconds. Give at least the request timeout of the deployment.
   * @default - the gateway's: 30
   */
  readonly requestTimeoutSeconds?: number;
  /**
   * Whether requests over HTTP are sent to HTTPS; needs `https`.
   * @default - the gateway's: false
   */
  readonly sslRedirect?: boolean;
  /**
   * Whether the ingress is on the private address of the gateway instead of the public one. A gateway without a
   * private address drops the ingress.
   * @default - the gateway's: false
   */
  readonly usePrivateIp?: boolean;
  /**
   * How the gateway probes azureml-fe.
   * @default - as the readiness probe of azureml-fe's pods says
   */
  readonly healthProbe?: GatewayHealthProbe;
  /**
   * The resource id of a web application firewall policy, which is attached to the listener; in any letter case.
   * @default - that of the gateway
   */
  readonly wafPolicyId?: string;
  /**
   * That requests in flight are finished when a pod goes away; `{}` for the default time.
   * @default - they are cut
   */
  readonly connectionDraining?: GatewayConnectionDraining;
  /**
   * That a client stays with one pod of azureml-fe; `{}` for the usual cookie.
   * @default - any pod
   */
  readonly cookieBasedAffinity?: GatewayCookieBasedAffinity;
  /**
   * More host names, wildcards included, for the listener of the one host; five names at most. With TLS the
   * certificate has to cover them.
   * @default - none
   */
  readonly hostnameExtension?: readonly string[];
  /**
   * The port at which the gateway listens, 1 to 64999.
   * @default - the gateway's: 80, or 443 with TLS
   */
  readonly overrideFrontendPort?: number;
  /**
   * The priority of the routing rule among those of the gateway, 1 to 20000.
   * @default - chosen by the controller
   */
  readonly rulePriority?: number;
  /**
   * The host name that the gateway sends to azureml-fe.
   * @default - that of the request
   */
  readonly backendHostname?: string;
  /**
   * What the gateway puts in place of the path `/`.
   * @default - the path stays
   */
  readonly backendPathPrefix?: string;
  /**
   * The name of a TLS profile that the gateway has; needs `https`.
   * @default - that of the gateway
   */
  readonly sslProfile?: string;
  /**
   * The name of a rewrite rule set that the gateway has.
   * @default - none
   */
  readonly rewriteRuleSet?: string;
  /**
   * The name of an AzureApplicationGatewayRewrite in the namespace azureml.
   * @default - none
   */
  readonly rewriteRuleSetCustomResource?: string;
  /**
   * The names of root certificates that the gateway has, for a backend that speaks TLS.
   * @default - none
   */
  readonly trustedRootCertificates?: readonly string[];
}

const BOOLEAN = { kind: 'boolean' } as const;
const A_DAY = { kind: 'number', min: 1, max: 86_400 } as const;
const GATEWAY_ITEM = { kind: 'text', format: 'gatewayItem' } as const;

const GO_BOOLEANS = 'a boolean of Go; any other text counts as false without an event';
const INTEGER = 'an integer without unit, whose range the controller does not check';
const INSTALLED = 'the controller drops the ingress when the gateway has none of this name';

/** The annotations of the Application Gateway ingress controller that {@link ApplicationGatewayOptions} become. */
export const GATEWAY_OPTIONS = {
  requestTimeoutSeconds: { annotation: 'request-timeout', value: A_DAY, source: INTEGER },
  sslRedirect: { annotation: 'ssl-redirect', value: BOOLEAN, source: GO_BOOLEANS },
  usePrivateIp: { annotation: 'use-private-ip', value: BOOLEAN, source: GO_BOOLEANS },
  healthProbe: {
    options: {
      hostname: {
        annotation: 'health-probe-hostname',
        value: { kind: 'text', format: 'hostName' },
        source: 'taken as it is',
      },
      port: { annotation: 'health-probe-port', value: { kind: 'number', min: 1, max: 65_535 }, source: INTEGER },
      path: {
        annotation: 'health-probe-path',
        value: { kind: 'text', format: 'gatewayPath' },
        source: 'taken as it is, without asterisks at the end',
      },
      statusCodes: {
        annotation: 'health-probe-status-codes',
        value: { kind: 'texts', format: 'statusCodes', separator: ',' },
        source: 'a list; the reference lacks the final s, and such an annotation is ignored',
      },
      intervalSeconds: { annotation: 'health-probe-interval', value: A_DAY, source: INTEGER },
      timeoutSeconds: { annotation: 'health-probe-timeout', value: A_DAY, source: INTEGER },
      unhealthyThreshold: {
        annotation: 'health-probe-unhealthy-threshold',
        value: { kind: 'number', min: 1, max: 20 },
        source: 'an integer; the gateway refuses more than 20 and then any change of its configuration',
      },
    },
  },
  wafPolicyId: {
    annotation: 'waf-policy-for-path',
    value: { kind: 'text', format: 'wafPolicyId' },
    source: 'a full resource id; on the path / it is attached to the listener',
  },
  connectionDraining: {
    switch: 'connection-draining',
    options: {
      timeoutSeconds: {
        annotation: 'connection-draining-timeout',
        value: { kind: 'number', min: 1, max: 3600 },
        source: 'an integer that is read only when connection-draining is true',
      },
    },
  },
  cookieBasedAffinity: {
    switch: 'cookie-based-affinity',
    options: {
      distinctName: { annotation: 'cookie-based-affinity-distinct-name', value: BOOLEAN, source: GO_BOOLEANS },
    },
  },
  hostnameExtension: {
    annotation: 'hostname-extension',
    value: { kind: 'texts', format: 'wildcardHostName', separator: ',' },
    source: 'a list that is appended to the host of the rule; five names in all',
  },
  overrideFrontendPort: {
    annotation: 'override-frontend-port',
    value: { kind: 'number', min: 1, max: 64_999 },
    source: 'an integer; out of range it counts as absent',
  },
  rulePriority: {
    annotation: 'rule-priority',
    value: { kind: 'number', min: 1, max: 20_000 },
    source: 'an integer; out of range it counts as absent',
  },
  backendHostname: {
    annotation: 'backend-hostname',
    value: { kind: 'text', format: 'hostName' },
    source: 'taken as it is',
  },
  backendPathPrefix: {
    annotation: 'backend-path-prefix',
    value: { kind: 'text', format: 'gatewayPath' },
    source: 'taken as it is',
  },
  sslProfile: { annotation: 'appgw-ssl-profile', value: GATEWAY_ITEM, source: INSTALLED },
  rewriteRuleSet: { annotation: 'rewrite-rule-set', value: GATEWAY_ITEM, source: 'taken as it is' },
  rewriteRuleSetCustomResource: {
    annotation: 'rewrite-rule-set-custom-resource',
    value: { kind: 'text', format: 'dnsSubdomain' },
    source: 'the name of an object in the namespace of the ingress',
  },
  trustedRootCertificates: {
    annotation: 'appgw-trusted-root-certificate',
    value: { kind: 'texts', format: 'gatewayItem', separator: ',' },
    source: `a list without spaces; ${INSTALLED}`,
  },
} as const satisfies AnnotationTable<ApplicationGatewayOptions>;
