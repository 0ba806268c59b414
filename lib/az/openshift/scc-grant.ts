import { accountsByNamespace, type ResolvedOpenShiftSccGrant } from '../../model/openshift/scc-grant';
import { serviceAccountUser } from '../../model/openshift/service-accounts';

const ADD = ['adm', 'policy', 'add-scc-to-user'] as const;

/**
 * The arguments of the `oc` commands that make a grant, the program itself left out: one command for each namespace, or
 * one without a namespace for the whole cluster. `oc` writes bindings named `system:openshift:scc:<constraint>`, adds to
 * those that exist, and makes the cluster role of a constraint that has none. The namespaces have to exist, and so does
 * a dedicated constraint.
 * @param grant - a checked grant
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 * @example
 * ocSccGrantArguments(resolveOpenShiftSccGrant({ extensionName: 'azureml', computeNamespaces: ['ml-jobs'] }));
 * // adm policy add-scc-to-user privileged -z azure-arc-kube-aad-proxy-sa -n azure-arc, and so on
 */
export function ocSccGrantArguments(grant: ResolvedOpenShiftSccGrant): string[][] {
  if (grant.binding === 'ClusterRoleBinding') {
    return [[...ADD, grant.scc.name, ...grant.accounts.map(serviceAccountUser)]];
  }
  return accountsByNamespace(grant.accounts).map(({ namespace, accounts }) => [
    ...ADD,
    grant.scc.name,
    ...accounts.flatMap((account) => ['-z', account]),
    '-n',
    namespace,
  ]);
}
