import * as pulumi from '@pulumi/pulumi';
import {
  HybridConnection,
  HybridConnectionAuthorizationRule,
  listHybridConnectionKeysOutput,
  Namespace,
} from '@pulumi/azure-native/relay/index.js';
import type { CliResource } from '../../model/extension/cli-resources';

/** The name of the marker that stands for the connection string of the relay in derived settings. */
export const RELAY_CONNECTION_STRING = 'relay-connection-string';

/** The resources of a relay, and what the extension is told about it. */
export interface CreatedRelayResources {
  readonly namespaceId: pulumi.Output<string>;
  /** A secret. */
  readonly connectionString: pulumi.Output<string>;
}

/** The roles of the resources of a relay. */
export type RelayRole = 'relayNamespace' | 'hybridConnection' | 'hybridConnectionAuthorizationRule';

/** What is asked of a component: the name and the options of a child. */
export type RelayChild = (role: RelayRole) => { readonly name: string; readonly opts: pulumi.CustomResourceOptions };

type Right = 'Manage' | 'Send' | 'Listen';

/**
 * Creates the relay that the Azure CLI creates for a cluster behind Azure Arc.
 * @param creates - what has to be created
 * @param resourceGroupName - the resource group of the cluster
 * @param child - how children are called
 * @returns `undefined` when no relay is to be created
 */
export function createRelay(
  creates: readonly CliResource[],
  resourceGroupName: pulumi.Input<string>,
  location: pulumi.Input<string>,
  child: RelayChild,
): CreatedRelayResources | undefined {
  const described = findAll(creates);
  if (described === undefined) return undefined;
  const { relayNamespace, hybridConnection, rule } = described;
  const place = child('relayNamespace');
  const namespace = new Namespace(
    place.name,
    { resourceGroupName, namespaceName: relayNamespace.name, location, tags: relayNamespace.tags },
    place.opts,
  );
  const connection = child('hybridConnection');
  const { name: hybridConnectionName, requiresClientAuthorization } = hybridConnection;
  const hybrid = new HybridConnection(
    connection.name,
    { resourceGroupName, namespaceName: namespace.name, hybridConnectionName, requiresClientAuthorization },
    connection.opts,
  );
  const authorization = child('hybridConnectionAuthorizationRule');
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
