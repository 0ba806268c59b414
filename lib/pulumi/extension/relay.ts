import * as pulumi from '@pulumi/pulumi';
import {
  HybridConnection,
  HybridConnectionAuthorizationRule,
  listHybridConnectionKeysOutput,
  Namespace,
} from '@pulumi/azure-native/relay/index.js';
import { RELAY_SKU, type CliResource } from '../../model/extension/cli-resources';
import type { ChildPlace } from './shared-children';

/** The resources of a relay, and what the extension is told about it. */
export interface CreatedRelayResources {
  readonly namespaceId: pulumi.Output<string>;
  /** A secret. */
  readonly connectionString: pulumi.Output<string>;
}

/** The roles of the resources of a relay. */
export type RelayRole = 'relayNamespace' | 'hybridConnection' | 'hybridConnectionAuthorizationRule';

/** What is asked of the component that a relay belongs to. */
export interface RelayOwner {
  /** The resource group of the cluster. */
  readonly resourceGroupName: pulumi.Input<string>;
  /** How a child is called. */
  readonly placeOf: (role: RelayRole) => ChildPlace;
  /** A text of the description as an Output. */
  readonly output: (text: string) => pulumi.Output<string>;
}

type Right = 'Manage' | 'Send' | 'Listen';

/**
 * Creates the relay that the Azure CLI creates for a cluster behind Azure Arc.
 * @param creates - what has to be created
 * @param owner - the component
 * @returns `undefined` when no relay is to be created
 */
export function createRelay(creates: readonly CliResource[], owner: RelayOwner): CreatedRelayResources | undefined {
  const { resourceGroupName, placeOf, output } = owner;
  const described = findAll(creates);
  if (described === undefined) return undefined;
  const { relayNamespace, hybridConnection, rule } = described;
  const place = placeOf('relayNamespace');
  const { name: namespaceName, location, tags } = relayNamespace;
  const namespace = new Namespace(
    place.name,
    { resourceGroupName, namespaceName, location: output(location), tags, sku: RELAY_SKU },
    place.opts,
  );
  const connection = placeOf('hybridConnection');
  const { name: hybridConnectionName, requiresClientAuthorization } = hybridConnection;
  const hybrid = new HybridConnection(
    connection.name,
    { resourceGroupName, namespaceName: namespace.name, hybridConnectionName, requiresClientAuthorization },
    connection.opts,
  );
  const authorization = placeOf('hybridConnectionAuthorizationRule');
  const keys = new HybridConnectionAuthorizationRule(
    authorization.name,
    {
      resourceGroupName,
      namespaceName: namespace.name,
      hybridConnectionName: hybrid.name,
      authorizationRuleName: rule.name,
      rights: rule.rights as Right[],
    },
    authorization.opts,
  );
  return {
    namespaceId: namespace.id,
    connectionString: connectionStringOf(resourceGroupName, namespace, hybrid, keys),
  };
}

function connectionStringOf(
  resourceGroupName: pulumi.Input<string>,
  namespace: Namespace,
  hybrid: HybridConnection,
  rule: HybridConnectionAuthorizationRule,
): pulumi.Output<string> {
  const names = { namespaceName: namespace.name, hybridConnectionName: hybrid.name, authorizationRuleName: rule.name };
  const keys = listHybridConnectionKeysOutput({ resourceGroupName, ...names }, { parent: rule });
  return pulumi.secret(keys.apply(({ primaryConnectionString }) => primaryConnectionString ?? ''));
}

function findAll(creates: readonly CliResource[]) {
  const relayNamespace = creates.find((one) => one.kind === 'relayNamespace');
  const hybridConnection = creates.find((one) => one.kind === 'hybridConnection');
  const rule = creates.find((one) => one.kind === 'hybridConnectionAuthorizationRule');
  if (relayNamespace === undefined || hybridConnection === undefined || rule === undefined) return undefined;
  return { relayNamespace, hybridConnection, rule };
}
