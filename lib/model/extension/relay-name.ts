import { isDeferred } from '../deferred';
import { issue, type Issue } from '../issues';
import { assertValid } from '../validation-error';
import { cliNameHash } from './cli-name-hash';

/** The facts of a cluster that names are made from; literals, since a name is cut and hashed. */
export interface ClusterNameParts {
  readonly name: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
}

const NAME_RULES = {
  relay: { suffix: '-relay', limit: 50 },
  serviceBus: { suffix: '-service-bus', limit: 50 },
  logAnalytics: { suffix: '', limit: 63 },
} as const;

const NOT_ALPHANUMERIC = /[^\p{L}\p{N}]/gu;

/** The resources whose names the Azure CLI makes from the cluster's. */
export type CliNamedResource = keyof typeof NAME_RULES;

/**
 * The name of the relay namespace that the Azure CLI creates for a cluster, and looks for when settings are updated.
 * The hybrid connection inside has the name of the cluster. Names within 50 characters carry no hash, so that two
 * clusters whose names differ in punctuation only ask for the same relay.
 * @param cluster - name, subscription and resource group of the cluster, none of them deferred
 * @throws ValidationError when a part is deferred
 */
export function relayNamespaceName(cluster: ClusterNameParts): string {
  assertValid('relay name', clusterNameIssues(cluster));
  return cliResourceName('relay', cluster);
}

/** The parts of a name that are known only at deployment. */
export function clusterNameIssues(cluster: ClusterNameParts): Issue[] {
  return (['name', 'subscriptionId', 'resourceGroup'] as const)
    .filter((part) => isDeferred(cluster[part]))
    .map((part) => issue('deferred/literal-required', ['cluster', part], { received: cluster[part] }));
}

/**
 * The name that the Azure CLI gives a resource: letters and digits of cluster, subscription, resource group and suffix;
 * where that is too long, its beginning and six digits of a hash.
 */
export function cliResourceName(resource: CliNamedResource, cluster: ClusterNameParts): string {
  const { suffix, limit } = NAME_RULES[resource];
  const full = `${cluster.name}-${cluster.subscriptionId}-${cluster.resourceGroup}${suffix}`;
  const characters = [...full.replaceAll(NOT_ALPHANUMERIC, '')];
  if (characters.length <= limit) return characters.join('');
  const hash = cliNameHash(full);
  return `${characters.slice(0, limit - hash.length).join('')}${hash}`;
}
