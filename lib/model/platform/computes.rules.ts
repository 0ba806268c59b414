import { equalText } from '../deferred';
import { DEFAULT_INSTANCE_TYPE_NAME } from '../compute/instance-type';
import { computeAccessIssues } from '../compute/kubernetes-compute.rules';
import { atPath, issue, type Issue } from '../issues';
import type { AzureMLPlatformSpec, PlatformComputeSpec, PlatformWorkspaceSpec } from './azureml-platform';
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
      ...atPath(['computes', index], computeAccessIssues(compute)),
    ];
  });
}

/**
 * Whether the default instance types of computes are among those that are described.
 * @param computes - all of them
 * @param instanceTypes - those of the cluster by name; nothing is known when there are none
 */
export function defaultInstanceTypeIssues(
  computes: readonly PlatformComputeSpec[],
  instanceTypes: AzureMLPlatformSpec['instanceTypes'] = {},
): Issue[] {
  const known = [DEFAULT_INSTANCE_TYPE_NAME, ...Object.keys(instanceTypes)];
  if (known.length === 1) return [];
  return computes.flatMap(({ defaultInstanceType: name }, index) => {
    if (name === undefined || known.some((one) => equalText(one, name) !== false)) return [];
    const expected = `one of ${known.join(', ')}`;
    return [
      issue('platform/instance-type-unknown', ['computes', index, 'defaultInstanceType'], { received: name, expected }),
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
  const answers = [
    equalText(one.subscriptionId ?? other.subscriptionId ?? '', other.subscriptionId ?? one.subscriptionId ?? ''),
    equalText(one.resourceGroup, other.resourceGroup),
    equalText(one.name, other.name),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}
