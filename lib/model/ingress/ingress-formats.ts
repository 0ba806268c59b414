import { resourceIdOf } from '../azure/resource-id';
import { dnsSubdomain, hostName, wildcardHostName } from '../names';
import { textFormat, type TextFormat } from '../text-format';

const OFFSET = /^(0|[1-9]\d{0,8}[kKmMgG]?)$/;
const SIZE = /^[1-9]\d{0,8}[kKmM]?$/;
const GATEWAY_ITEM = /^[A-Za-z0-9]([\w.-]{0,78}\w)?$/;
const PATH = /^\/[^\s*?#\p{Cc}]*$/u;
const STATUS_CODES = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/;

/** A size for which nginx has the units k, m and g; 0 means without limit. */
const nginxOffset = textFormat<'NginxOffset'>({
  noun: 'nginx size',
  code: 'ingress/nginx-size',
  expected: 'bytes, or a number with k, m or g',
  accepts: OFFSET,
});

/** The size of a buffer in memory, for which nginx has the units k and m. */
const nginxSize = textFormat<'NginxSize'>({
  noun: 'nginx buffer size',
  code: 'ingress/nginx-buffer-size',
  expected: 'bytes, or a number with k or m',
  accepts: SIZE,
});

/** The name of a certificate, profile or rule set that the gateway has. */
const gatewayItem = textFormat<'GatewayItem'>({
  noun: 'name of a gateway item',
  code: 'ingress/gateway-item',
  expected: 'at most 80 letters, digits, "-", "_" and "."',
  accepts: GATEWAY_ITEM,
});

const gatewayPath = textFormat<'GatewayPath'>({
  noun: 'path',
  code: 'ingress/gateway-path',
  expected: 'a path that starts with a slash',
  accepts: PATH,
});

const statusCodes = textFormat<'StatusCodes'>({
  noun: 'status codes',
  code: 'ingress/status-codes',
  expected: 'a code from 100 to 599, or a range of them',
  accepts: (text) => {
    const [, first, last] = STATUS_CODES.exec(text) ?? [];
    return first !== undefined && Number(first) <= Number(last ?? first);
  },
});

/** The grammars of text in annotations, by the names that the tables of annotations use. */
export const INGRESS_FORMATS = {
  dnsSubdomain,
  gatewayItem,
  gatewayPath,
  hostName,
  nginxOffset,
  nginxSize,
  statusCodes,
  wafPolicyId: resourceIdOf('Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies'),
  wildcardHostName,
} as const satisfies Readonly<Record<string, TextFormat<string>>>;

/** The name of a grammar. */
export type IngressFormat = keyof typeof INGRESS_FORMATS;
