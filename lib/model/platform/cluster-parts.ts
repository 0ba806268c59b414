import type { ResolvedComputeNamespace } from '../compute/compute-namespace';
import type { ResolvedInstanceType } from '../compute/instance-type';
import type { ResolvedScoringIngress } from '../ingress/scoring-ingress';
import type { Issue } from '../issues';
import type { ResolvedOpenShiftSccGrant } from '../openshift/scc-grant';
import type { ResolvedDevicePlugin } from '../scheduling/device-plugin';
import type { ResolvedExistingClaim } from '../storage/existing-claim';
import type { ResolvedJobDataVolume } from '../storage/job-data-volume';
import type { ResolvedNfsMountConfig } from '../storage/nfs-mount-config';
import type { ResolvedTlsSecret } from '../tls/tls-secret-set.rules';

/** What one construct contributes to the description of its cluster. */
export type ClusterPart =
  | { readonly kind: 'computeNamespace'; readonly spec: ResolvedComputeNamespace }
  | { readonly kind: 'devicePlugin'; readonly spec: ResolvedDevicePlugin }
  | { readonly kind: 'instanceType'; readonly spec: ResolvedInstanceType }
  | { readonly kind: 'jobDataVolume'; readonly spec: ResolvedJobDataVolume | ResolvedExistingClaim }
  | { readonly kind: 'nfsMountConfig'; readonly spec: ResolvedNfsMountConfig }
  | { readonly kind: 'openShiftSccGrant'; readonly spec: ResolvedOpenShiftSccGrant }
  | { readonly kind: 'scoringIngress'; readonly spec: ResolvedScoringIngress }
  | { readonly kind: 'tlsSecret'; readonly spec: ResolvedTlsSecret };

/** A part and where the user placed it: a construct path, or a path in a description. */
export interface PlacedPart<Place = string> {
  readonly place: Place;
  readonly part: ClusterPart;
}

/** An issue of one part in the light of the others, and where that part is. */
export interface PlacedIssue<Place = string> {
  readonly place: Place;
  readonly issue: Issue;
}

/** The checked description of a kind of part. */
export type SpecOf<Kind extends ClusterPart['kind']> = Extract<ClusterPart, { readonly kind: Kind }>['spec'];

/** The checked descriptions of one kind among parts. */
export function specsOf<Kind extends ClusterPart['kind']>(
  parts: readonly { readonly part: ClusterPart }[],
  kind: Kind,
): SpecOf<Kind>[] {
  return parts.flatMap(({ part }) => (part.kind === kind ? [part.spec as SpecOf<Kind>] : []));
}

/** Parts by kind, for who looks for several kinds. */
export type PartsByKind<Place> = ReadonlyMap<ClusterPart['kind'], readonly PlacedPart<Place>[]>;

/** Sorts parts by kind; each kind keeps the order of the parts. */
export function partsByKind<Place>(parts: readonly PlacedPart<Place>[]): PartsByKind<Place> {
  const kinds = new Map<ClusterPart['kind'], PlacedPart<Place>[]>();
  for (const placed of parts) {
    const { kind } = placed.part;
    const same = kinds.get(kind);
    if (same === undefined) kinds.set(kind, [placed]);
    else same.push(placed);
  }
  return kinds;
}
