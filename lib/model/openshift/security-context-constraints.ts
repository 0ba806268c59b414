/**
 * The security context constraints that OpenShift brings along. Its documentation says not to change them, and updates
 * may set them back.
 * @see https://docs.okd.io/latest/edge_computing/day_2_core_cnf_clusters/security/security-sec-context-constraints.html
 */
export const BUILT_IN_CONSTRAINTS = [
  'anyuid',
  'hostaccess',
  'hostmount',
  'hostmount-anyuid',
  'hostmount-anyuid-v2',
  'hostnetwork',
  'hostnetwork-v2',
  'machine-api-termination-handler',
  'nested-container',
  'node-exporter',
  'nonroot',
  'nonroot-v2',
  'privileged',
  'restricted',
  'restricted-v2',
  'restricted-v3',
] as const;

/** The built-in security context constraint that the extension needs. */
export const PRIVILEGED_SCC = 'privileged' satisfies (typeof BUILT_IN_CONSTRAINTS)[number];

/** The namespaces in which OpenShift assigns no security context constraint to pods, whatever their accounts may use. */
export const NAMESPACES_WITHOUT_SCC = [
  'default',
  'kube-system',
  'kube-public',
  'openshift-node',
  'openshift-infra',
  'openshift',
] as const;

/**
 * The cluster role that allows the use of a security context constraint. OpenShift has one for each built-in
 * constraint, and `oc adm policy add-scc-to-user` makes it for others.
 * @param scc - the name of the constraint
 */
export function sccClusterRole(scc: string): string {
  return `system:openshift:scc:${scc}`;
}
