import { isDeferred } from '../deferred';
import { isPlainObject } from '../fields';
import { coversHost } from '../host-match';
import { issue, printText, type Issue } from '../issues';
import { hostName } from '../names';
import { textFormat, typeIssue } from '../text-format';
import { assertValid } from '../validation-error';
import type { ResolvedScoringIngress } from './scoring-ingress';
import { servedHosts } from './served-hosts';

const SCORING_URI = /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?(?<rest>(?:\/[^\s?#]*)?(?:\?[^\s#]*)?)$/i;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const IPV6 = /^[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}$/i;
const WILDCARD = '*.';

const scoringUriFormat = textFormat<'ScoringUri'>({
  noun: 'scoring URI',
  code: 'ingress/scoring-uri',
  expected: 'an http or https URL',
  accepts: SCORING_URI,
});

const addressFormat = textFormat<'Address'>({
  noun: 'address',
  code: 'ingress/address',
  expected: 'a host name or an IP address',
  accepts: (text) => isIpv4(text) || IPV6.test(text) || hostName.issues(text, []).length === 0,
});

/**
 * Where a deployment is scored through an ingress: the scoring URI that Azure Machine Learning returns names azureml-fe
 * itself, which is not reachable from outside. The scheme becomes that of the ingress, `https` also where nginx redirects
 * to it by `forceSslRedirect`; the host becomes the address, the port is dropped, and path and query are kept.
 * @param scoringUri - the `scoring_uri` of the endpoint, literal
 * @param ingress - the checked ingress, for example the `spec` of a ScoringIngress
 * @param address - which of the hosts to use; for an ingress without a host the public address of the controller or
 * gateway, or a name that points to it. By default the first host without wildcard
 * @throws ValidationError when the URI, the ingress or the address is none, or the ingress does not answer for the
 * address
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * scoringAddress('http://10.0.0.5:80/api/v1/endpoint/cats/score', ingress.spec);
 * // https://ml.contoso.com/api/v1/endpoint/cats/score
 */
export function scoringAddress(scoringUri: string, ingress: ResolvedScoringIngress, address?: string): string {
  assertValid('scoring address', [
    ...scoringUriFormat.literalIssues(scoringUri, ['scoringUri']),
    ...ingressIssues(ingress, address),
  ]);
  const rest = SCORING_URI.exec(scoringUri)?.groups?.['rest'] ?? '';
  const host = chosenAddress(servedHosts(ingress), address) ?? '';
  return `${scheme(ingress)}://${authority(host)}${port(ingress)}${rest}`;
}

/** In a program without types the ingress may be anything, for example the construct in place of its `spec`. */
function ingressIssues(ingress: unknown, address: string | undefined): Issue[] {
  if (isCheckedIngress(ingress)) {
    const hosts = servedHosts(ingress);
    return addressIssues(hosts, chosenAddress(hosts, address));
  }
  const expected = 'a checked ingress, as resolveScoringIngress returns it and the spec of a ScoringIngress is';
  return [
    typeIssue(ingress, ['ingress'], expected),
    ...(address === undefined ? [] : addressFormat.issues(address, ['address'])),
  ];
}

function isCheckedIngress(value: unknown): value is ResolvedScoringIngress {
  if (!isPlainObject(value) || !isPlainObject(value['options'])) return false;
  const { hosts } = value;
  return Array.isArray(hosts) && hosts.every((host) => typeof host === 'string');
}

function chosenAddress(hosts: readonly string[], address: string | undefined): string | undefined {
  return address ?? hosts.find((host) => !host.startsWith(WILDCARD));
}

function addressIssues(hosts: readonly string[], address: string | undefined): Issue[] {
  const path = ['address'];
  if (address === undefined) return [issue('ingress/address-missing', path)];
  const issues = addressFormat.issues(address, path);
  if (issues.length > 0 || hosts.length === 0 || hosts.some((host) => coversHost(host, address))) return issues;
  return [
    issue('ingress/address-not-served', path, {
      received: address,
      expected: `one of ${hosts.map(printText).join(', ')}`,
    }),
  ];
}

/** A request that nginx redirects has shown the key of the endpoint in clear before. */
function scheme(ingress: ResolvedScoringIngress): 'http' | 'https' {
  const isRedirected = ingress.controller === 'nginx' && ingress.options.forceSslRedirect === true;
  return ingress.certificate !== undefined || isRedirected ? 'https' : 'http';
}

function port(ingress: ResolvedScoringIngress): string {
  const own = ingress.controller === 'applicationGateway' ? ingress.options.overrideFrontendPort : undefined;
  return own === undefined ? '' : `:${String(own)}`;
}

function authority(address: string): string {
  return !isDeferred(address) && address.includes(':') ? `[${address}]` : address;
}

function isIpv4(text: string): boolean {
  return IPV4.test(text) && [...text.matchAll(/\d+/g)].every(([octet]) => Number(octet) <= 255);
}
