import type { KubeClient } from './client';
import { securityContextConstraints } from './crds/security-context-constraints';
import type { KubeObject } from './objects';

/** The constraint `privileged`, as OpenShift brings it along. */
export const PRIVILEGED_CONSTRAINT: KubeObject = {
  ...securityContextConstraints.sample,
  metadata: { name: 'privileged', annotations: { 'release.openshift.io/create-only': 'true' } },
};

/** The cluster role that allows its use, as OpenShift brings it along. */
export const PRIVILEGED_ROLE: KubeObject = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: {
    name: 'system:openshift:scc:privileged',
    annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
  },
  rules: [
    {
      apiGroups: ['security.openshift.io'],
      resourceNames: ['privileged'],
      resources: ['securitycontextconstraints'],
      verbs: ['use'],
    },
  ],
};

/** A service account that wants something of a constraint for a pod in a namespace. */
export interface Access {
  readonly account: readonly [namespace: string, name: string];
  readonly namespace: string;
  readonly constraint?: string;
  readonly verb?: string;
}

/** Asks the API server what OpenShift asks it before it lets a pod of the account in. */
export async function isAllowed(client: KubeClient, access: Access): Promise<boolean> {
  const { namespace, constraint = 'privileged', verb = 'use' } = access;
  const [home, name] = access.account;
  const { status } = await client.ask({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: {
      user: `system:serviceaccount:${home}:${name}`,
      groups: ['system:serviceaccounts', `system:serviceaccounts:${home}`, 'system:authenticated'],
      resourceAttributes: {
        group: 'security.openshift.io',
        resource: 'securitycontextconstraints',
        name: constraint,
        namespace,
        verb,
      },
    },
  });
  return (status as { readonly allowed: boolean }).allowed;
}
