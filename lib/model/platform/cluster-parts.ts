import type { Issue } from '../issues';

/** What one construct contributes to the description of its cluster. */
export type ClusterPart =
  | { readonly kind: 'jobDataVolume'; readonly spec: unknown }
  | { readonly kind: 'nfsMountConfig'; readonly spec: unknown }
  | { readonly kind: 'scoringIngress'; readonly spec: unknown }
  | { readonly kind: 'tlsSecret'; readonly spec: unknown };

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
  return parts.flatMap(() => []);
}
