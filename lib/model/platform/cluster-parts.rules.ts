import { computeNamespaceSetIssues } from '../compute/compute-namespace.rules';
import { instanceTypeSetIssues } from '../compute/instance-type.rules';
import { scoringIngressSetIssues } from '../ingress/scoring-ingress-set.rules';
import type { Issue } from '../issues';
import { openShiftSccGrantSetIssues } from '../openshift/scc-grant.rules';
import { devicePluginSetIssues } from '../scheduling/device-plugin.rules';
import { jobDataVolumeSetIssues } from '../storage/job-data-volume-set.rules';
import { nfsMountConfigSetIssues } from '../storage/nfs-mount-config.rules';
import { tlsSecretSetIssues } from '../tls/tls-secret-set.rules';
import {
  partsByKind,
  type ClusterPart,
  type PartsByKind,
  type PlacedIssue,
  type PlacedPart,
  type SpecOf,
} from './cluster-parts';
import {
  extensionNameIssues,
  grantedNamespaceIssues,
  grantNamespaceIssues,
  missingGrantIssues,
  volumeNamespaceIssues,
} from './between-parts.rules';
import { ingressCertificateIssues, ingressSecretIssues, secretMakerIssues } from './ingress-tls.rules';

/**
 * The rules between the parts of one cluster, of the same kind and of different kinds.
 * @param parts - all parts of the cluster
 */
export function clusterPartIssues<Place>(parts: readonly PlacedPart<Place>[]): readonly PlacedIssue<Place>[] {
  const kinds = partsByKind(parts);
  const namespaces = specsIn(kinds, 'computeNamespace');
  const grants = specsIn(kinds, 'openShiftSccGrant');
  const secrets = specsIn(kinds, 'tlsSecret');
  const naming = parts.filter(({ part }) => 'extensionName' in part.spec);
  return [
    ...setIssues(kinds, 'computeNamespace', (specs) => [
      ...computeNamespaceSetIssues(specs),
      ...grantedNamespaceIssues(specs, grants),
      ...missingGrantIssues(specs, grants),
    ]),
    ...setIssues(kinds, 'devicePlugin', devicePluginSetIssues),
    ...setIssues(kinds, 'instanceType', instanceTypeSetIssues),
    ...setIssues(kinds, 'jobDataVolume', (volumes) => [
      ...jobDataVolumeSetIssues(volumes, specsIn(kinds, 'nfsMountConfig')),
      ...volumeNamespaceIssues(volumes, namespaces),
    ]),
    ...setIssues(kinds, 'nfsMountConfig', nfsMountConfigSetIssues),
    ...setIssues(kinds, 'openShiftSccGrant', (specs) => [
      ...openShiftSccGrantSetIssues(specs),
      ...grantNamespaceIssues(specs, namespaces),
    ]),
    ...setIssues(kinds, 'scoringIngress', (ingresses) => [
      ...scoringIngressSetIssues(ingresses),
      ...ingressSecretIssues(ingresses, secrets),
      ...secretMakerIssues(ingresses, secrets),
      ...ingressCertificateIssues(ingresses, secrets),
    ]),
    ...setIssues(kinds, 'tlsSecret', tlsSecretSetIssues),
    ...placed(naming, extensionNameIssues(naming.map(({ part }) => part))),
  ];
}

function specsIn<Place, Kind extends ClusterPart['kind']>(kinds: PartsByKind<Place>, kind: Kind): SpecOf<Kind>[] {
  return (kinds.get(kind) ?? []).map(({ part }) => part.spec as SpecOf<Kind>);
}

/** Runs rules over the parts of one kind and gives each issue the place of the part that it is about. */
function setIssues<Place, Kind extends ClusterPart['kind']>(
  kinds: PartsByKind<Place>,
  kind: Kind,
  rules: (specs: readonly SpecOf<Kind>[]) => readonly Issue[],
): PlacedIssue<Place>[] {
  const chosen = kinds.get(kind);
  return chosen === undefined ? [] : placed(chosen, rules(specsIn(kinds, kind)));
}

/** Gives each issue the place of the part at whose position its path starts. */
function placed<Place>(parts: readonly PlacedPart<Place>[], issues: readonly Issue[]): PlacedIssue<Place>[] {
  return issues.flatMap((one) => {
    const [index, ...path] = one.path;
    const part = typeof index === 'number' ? parts[index] : undefined;
    return part === undefined ? [] : [{ place: part.place, issue: { ...one, path } }];
  });
}
