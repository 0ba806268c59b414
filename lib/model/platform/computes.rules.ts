import { equalText } from '../deferred';
import { issue, type Issue } from '../issues';
import type { PlatformComputeSpec, PlatformWorkspaceSpec } from './azureml-platform';
import { namespaceNameOf } from './platform-pieces';

/**
 * The rules between the computes of one cluster.
 * @param computes - all of them
 */
export function computeIssues(computes: readonly PlatformComputeSpec[]): Issue[] {
  return computes.flatMap((compute, index) => {
    const earlier = computes.slice(0, index);
    return [
      ...duplicateIssues(compute, earlier, index),
      ...sharedNamespaceIssues(compute, earlier, index),
      ...describedTwiceIssues(compute, earlier, index),
    ];
  });
}

function duplicateIssues(
  compute: PlatformComputeSpec,
  earlier: readonly PlatformComputeSpec[],
  index: number,
): Issue[] {
  const twice = earlier.some(
    ({ name, workspace }) => name === compute.name && isSameWorkspace(workspace, compute.workspace) === true,
  );
  return twice ? [issue('platform/compute-duplicate', ['computes', index, 'name'], { received: compute.name })] : [];
}

function sharedNamespaceIssues(
  compute: PlatformComputeSpec,
  earlier: readonly PlatformComputeSpec[],
  index: number,
): Issue[] {
  const namespace = namespaceNameOf(compute);
  const shared = earlier.some(
    (other) => namespaceNameOf(other) === namespace && isSameWorkspace(other.workspace, compute.workspace) === false,
  );
  return shared ? [issue('platform/namespace-shared', ['computes', index, 'namespace'], { received: namespace })] : [];
}

function describedTwiceIssues(
  compute: PlatformComputeSpec,
  earlier: readonly PlatformComputeSpec[],
  index: number,
): Issue[] {
  const twice =
    typeof compute.namespace === 'object' &&
    earlier.some((other) => typeof other.namespace === 'object' && namespaceNameOf(other) === namespaceNameOf(compute));
  return twice ? [issue('platform/namespace-described-twice', ['computes', index, 'namespace'])] : [];
}

/** `undefined` when that depends on names that are known only at deployment. */
function isSameWorkspace(one: PlatformWorkspaceSpec, other: PlatformWorkspaceSpec): boolean | undefined {
  const answers = [equalText(one.resourceGroup, other.resourceGroup), equalText(one.name, other.name)];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}
