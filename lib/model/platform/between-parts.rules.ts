import type { ResolvedComputeNamespace } from '../compute/compute-namespace';
import { equalText } from '../deferred';
import { issue, type Issue } from '../issues';
import type { ResolvedOpenShiftSccGrant } from '../openshift/scc-grant';
import type { JobDataVolumePlacement } from '../storage/job-data-volume';
import type { ClusterPart } from './cluster-parts';

/** The namespace of computes that name none, which nobody has to create. */
const DEFAULT_NAMESPACE = 'default';

/**
 * Whether a namespace enforces a pod security level that its workloads break on OpenShift.
 * @returns issues whose path starts with the position of the namespace
 */
export function grantedNamespaceIssues(
  namespaces: readonly ResolvedComputeNamespace[],
  grants: readonly ResolvedOpenShiftSccGrant[],
): Issue[] {
  const granted = grants.flatMap(({ computeNamespaces }) => computeNamespaces);
  return namespaces.flatMap(({ name, podSecurity: { enforce = 'privileged' } }, index) => {
    const contradicts = enforce !== 'privileged' && granted.some((other) => equalText(other, name) === true);
    if (!contradicts) return [];
    return [issue('platform/pod-security-against-grant', [index, 'podSecurity', 'enforce'], { received: enforce })];
  });
}

/**
 * Whether volumes are in namespaces that no compute is known to use. Where no namespace of a compute is described,
 * nothing is known.
 * @returns issues whose path starts with the position of the volume
 */
export function volumeNamespaceIssues(
  volumes: readonly JobDataVolumePlacement[],
  namespaces: readonly ResolvedComputeNamespace[],
): Issue[] {
  if (namespaces.length === 0) return [];
  const known = [DEFAULT_NAMESPACE, ...namespaces.map(({ name }) => name)];
  return volumes.flatMap(({ namespace }, index) => {
    if (known.some((name) => equalText(name, namespace) !== false)) return [];
    const expected = `one of ${known.join(', ')}`;
    return [issue('platform/volume-outside-computes', [index, 'namespace'], { received: namespace, expected })];
  });
}

/**
 * Whether grants name namespaces that no compute is known to use. Where no namespace of a compute is described, nothing
 * is known.
 * @returns issues whose path starts with the position of the grant
 */
export function grantNamespaceIssues(
  grants: readonly ResolvedOpenShiftSccGrant[],
  namespaces: readonly ResolvedComputeNamespace[],
): Issue[] {
  if (namespaces.length === 0) return [];
  const known = [DEFAULT_NAMESPACE, ...namespaces.map(({ name }) => name)];
  return grants.flatMap(({ computeNamespaces }, index) =>
    computeNamespaces.flatMap((namespace, position) => {
      if (known.some((name) => equalText(name, namespace) !== false)) return [];
      const expected = `one of ${known.join(', ')}`;
      const path = [index, 'computeNamespaces', position];
      return [issue('platform/grant-outside-computes', path, { received: namespace, expected })];
    }),
  );
}

/**
 * Whether the namespace of a compute is missing in the grant of its cluster. A cluster without a grant is not OpenShift.
 * @returns issues whose path starts with the position of the namespace
 */
export function missingGrantIssues(
  namespaces: readonly ResolvedComputeNamespace[],
  grants: readonly ResolvedOpenShiftSccGrant[],
): Issue[] {
  if (grants.length === 0) return [];
  const granted = grants.flatMap(({ computeNamespaces }) => computeNamespaces);
  return namespaces.flatMap(({ name }, index) =>
    granted.some((other) => equalText(other, name) !== false)
      ? []
      : [issue('platform/compute-without-grant', [index, 'name'], { received: name })],
  );
}

/**
 * Whether all parts that name the extension name the same one.
 * @param parts - all parts of the cluster
 * @returns issues whose path starts with the position of the part
 */
export function extensionNameIssues(parts: readonly ClusterPart[]): Issue[] {
  const first = parts.map(extensionNameOf).find((name) => name !== undefined);
  return parts.flatMap((part, index) => {
    const received = extensionNameOf(part);
    if (received === undefined || first === undefined || equalText(received, first) !== false) return [];
    const expected = `${JSON.stringify(first)}, as elsewhere in the cluster`;
    return [issue('platform/extension-name-differs', [index, 'extensionName'], { received, expected })];
  });
}

function extensionNameOf({ spec }: ClusterPart): string | undefined {
  return 'extensionName' in spec ? spec.extensionName : undefined;
}
