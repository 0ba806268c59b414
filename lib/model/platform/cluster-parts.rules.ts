import { computeNamespaceSetIssues } from '../compute/compute-namespace.rules';
import { instanceTypeSetIssues } from '../compute/instance-type.rules';
import { scoringIngressSetIssues } from '../ingress/scoring-ingress-set.rules';
import type { Issue } from '../issues';
import { openShiftSccGrantSetIssues } from '../openshift/scc-grant.rules';
import { devicePluginSetIssues } from '../scheduling/device-plugin.rules';
import { jobDataVolumeSetIssues } from '../storage/job-data-volume-set.rules';
import { nfsMountConfigSetIssues } from '../storage/nfs-mount-config.rules';
import { tlsSecretSetIssues } from '../tls/tls-secret-set.rules';
import { specsOf, type ClusterPart, type PlacedIssue, type PlacedPart, type SpecOf } from './cluster-parts';
import {
  extensionNameIssues,
  grantedNamespaceIssues,
  grantNamespaceIssues,
  ingressCertificateIssues,
  ingressSecretIssues,
  missingGrantIssues,
  volumeNamespaceIssues,
} from './between-parts.rules';

/**
 * The rules between the parts of one cluster, of the same kind and of different kinds.
 * @param parts - all parts of the cluster
 */
export function clusterPartIssues<Place>(parts: readonly PlacedPart<Place>[]): readonly PlacedIssue<Place>[] {
  const namespaces = specsOf(parts, 'computeNamespace');
  const grants = specsOf(parts, 'openShiftSccGrant');
  const secrets = specsOf(parts, 'tlsSecret');
  return [
    ...setIssues(parts, 'computeNamespace', (specs) => [
      ...computeNamespaceSetIssues(specs),
      ...grantedNamespaceIssues(specs, grants),
      ...missingGrantIssues(specs, grants),
    ]),
    ...setIssues(parts, 'devicePlugin', devicePluginSetIssues),
    ...setIssues(parts, 'instanceType', instanceTypeSetIssues),
    ...setIssues(parts, 'jobDataVolume', (volumes) => [
      ...jobDataVolumeSetIssues(volumes, specsOf(parts, 'nfsMountConfig')),
      ...volumeNamespaceIssues(volumes, namespaces),
    ]),
    ...setIssues(parts, 'nfsMountConfig', nfsMountConfigSetIssues),
    ...setIssues(parts, 'openShiftSccGrant', (specs) => [
      ...openShiftSccGrantSetIssues(specs),
      ...grantNamespaceIssues(specs, namespaces),
    ]),
    ...setIssues(parts, 'scoringIngress', (ingresses) => [
      ...scoringIngressSetIssues(ingresses),
      ...ingressSecretIssues(ingresses, secrets),
      ...ingressCertificateIssues(ingresses, secrets),
    ]),
    ...setIssues(parts, 'tlsSecret', tlsSecretSetIssues),
    ...placed(parts, extensionNameIssues(parts.map(({ part }) => part))),
  ];
}

/** Runs rules over the parts of one kind and gives each issue the place of the part that it is about. */
function setIssues<Place, Kind extends ClusterPart['kind']>(
  parts: readonly PlacedPart<Place>[],
  kind: Kind,
  rules: (specs: readonly SpecOf<Kind>[]) => readonly Issue[],
): PlacedIssue<Place>[] {
  const chosen = parts.filter(({ part }) => part.kind === kind);
  if (chosen.length === 0) return [];
  return placed(chosen, rules(specsOf(chosen, kind)));
}

/** Gives each issue the place of the part at whose position its path starts. */
function placed<Place>(parts: readonly PlacedPart<Place>[], issues: readonly Issue[]): PlacedIssue<Place>[] {
  return issues.flatMap((one) => {
    const [index, ...path] = one.path;
    const part = typeof index === 'number' ? parts[index] : undefined;
    return part === undefined ? [] : [{ place: part.place, issue: { ...one, path } }];
  });
}
