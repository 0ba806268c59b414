import type { ControllerAnnotations } from './annotation-table';
import type { RawValueKind } from './annotation-value';
import { GATEWAY_OPTIONS } from './gateway-options';
import { NGINX_OPTIONS } from './nginx-options';

const ANY = { kind: 'any' } as const;
const BOOLEAN = { kind: 'boolean' } as const;
const ON_OFF = { kind: 'onOff' } as const;
const INTEGER = { kind: 'number', min: 0, max: 2_147_483_647 } as const;
const OFFSET = { kind: 'size', format: 'nginxOffset' } as const;
const SIZE = { kind: 'size', format: 'nginxSize' } as const;
const SNIPPET = { kind: 'snippet' } as const;

function choice(...choices: readonly string[]): RawValueKind {
  return { kind: 'choice', choices };
}

/**
 * The annotations of ingress-nginx without a property, and how it reads their values.
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/
 */
const NGINX_OTHERS = {
  affinity: choice('cookie'),
  'affinity-canary-behavior': choice('sticky', 'legacy'),
  'affinity-mode': choice('balanced', 'persistent'),
  'allowlist-source-range': ANY,
  'app-root': ANY,
  'auth-always-set-cookie': BOOLEAN,
  'auth-cache-duration': ANY,
  'auth-cache-key': ANY,
  'auth-keepalive': INTEGER,
  'auth-keepalive-requests': INTEGER,
  'auth-keepalive-share-vars': BOOLEAN,
  'auth-keepalive-timeout': INTEGER,
  'auth-method': ANY,
  'auth-proxy-set-headers': ANY,
  'auth-realm': ANY,
  'auth-request-redirect': ANY,
  'auth-response-headers': ANY,
  'auth-secret': ANY,
  'auth-secret-type': choice('auth-file', 'auth-map'),
  'auth-signin': ANY,
  'auth-signin-redirect-param': ANY,
  'auth-snippet': SNIPPET,
  'auth-tls-error-page': ANY,
  'auth-tls-match-cn': ANY,
  'auth-tls-pass-certificate-to-upstream': BOOLEAN,
  'auth-tls-secret': ANY,
  'auth-tls-verify-client': choice('on', 'off', 'optional', 'optional_no_ca'),
  'auth-tls-verify-depth': INTEGER,
  'auth-type': choice('basic', 'digest'),
  'auth-url': ANY,
  'backend-protocol': { kind: 'protocol', others: ['https', 'grpc', 'grpcs', 'auto_http', 'fcgi'] },
  canary: BOOLEAN,
  'canary-by-cookie': ANY,
  'canary-by-header': ANY,
  'canary-by-header-pattern': ANY,
  'canary-by-header-value': ANY,
  'canary-weight': INTEGER,
  'canary-weight-total': INTEGER,
  'configuration-snippet': SNIPPET,
  'connection-proxy-header': ANY,
  'cors-allow-credentials': BOOLEAN,
  'cors-allow-headers': ANY,
  'cors-allow-methods': ANY,
  'cors-allow-origin': ANY,
  'cors-expose-headers': ANY,
  'cors-max-age': INTEGER,
  'custom-headers': ANY,
  'custom-http-errors': ANY,
  'default-backend': ANY,
  'denylist-source-range': ANY,
  'disable-proxy-intercept-errors': BOOLEAN,
  'enable-access-log': BOOLEAN,
  'enable-cors': BOOLEAN,
  'enable-global-auth': BOOLEAN,
  'enable-modsecurity': BOOLEAN,
  'enable-opentelemetry': BOOLEAN,
  'enable-owasp-core-rules': BOOLEAN,
  'enable-rewrite-log': BOOLEAN,
  'fastcgi-index': ANY,
  'fastcgi-params-configmap': ANY,
  'from-to-www-redirect': BOOLEAN,
  'http2-push-preload': BOOLEAN,
  'limit-allowlist': ANY,
  'limit-burst-multiplier': INTEGER,
  'limit-connections': INTEGER,
  'limit-rate': INTEGER,
  'limit-rate-after': INTEGER,
  'limit-rpm': INTEGER,
  'limit-rps': INTEGER,
  'limit-whitelist': ANY,
  'load-balance': choice('round_robin', 'ewma'),
  'mirror-host': ANY,
  'mirror-request-body': ON_OFF,
  'mirror-target': ANY,
  'modsecurity-snippet': SNIPPET,
  'modsecurity-transaction-id': ANY,
  'opentelemetry-operation-name': ANY,
  'opentelemetry-trust-incoming-span': BOOLEAN,
  'permanent-redirect': ANY,
  'permanent-redirect-code': INTEGER,
  'preserve-trailing-slash': BOOLEAN,
  'proxy-buffer-size': SIZE,
  'proxy-buffers-number': INTEGER,
  'proxy-busy-buffers-size': SIZE,
  'proxy-cookie-domain': ANY,
  'proxy-cookie-path': ANY,
  'proxy-max-temp-file-size': OFFSET,
  'proxy-redirect-from': ANY,
  'proxy-redirect-to': ANY,
  'proxy-ssl-ciphers': ANY,
  'proxy-ssl-name': ANY,
  'proxy-ssl-protocols': ANY,
  'proxy-ssl-secret': ANY,
  'proxy-ssl-server-name': ON_OFF,
  'proxy-ssl-verify': ON_OFF,
  'proxy-ssl-verify-depth': INTEGER,
  'relative-redirects': BOOLEAN,
  'rewrite-target': ANY,
  satisfy: choice('any', 'all'),
  'server-alias': ANY,
  'server-snippet': SNIPPET,
  'service-upstream': BOOLEAN,
  'session-cookie-change-on-failure': BOOLEAN,
  'session-cookie-conditional-samesite-none': BOOLEAN,
  'session-cookie-domain': ANY,
  'session-cookie-expires': INTEGER,
  'session-cookie-max-age': INTEGER,
  'session-cookie-name': ANY,
  'session-cookie-partitioned': BOOLEAN,
  'session-cookie-path': ANY,
  'session-cookie-samesite': choice('None', 'Lax', 'Strict'),
  'session-cookie-secure': BOOLEAN,
  'ssl-ciphers': ANY,
  'ssl-passthrough': BOOLEAN,
  'ssl-prefer-server-ciphers': BOOLEAN,
  'stream-snippet': SNIPPET,
  'temporal-redirect': ANY,
  'temporal-redirect-code': INTEGER,
  'upstream-hash-by': ANY,
  'upstream-hash-by-subset': BOOLEAN,
  'upstream-hash-by-subset-size': INTEGER,
  'upstream-vhost': ANY,
  'use-port-in-redirects': BOOLEAN,
  'use-regex': BOOLEAN,
  'whitelist-source-range': ANY,
  'x-forwarded-prefix': ANY,
} as const satisfies Readonly<Record<string, RawValueKind>>;

/** The annotations of ingress-nginx. */
export const NGINX_ANNOTATIONS = {
  prefix: 'nginx.ingress.kubernetes.io/',
  options: NGINX_OPTIONS,
  owned: {},
  others: NGINX_OTHERS,
} as const satisfies ControllerAnnotations;

/** The annotations of the Application Gateway ingress controller. */
export const GATEWAY_ANNOTATIONS = {
  prefix: 'appgw.ingress.kubernetes.io/',
  options: GATEWAY_OPTIONS,
  owned: { 'appgw-ssl-certificate': 'https.gatewayCertificate' },
  others: { 'backend-protocol': { kind: 'protocol', others: ['https'] }, 'entra-jwt-config-name': ANY },
} as const satisfies ControllerAnnotations;

/** The annotation with which older controllers choose their ingresses. */
export const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** The value of the class annotation for the Application Gateway ingress controller. */
export const GATEWAY_CLASS_ANNOTATION_VALUE = 'azure/application-gateway';

/** The annotations with which cert-manager is asked for the certificate of an ingress. */
export const CERT_MANAGER_ANNOTATIONS = {
  issuer: 'cert-manager.io/issuer',
  clusterIssuer: 'cert-manager.io/cluster-issuer',
  issuerKind: 'cert-manager.io/issuer-kind',
  issuerGroup: 'cert-manager.io/issuer-group',
} as const;
