import type { ResolvedScoringIngress } from './scoring-ingress';

/**
 * Every host name that an ingress answers for: those of its rules, then those that only the listener of Application
 * Gateway has. None means any.
 * @param ingress - a checked ingress
 */
export function servedHosts(ingress: ResolvedScoringIngress): readonly string[] {
  return [...ingress.hosts, ...hostnameExtension(ingress)];
}

/**
 * The host names that the listener of Application Gateway has besides those of the rules.
 * @param ingress - a checked ingress
 */
export function hostnameExtension(ingress: ResolvedScoringIngress): readonly string[] {
  return ingress.controller === 'applicationGateway' ? (ingress.options.hostnameExtension ?? []) : [];
}
