import type { ResolvedComputeNamespace } from '../compute/compute-namespace';
import { computeNamespaceSetIssues } from '../compute/compute-namespace.rules';
import type { ResolvedInstanceType } from '../compute/instance-type';
import { instanceTypeSetIssues } from '../compute/instance-type.rules';
import type { ResolvedScoringIngress } from '../ingress/scoring-ingress';
import { scoringIngressSetIssues } from '../ingress/scoring-ingress-set.rules';
import type { Issue } from '../issues';
import type { ResolvedOpenShiftSccGrant } from '../openshift/scc-grant';
import { openShiftSccGrantSetIssues } from '../openshift/scc-grant.rules';
import type { ResolvedDevicePlugin } from '../scheduling/device-plugin';
import { devicePluginSetIssues } from '../scheduling/device-plugin.rules';
import type { JobDataVolumePlacement } from '../storage/job-data-volume';
import { jobDataVolumeSetIssues } from '../storage/job-data-volume-set.rules';
import type { ResolvedNfsMountConfig } from '../storage/nfs-mount-config';
import { nfsMountConfigSetIssues } from '../storage/nfs-mount-config.rules';
import { tlsSecretSetIssues, type ResolvedTlsSecret } from '../tls/tls-secret-set.rules';

/** What one construct contributes to the description of its cluster. */
export type ClusterPart =
  | { readonly kind: 'computeNamespace'; readonly spec: ResolvedComputeNamespace }
  | { readonly kind: 'devicePlugin'; readonly spec: ResolvedDevicePlugin }
  | { readonly kind: 'instanceType'; readonly spec: ResolvedInstanceType }
  | { readonly kind: 'jobDataVolume'; readonly spec: JobDataVolumePlacement }
  | { readonly kind: 'nfsMountConfig'; readonly spec: ResolvedNfsMountConfig }
  | { readonly kind: 'openShiftSccGrant'; readonly spec: ResolvedOpenShiftSccGrant }
  | { readonly kind: 'scoringIngress'; readonly spec: ResolvedScoringIngress }
  | { readonly kind: 'tlsSecret'; readonly spec: ResolvedTlsSecret };

/** A part and where the user placed it, for example a construct path. */
export interface PlacedPart {
  readonly place: string;
  readonly part: ClusterPart;
}

/** An issue of one part in the light of the others, and where that part is. */
export interface PlacedIssue {
  readonly place: string;
  readonly issue: Issue;
}

/**
 * The rules between the parts of one cluster.
 * @param parts - all parts of the cluster
 */
export function clusterPartIssues(parts: readonly PlacedPart[]): readonly PlacedIssue[] {
  return [
    ...setIssues(parts, 'computeNamespace', computeNamespaceSetIssues),
    ...setIssues(parts, 'devicePlugin', devicePluginSetIssues),
    ...setIssues(parts, 'instanceType', instanceTypeSetIssues),
    ...setIssues(parts, 'openShiftSccGrant', openShiftSccGrantSetIssues),
    ...setIssues(parts, 'scoringIngress', scoringIngressSetIssues),
    ...setIssues(parts, 'jobDataVolume', (volumes) =>
      jobDataVolumeSetIssues(volumes, specsOf(parts, 'nfsMountConfig')),
    ),
    ...setIssues(parts, 'nfsMountConfig', nfsMountConfigSetIssues),
    ...setIssues(parts, 'tlsSecret', tlsSecretSetIssues),
  ];
}

type SpecOf<Kind extends ClusterPart['kind']> = Extract<ClusterPart, { kind: Kind }>['spec'];

function specsOf<Kind extends ClusterPart['kind']>(parts: readonly PlacedPart[], kind: Kind): SpecOf<Kind>[] {
  return parts.filter(({ part }) => part.kind === kind).map(({ part }) => part.spec as SpecOf<Kind>);
}

/** Runs the rules between the parts of one kind and gives each issue the place of the part that it is about. */
function setIssues<Kind extends ClusterPart['kind']>(
  parts: readonly PlacedPart[],
  kind: Kind,
  rules: (specs: readonly SpecOf<Kind>[]) => readonly Issue[],
): PlacedIssue[] {
  const chosen = parts.filter(({ part }) => part.kind === kind);
  return rules(chosen.map(({ part }) => part.spec as SpecOf<Kind>)).flatMap((one) => {
    const [index, ...path] = one.path;
    const placed = typeof index === 'number' ? chosen[index] : undefined;
    return placed === undefined ? [] : [{ place: placed.place, issue: { ...one, path } }];
  });
}
