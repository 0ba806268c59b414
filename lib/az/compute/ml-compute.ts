import type { ResolvedKubernetesCompute } from '../../model/compute/kubernetes-compute';
import { resourceIdSegment } from '../../model/deferred';

const SUBSCRIPTION = 1;
const RESOURCE_GROUP = 3;
const WORKSPACE = 7;

/** What names a compute to the Azure CLI. */
export type NamedCompute = Pick<ResolvedKubernetesCompute, 'name' | 'workspaceResourceId'>;

/**
 * The arguments of the command that attaches a cluster to a workspace, the program itself left out. The command knows
 * neither tags nor a default instance type.
 * @param compute - a checked attachment
 * @see https://learn.microsoft.com/cli/azure/ml/compute#az-ml-compute-attach
 */
export function mlComputeAttachArguments(compute: ResolvedKubernetesCompute): string[] {
  const { identity, resourceId, namespace } = compute;
  return [
    ...['ml', 'compute', 'attach', ...target(compute)],
    ...['--type', 'Kubernetes', '--resource-id', resourceId, '--namespace', namespace],
    ...(identity === undefined
      ? []
      : ['--identity-type', identity.kind === 'systemAssigned' ? 'SystemAssigned' : 'UserAssigned']),
    ...(identity?.kind === 'userAssigned' ? ['--user-assigned-identities', identity.resourceId] : []),
  ];
}

/** The arguments of the command that detaches it; the cluster stays. */
export function mlComputeDetachArguments(compute: NamedCompute): string[] {
  return ['ml', 'compute', 'detach', ...target(compute), '--yes'];
}

/** The arguments that show a compute, and fail when there is none. */
export function mlComputeShowArguments(compute: NamedCompute): string[] {
  return ['ml', 'compute', 'show', ...target(compute)];
}

function target({ name, workspaceResourceId: id }: NamedCompute): string[] {
  return [
    ...['--name', name, '--workspace-name', resourceIdSegment(id, WORKSPACE)],
    ...['--resource-group', resourceIdSegment(id, RESOURCE_GROUP)],
    ...['--subscription', resourceIdSegment(id, SUBSCRIPTION)],
  ];
}
