import { formatResourceId } from '../azure/resource-id';
import { resourceIdSegment } from '../deferred';

/** A relay that exists; what its id holds may be known only at deployment. */
export interface RelayReference {
  /** The resource id of the namespace. */
  readonly namespaceId: string;
  readonly resourceGroup: string;
  readonly namespaceName: string;
  /** Empty when the id was that of a namespace. */
  readonly hybridConnectionName: string;
}

/** Where the id of a hybrid connection has its parts. */
const SEGMENTS = { subscription: 1, resourceGroup: 3, namespaceName: 7, hybridConnectionName: 9 } as const;

/**
 * The relay that an id refers to.
 * @param id - the resource id of a hybrid connection, or of a namespace
 */
export function relayReference(id: string): RelayReference {
  const resourceGroup = resourceIdSegment(id, SEGMENTS.resourceGroup);
  const namespaceName = resourceIdSegment(id, SEGMENTS.namespaceName);
  return {
    namespaceId: formatResourceId({
      subscription: resourceIdSegment(id, SEGMENTS.subscription),
      resourceGroup,
      type: 'Microsoft.Relay/namespaces',
      names: [namespaceName],
    }),
    resourceGroup,
    namespaceName,
    hybridConnectionName: resourceIdSegment(id, SEGMENTS.hybridConnectionName),
  };
}
