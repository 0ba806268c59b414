import { equalText } from '../deferred';
import { issue, printText, type Issue } from '../issues';
import type { ResolvedIngressClass, ResolvedScoringIngress } from './scoring-ingress';

const CLASS_OF_ANNOTATION = 'azure-application-gateway';

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
  const rivals = earlier.filter((one) => isSameClass(one.ingressClass, ingress.ingressClass));
  return servedHosts(ingress).flatMap((host) => {
    const other = rivals.find((one) => servedHosts(one).some((taken) => equalText(taken, host) === true));
    if (other === undefined) return [];
    const words = host === '' ? 'requests for any host' : 'this host';
    const message = `the ingress ${JSON.stringify(printText(other.name))} of the same class already answers ${words}`;
    return [issue('ingress/host-taken', [index, scheme], { ...(host === '' ? {} : { received: host }), message })];
  });
}

/** Every host of the rules and listeners; the empty text stands for any host. */
function servedHosts(ingress: ResolvedScoringIngress): readonly string[] {
  const extension = ingress.controller === 'applicationGateway' ? (ingress.options.hostnameExtension ?? []) : [];
  const hosts = [...ingress.hosts, ...extension];
  return hosts.length === 0 ? [''] : hosts;
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
