import type { AnnotationTable } from './annotation-table';

/** A size as nginx writes it: bytes, or a number with the unit k, m or g; `0` means without limit. */
export type NginxSize = `${number}` | `${number}${'k' | 'K' | 'm' | 'M' | 'g' | 'G'}`;

/** The size of a buffer as nginx writes it: bytes, or a number with the unit k or m. */
export type NginxBufferSize = `${number}` | `${number}${'k' | 'K' | 'm' | 'M'}`;

/** What makes nginx try the next pod of azureml-fe. */
export const NGINX_NEXT_UPSTREAM = [
  'error',
  'timeout',
  'invalid_header',
  'http_500',
  'http_502',
  'http_503',
  'http_504',
  'http_403',
  'http_404',
  'http_429',
  'non_idempotent',
  'off',
] as const;

/** A condition under which nginx tries the next pod of azureml-fe. */
export type NginxNextUpstream = (typeof NGINX_NEXT_UPSTREAM)[number];

/** The versions of HTTP that nginx can speak to azureml-fe. */
export const NGINX_HTTP_VERSIONS = ['1.0', '1.1'] as const;

/** A version of HTTP that nginx can speak to azureml-fe. */
export type NginxHttpVersion = (typeof NGINX_HTTP_VERSIONS)[number];

/**
 * What ingress-nginx can be told about scoring traffic. What is left out stays as the controller is configured; the
 * defaults named here are those of the controller.
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/
 */
export interface NginxOptions {
  /**
   * The largest request body; larger requests get status 413. `0` means without limit.
   * @default - the controller's: 1m
   */
  readonly bodySize?: NginxSize;
  /**
   * How long nginx waits between two reads of the answer, in seconds. Give at least the request timeout of the
   * deployment.
   * @default - the controller's: 60
   */
  readonly readTimeoutSeconds?: number;
  /**
   * How long nginx waits between two writes of the request, in seconds.
   * @default - the controller's: 60
   */
  readonly sendTimeoutSeconds?: number;
  /**
   * How long nginx waits for a connection to azureml-fe, in seconds; more than 75 rarely has an effect.
   * @default - the controller's: 5
   */
  readonly connectTimeoutSeconds?: number;
  /**
   * Whether requests over HTTP are sent to HTTPS; needs `https`.
   * @default - the controller's: true with TLS
   */
  readonly sslRedirect?: boolean;
  /**
   * The same whether the controller has a certificate or not, for TLS that ends in front of the controller.
   * @default - the controller's: false
   */
  readonly forceSslRedirect?: boolean;
  /**
   * Whether nginx reads the whole request before it asks azureml-fe.
   * @default - the controller's: true
   */
  readonly requestBuffering?: boolean;
  /**
   * Whether nginx collects the answer before it passes it on; turn it off for streamed answers.
   * @default - the controller's: false
   */
  readonly buffering?: boolean;
  /**
   * How much of a request body is kept in memory before it goes to a file.
   * @default - the controller's: 8k
   */
  readonly clientBodyBufferSize?: NginxBufferSize;
  /**
   * When nginx tries the next pod. Scoring requests are POSTs, which it repeats only with `non_idempotent`.
   * @default - the controller's: error and timeout
   */
  readonly nextUpstream?: readonly NginxNextUpstream[];
  /**
   * How long it goes on trying, in seconds.
   * @default - the controller's: without limit
   */
  readonly nextUpstreamTimeoutSeconds?: number;
  /**
   * How many times it tries.
   * @default - the controller's: 3
   */
  readonly nextUpstreamTries?: number;
  /**
   * The version of HTTP between nginx and azureml-fe.
   * @default - the controller's: 1.1
   */
  readonly httpVersion?: NginxHttpVersion;
}

/** The largest number of seconds whose milliseconds fit 32 bits. */
const MAX_SECONDS = 2_147_483;
const MAX_INTEGER = 2_147_483_647;
const SECONDS = { kind: 'number', min: 1, max: MAX_SECONDS } as const;
const BOOLEAN = { kind: 'boolean' } as const;
const ON_OFF = { kind: 'onOff' } as const;

const BARE_SECONDS = 'an integer without unit; 0 and negative numbers pass and break the configuration of every host';
const GO_BOOLEANS = 'a boolean of Go; "yes" and "on" are ignored';
const ONLY_ON_OFF = '"on" or "off"; "true" is ignored';

/** The annotations of ingress-nginx that {@link NginxOptions} become. */
export const NGINX_OPTIONS = {
  bodySize: {
    annotation: 'proxy-body-size',
    value: { kind: 'size', format: 'nginxOffset' },
    source: 'digits with k, m or g; anything else gives the default of 1m',
  },
  readTimeoutSeconds: { annotation: 'proxy-read-timeout', value: SECONDS, source: BARE_SECONDS },
  sendTimeoutSeconds: { annotation: 'proxy-send-timeout', value: SECONDS, source: BARE_SECONDS },
  connectTimeoutSeconds: { annotation: 'proxy-connect-timeout', value: SECONDS, source: BARE_SECONDS },
  sslRedirect: { annotation: 'ssl-redirect', value: BOOLEAN, source: GO_BOOLEANS },
  forceSslRedirect: { annotation: 'force-ssl-redirect', value: BOOLEAN, source: GO_BOOLEANS },
  requestBuffering: { annotation: 'proxy-request-buffering', value: ON_OFF, source: ONLY_ON_OFF },
  buffering: { annotation: 'proxy-buffering', value: ON_OFF, source: ONLY_ON_OFF },
  clientBodyBufferSize: {
    annotation: 'client-body-buffer-size',
    value: { kind: 'size', format: 'nginxSize' },
    source: 'digits with k or m; the template of the configuration leaves out anything else, g included',
  },
  nextUpstream: {
    annotation: 'proxy-next-upstream',
    value: { kind: 'choices', choices: NGINX_NEXT_UPSTREAM, separator: ' ' },
    source: 'the conditions of proxy_next_upstream, with a space between them',
  },
  nextUpstreamTimeoutSeconds: { annotation: 'proxy-next-upstream-timeout', value: SECONDS, source: BARE_SECONDS },
  nextUpstreamTries: {
    annotation: 'proxy-next-upstream-tries',
    value: { kind: 'number', min: 1, max: MAX_INTEGER },
    source: 'an integer; 0 would mean without limit',
  },
  httpVersion: {
    annotation: 'proxy-http-version',
    value: { kind: 'choice', choices: NGINX_HTTP_VERSIONS },
    source: '"1.0" or "1.1"',
  },
} as const satisfies AnnotationTable<NginxOptions>;
