import * as pulumi from '@pulumi/pulumi';
import { listHybridConnectionKeys, listNamespaceKeys } from '@pulumi/azure-native/relay/index.js';
import { RELAY_RULE } from '../../model/extension/cli-resources';
import type { RelayReference } from '../../model/extension/relay-reference';
import type { Restored } from '../restore';

/**
 * The connection string of a relay that exists, a secret.
 * @param relay - where it is
 * @param opts - how Azure is asked
 */
export function existingRelayConnection(
  relay: Restored<RelayReference>,
  opts: pulumi.InvokeOptions,
): pulumi.Output<string> {
  const { resourceGroup, namespaceName, hybridConnectionName } = relay;
  const keys = pulumi
    .all([resourceGroup, namespaceName, hybridConnectionName])
    .apply(([resourceGroupName, namespace, hybridConnection]) => {
      const rule = { resourceGroupName, namespaceName: namespace, authorizationRuleName: RELAY_RULE };
      return hybridConnection === ''
        ? listNamespaceKeys(rule, opts)
        : listHybridConnectionKeys({ ...rule, hybridConnectionName: hybridConnection }, opts);
    });
  return pulumi.secret(keys.apply(({ primaryConnectionString }) => primaryConnectionString ?? ''));
}
