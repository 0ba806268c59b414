import { lowerCase, resourceIdSegment } from '../deferred';
import { givenProperties } from '../given-properties';
import { assertDescription, type ResolveContext } from '../resolve';
import type { Branded } from '../text-format';
import {
  CLUSTER_KINDS,
  type ClusterByParts,
  type ClusterKind,
  type ClusterSpec,
  type ResolvedCluster,
} from './cluster';
import { clusterIssues } from './cluster.rules';
import { formatResourceId, resourceId } from './resource-id';

/** Where a resource id has the parts of a cluster, see {@link resourceIdSegment}. */
const SEGMENTS = { subscriptionId: 1, resourceGroup: 3, name: 7 } as const;

/**
 * Checks a cluster and completes its id from the parts, or the parts from the id.
 * @throws ValidationError with every issue
 */
export function resolveCluster(spec: ClusterSpec, context: ResolveContext = {}): ResolvedCluster {
  const warnings = assertDescription('cluster', context, clusterIssues(spec));
  return {
    kind: spec.kind,
    ...(spec.resourceId === undefined ? idOf(spec.kind, spec) : partsOf(resourceId.parse(spec.resourceId))),
    location: spec.location,
    ...givenProperties({
      nodeCount: spec.kind === 'provisioned' ? undefined : spec.nodeCount,
      distribution: spec.kind === 'arc' ? spec.distribution : undefined,
    }),
    warnings,
  };
}

type ClusterNames = Pick<ResolvedCluster, 'resourceId' | 'subscriptionId' | 'resourceGroup' | 'name'>;

function partsOf(id: Branded<'ResourceId'>): ClusterNames {
  return {
    resourceId: id,
    subscriptionId: resourceIdSegment(id, SEGMENTS.subscriptionId),
    resourceGroup: resourceIdSegment(id, SEGMENTS.resourceGroup),
    name: resourceIdSegment(id, SEGMENTS.name),
  };
}

function idOf(kind: ClusterKind, { subscriptionId, resourceGroup, name }: ClusterByParts): ClusterNames {
  const subscription = lowerCase(subscriptionId);
  const type = CLUSTER_KINDS[kind].resourceType;
  const id = formatResourceId({ subscription, resourceGroup, type, names: [name] });
  return { resourceId: id, subscriptionId: subscription, resourceGroup, name };
}
