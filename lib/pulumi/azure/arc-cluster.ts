import * as pulumi from '@pulumi/pulumi';
import { getConnectedClusterOutput } from '@pulumi/azure-native/kubernetes/index.js';
import { assertExistingCluster, clusterNamesOf, type ExtensionCluster } from './cluster';

/** What is known about a cluster that is connected through Azure Arc. */
export interface ExistingArcClusterFacts {
  /**
   * The location of the cluster resource.
   * @default - Azure is asked
   */
  readonly location?: pulumi.Input<string>;
  /**
   * The distribution: `openshift`, `k3s`, `gke`.
   * @default - not known; not OpenShift
   */
  readonly distribution?: string;
  /**
   * How many nodes there are at least.
   * @default - not known
   */
  readonly nodeCount?: number;
}

/**
 * Clusters that are connected through Azure Arc. They are connected by hand, and Azure gives no credentials for them:
 * the Kubernetes provider of objects in them is made by the program.
 * @see https://learn.microsoft.com/azure/azure-arc/kubernetes/quickstart-connect-cluster
 */
export const ArcCluster = {
  /**
   * A cluster that is connected already; nothing is registered for it.
   * @param id - its resource id; a text where the extension creates its relay
   * @param facts - what is known about it
   * @param opts - how Azure is asked for the rest
   */
  fromExisting(
    this: void,
    id: pulumi.Input<string>,
    facts: ExistingArcClusterFacts = {},
    opts: pulumi.InvokeOutputOptions = {},
  ): ExtensionCluster {
    assertExistingCluster('arc', { id, facts });
    const names = clusterNamesOf(id);
    const { name: clusterName, resourceGroupName } = names;
    const { location = getConnectedClusterOutput({ clusterName, resourceGroupName }, opts).location } = facts;
    const { distribution, nodeCount } = facts;
    const known = { nodeCount, distribution, blobCsiDriver: undefined, owner: undefined };
    return { kind: 'arc', ...names, location: pulumi.output(location), ...known };
  },
} as const;
