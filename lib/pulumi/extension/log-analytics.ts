import * as pulumi from '@pulumi/pulumi';
import { getSharedKeysOutput, Workspace } from '@pulumi/azure-native/operationalinsights/index.js';
import { LOG_ANALYTICS_SKU, type CliRegionalResource } from '../../model/extension/cli-resources';
import type { ChildPlace } from './shared-children';

/** What the extension is told about a workspace of Log Analytics. */
export interface CreatedLogAnalytics {
  readonly customerId: pulumi.Output<string>;
  /** A secret. */
  readonly sharedKey: pulumi.Output<string>;
}

/** The workspace as the component that it belongs to describes it. */
export interface LogAnalyticsDescription {
  readonly resourceGroupName: pulumi.Input<string>;
  readonly workspaceName: string;
  readonly location: pulumi.Input<string>;
  readonly tags: CliRegionalResource['tags'];
}

/**
 * Creates the workspace of Log Analytics that the Azure CLI creates when logs are to go there.
 * @param description - what has to be created, in the resource group of the cluster
 * @param place - how the child is called
 */
export function createLogAnalytics(description: LogAnalyticsDescription, place: ChildPlace): CreatedLogAnalytics {
  const workspace = new Workspace(place.name, { ...description, sku: LOG_ANALYTICS_SKU }, place.opts);
  const { resourceGroupName } = description;
  const keys = getSharedKeysOutput({ resourceGroupName, workspaceName: workspace.name }, { parent: workspace });
  return {
    customerId: workspace.customerId,
    sharedKey: pulumi.secret(keys.apply(({ primarySharedKey }) => primarySharedKey ?? '')),
  };
}
