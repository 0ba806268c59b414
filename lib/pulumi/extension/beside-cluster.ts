import type * as pulumi from '@pulumi/pulumi';
import { DEPLOYED_VALUES, type CliResource } from '../../model/extension/cli-resources';
import type { ChildPlace } from './shared-children';
import { createLogAnalytics } from './log-analytics';
import { createRelay, type RelayRole } from './relay';

/** The roles of what stands beside the cluster. */
export type BesideClusterRole = RelayRole | 'logAnalyticsWorkspace';

/** The texts of a description, in which markers stand for what is known later. */
interface MarkerTexts {
  /** A text as an Output. */
  output(text: string): pulumi.Output<string>;
  /** Gives the value of a marker. */
  provide(name: string, value: pulumi.Output<string>): void;
}

/** What is asked of the component that it belongs to. */
export interface BesideClusterOwner {
  /** The resource group of the cluster. */
  readonly resourceGroupName: pulumi.Input<string>;
  /** How a child is called. */
  readonly placeOf: (role: BesideClusterRole) => ChildPlace;
  /** The values of the description, to which those of what is created are added. */
  readonly values: MarkerTexts;
}

/**
 * Creates what the Azure CLI creates beside the extension, and provides what the settings say about it.
 * @param creates - what has to be created
 * @param owner - the component
 * @returns the id of the relay namespace that was made
 */
export function createBesideCluster(
  creates: readonly CliResource[],
  owner: BesideClusterOwner,
): pulumi.Output<string> | undefined {
  const { resourceGroupName, placeOf, values } = owner;
  const logs = creates.find((one) => one.kind === 'logAnalyticsWorkspace');
  if (logs !== undefined) {
    const { name: workspaceName, location, tags } = logs;
    const described = { resourceGroupName, workspaceName, location: values.output(location), tags };
    const { customerId, sharedKey } = createLogAnalytics(described, placeOf('logAnalyticsWorkspace'));
    values.provide(DEPLOYED_VALUES.logAnalyticsCustomer, customerId);
    values.provide(DEPLOYED_VALUES.logAnalyticsKey, sharedKey);
  }
  const relay = createRelay(creates, { resourceGroupName, placeOf, output: (text) => values.output(text) });
  if (relay !== undefined) values.provide(DEPLOYED_VALUES.relayConnection, relay.connectionString);
  return relay?.namespaceId;
}
