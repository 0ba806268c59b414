import {
  fieldIssues,
  isWellShaped,
  literal,
  optional,
  required,
  text,
  variant,
  wholeNumber,
  type Check,
} from '../fields';
import { issue, type Issue, type Path } from '../issues';
import { plainText } from '../names';
import { regionIssues } from '../support/regions';
import { textFormat } from '../text-format';
import { CLUSTER_KINDS, type ClusterKind, type ClusterSpec } from './cluster';
import { resourceGroupName, resourceIdOf, subscriptionId } from './resource-id';

const LOCATION = /^[A-Za-z][A-Za-z0-9]*$/;
const CLUSTER_NAME = /^[^\s\p{Cc}<>%&?\\/#]{1,63}$/u;
/** More than any distribution supports in one cluster. */
const MAX_NODES = 100_000;
const PARTS = ['subscriptionId', 'resourceGroup', 'name'] as const;

/** The name of a location as Azure's interfaces use it. */
const locationName = textFormat<'Location'>({
  noun: 'location',
  code: 'azure/location',
  expected: 'letters and digits, such as eastus2',
  accepts: LOCATION,
});

/** The name of a cluster resource. */
const clusterName = textFormat<'ClusterName'>({
  noun: 'cluster name',
  code: 'azure/cluster-name',
  expected: 'at most 63 characters without spaces and slashes',
  accepts: CLUSTER_NAME,
});

const FACTS = {
  kind: required(() => []),
  location: required(locationCheck),
  subscriptionId: optional(text(subscriptionId)),
  resourceGroup: optional(text(resourceGroupName)),
  name: optional(text(clusterName)),
};
const AKS_FACTS = { ...FACTS, nodeCount: optional(wholeNumber(0, MAX_NODES)) };
const ARC_FACTS = { ...AKS_FACTS, distribution: optional(literal(plainText)) };

const CLUSTER = variant('kind', {
  aks: ofKind('aks', AKS_FACTS),
  arc: ofKind('arc', ARC_FACTS),
  provisioned: ofKind('provisioned', FACTS),
});

/**
 * Everything that is wrong or unwise with the description of a cluster.
 * @param spec - the cluster as given
 * @param path - where it is in a larger description
 */
export function clusterIssues(spec: ClusterSpec, path: Path = []): Issue[] {
  return CLUSTER(spec, path);
}

function ofKind(kind: ClusterKind, facts: typeof FACTS): Check {
  const fields = { ...facts, resourceId: optional(text(resourceIdOf(CLUSTER_KINDS[kind].resourceType))) };
  return (value, path) => {
    const shape = fieldIssues(value, fields, path);
    return isWellShaped(shape) ? [...shape, ...referenceIssues(value as ClusterSpec, path)] : shape;
  };
}

function referenceIssues(spec: ClusterSpec, path: Path): Issue[] {
  const given = PARTS.filter((part) => spec[part] !== undefined);
  const byId = spec.resourceId !== undefined;
  if (byId ? given.length === 0 : given.length === PARTS.length) return [];
  const received = [...(byId ? ['resourceId'] : []), ...given];
  return [issue('azure/cluster-reference', path, { received: received.length === 0 ? undefined : received })];
}

function locationCheck(value: unknown, path: Path): Issue[] {
  const issues = locationName.issues(value, path);
  return issues.length === 0 ? regionIssues(String(value), path) : issues;
}
