import { formatResourceId } from '../azure/resource-id';
import type { ResolvedKubernetesCompute } from '../compute/kubernetes-compute';
import { resolveKubernetesCompute } from '../compute/resolve-kubernetes-compute';
import { given } from '../given';
import type { PlatformComputeSpec } from './azureml-platform';
import { namespaceNameOf } from './platform-pieces';

/** The cluster that computes attach. */
export interface AttachmentCluster {
  /** The resource id of the cluster; may be known only at deployment. */
  readonly resourceId: string;
  /** The subscription of workspaces that name none; may be known only at deployment. */
  readonly subscriptionId: string;
  /**
   * The location of the cluster.
   * @default - not said
   */
  readonly location?: string;
}

/** What each compute takes over as it is described. */
const OPTIONS = [
  'identity',
  'access',
  'defaultInstanceType',
  'description',
  'disableLocalAuth',
  'tags',
] as const satisfies readonly (keyof PlatformComputeSpec)[];

/**
 * The attachments of a platform: each compute with the ids of its workspace and of the cluster.
 * @param computes - the computes of a checked platform
 * @param cluster - the cluster that they attach
 * @throws ValidationError when an id is none, or belongs to another type of resource
 */
export function platformAttachments(
  computes: readonly PlatformComputeSpec[],
  cluster: AttachmentCluster,
): readonly ResolvedKubernetesCompute[] {
  return computes.map((compute) => {
    const { name, workspace } = compute;
    const workspaceResourceId = formatResourceId({
      subscription: workspace.subscriptionId ?? cluster.subscriptionId,
      resourceGroup: workspace.resourceGroup,
      type: 'Microsoft.MachineLearningServices/workspaces',
      names: [workspace.name],
    });
    return resolveKubernetesCompute({
      name,
      workspaceResourceId,
      resourceId: cluster.resourceId,
      ...given(workspace, ['location']),
      ...(cluster.location === undefined ? {} : { computeLocation: cluster.location }),
      namespace: namespaceNameOf(compute),
      ...(workspace.identity === undefined ? {} : { workspaceIdentity: workspace.identity }),
      ...given(compute, OPTIONS),
    });
  });
}
