import { equalText } from '../deferred';
import { issue, printText, type Issue } from '../issues';
import type { ResolvedIngressClass, ResolvedScoringIngress } from './scoring-ingress';
import { servedHosts } from './served-hosts';

const CLASS_OF_ANNOTATION = 'azure-application-gateway';
const ANY_HOST = '';
const PORTS = { http: 80, https: 443 } as const;

type GatewayIngress = Extract<ResolvedScoringIngress, { controller: 'applicationGateway' }>;

/**
 * The rules between the ingresses of one cluster.
 * @param ingresses - all of them
 * @returns issues whose path starts with the position of the ingress
 */
export function scoringIngressSetIssues(ingresses: readonly ResolvedScoringIngress[]): Issue[] {
  return ingresses.flatMap((ingress, index) => {
    const earlier = ingresses.slice(0, index);
    return [...nameIssues(ingress, index, earlier), ...hostIssues(ingress, index, earlier)];
  });
}

function nameIssues(
  { name }: ResolvedScoringIngress,
  index: number,
  earlier: readonly ResolvedScoringIngress[],
): Issue[] {
  const other = earlier.find((one) => equalText(one.name, name) === true);
  if (other === undefined) return [];
  const message = `the ingress has the same name as another one of the cluster, which ${describe(other)}`;
  return [issue('ingress/name-taken', [index, 'name'], { received: name, message })];
}

function hostIssues(
  ingress: ResolvedScoringIngress,
  index: number,
  earlier: readonly ResolvedScoringIngress[],
): Issue[] {
  const scheme = ingress.certificate === undefined ? 'http' : 'https';
  const rivals = earlier.flatMap((other) => {
    const entrance = sharedEntrance(other, ingress);
    return entrance === undefined ? [] : [{ other, entrance, hosts: hostsOrAny(other) }];
  });
  return hostsOrAny(ingress).flatMap((host) => {
    const rival = rivals.find(({ hosts }) => hosts.some((taken) => equalText(taken, host) === true));
    if (rival === undefined) return [];
    const { other, entrance } = rival;
    const words = `${host === ANY_HOST ? 'requests for any host' : 'this host'}${entrance}`;
    const message = `the ingress ${JSON.stringify(printText(other.name))} of the same class already answers ${words}`;
    const received = host === ANY_HOST ? {} : { received: host };
    return [issue('ingress/host-taken', [index, scheme], { ...received, message })];
  });
}

/** Every host of the rules and listeners, or one text that stands for any host. */
function hostsOrAny(ingress: ResolvedScoringIngress): readonly string[] {
  const hosts = servedHosts(ingress);
  return hosts.length === 0 ? [ANY_HOST] : hosts;
}

/**
 * Where requests for one host reach both of two ingresses, in words; `undefined` where nowhere. A controller has one way
 * in, but Application Gateway has a listener for each of its addresses and ports.
 */
function sharedEntrance(one: ResolvedScoringIngress, other: ResolvedScoringIngress): string | undefined {
  if (!isSameClass(one.ingressClass, other.ingressClass)) return undefined;
  if (one.controller !== 'applicationGateway' || other.controller !== 'applicationGateway') return '';
  const taken = listeners(one);
  return listeners(other).find((listener) => taken.includes(listener));
}

/** The addresses and ports at which the gateway listens. HTTP stays closed beside TLS, unless it is redirected. */
function listeners({ certificate, options }: GatewayIngress): readonly string[] {
  const address = options.usePrivateIp === true ? 'private' : 'public';
  const ports = [
    ...(certificate === undefined ? [] : [PORTS.https]),
    ...(certificate === undefined || options.sslRedirect === true ? [PORTS.http] : []),
  ];
  return ports.map((port) => ` at port ${String(options.overrideFrontendPort ?? port)} of the ${address} address`);
}

function isSameClass(one: ResolvedIngressClass, other: ResolvedIngressClass): boolean {
  return equalText(classKey(one), classKey(other)) === true;
}

function classKey(ingressClass: ResolvedIngressClass): string {
  return ingressClass.form === 'field' ? ingressClass.name : CLASS_OF_ANNOTATION;
}

function describe({ hosts }: ResolvedScoringIngress): string {
  return hosts.length === 0 ? 'answers for any host' : `answers for ${hosts.map(printText).join(', ')}`;
}
