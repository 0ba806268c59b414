import { accountsByNamespace, type ResolvedOpenShiftSccGrant } from '../../model/openshift/scc-grant';
import { sccClusterRole } from '../../model/openshift/security-context-constraints';
import type { KubernetesObject, ObjectMeta } from '../kubernetes-objects';
import { renderPrivilegedScc, type SecurityContextConstraintsManifest } from './security-context-constraints';

const RBAC_GROUP = 'rbac.authorization.k8s.io';
const RBAC_API = 'rbac.authorization.k8s.io/v1';

/** A service account in a binding. */
export interface ServiceAccountSubject {
  readonly kind: 'ServiceAccount';
  readonly name: string;
  readonly namespace: string;
}

/** A binding of service accounts to a cluster role, in one namespace or in the whole cluster. */
export interface SccBindingManifest extends KubernetesObject {
  readonly apiVersion: 'rbac.authorization.k8s.io/v1';
  readonly kind: 'RoleBinding' | 'ClusterRoleBinding';
  readonly roleRef: {
    readonly apiGroup: 'rbac.authorization.k8s.io';
    readonly kind: 'ClusterRole';
    readonly name: string;
  };
  readonly subjects: readonly ServiceAccountSubject[];
}

/** The cluster role that allows the use of one security context constraint. */
export interface SccClusterRoleManifest extends KubernetesObject {
  readonly apiVersion: 'rbac.authorization.k8s.io/v1';
  readonly kind: 'ClusterRole';
  readonly rules: readonly [
    {
      readonly apiGroups: readonly ['security.openshift.io'];
      readonly resources: readonly ['securitycontextconstraints'];
      readonly resourceNames: readonly [string];
      readonly verbs: readonly ['use'];
    },
  ];
}

/** A security context constraint of its own and the cluster role that allows its use. */
export interface DedicatedSccManifests {
  readonly constraint: SecurityContextConstraintsManifest;
  readonly clusterRole: SccClusterRoleManifest;
}

/** The objects of a grant. */
export interface OpenShiftSccGrantManifests {
  /** Absent when the built-in constraint is used, whose cluster role OpenShift brings along. */
  readonly dedicated?: DedicatedSccManifests;
  /** One RoleBinding for each namespace, or one ClusterRoleBinding. */
  readonly bindings: readonly SccBindingManifest[];
}

/** Renders the permission to use a security context constraint. The built-in constraint is never written. */
export function renderOpenShiftSccGrant(grant: ResolvedOpenShiftSccGrant): OpenShiftSccGrantManifests {
  const dedicated = grant.scc.kind === 'dedicated' ? { dedicated: renderDedicated(grant) } : {};
  if (grant.binding === 'ClusterRoleBinding') return { ...dedicated, bindings: [renderClusterRoleBinding(grant)] };
  return { ...dedicated, bindings: renderRoleBindings(grant) };
}

function renderRoleBindings(grant: ResolvedOpenShiftSccGrant): SccBindingManifest[] {
  return accountsByNamespace(grant.accounts).map(({ namespace, accounts }) => ({
    apiVersion: RBAC_API,
    kind: 'RoleBinding',
    metadata: metadata(grant, { name: grant.name, namespace }),
    roleRef: roleRef(grant),
    subjects: accounts.map((name) => ({ kind: 'ServiceAccount', name, namespace })),
  }));
}

function renderClusterRoleBinding(grant: ResolvedOpenShiftSccGrant): SccBindingManifest {
  return {
    apiVersion: RBAC_API,
    kind: 'ClusterRoleBinding',
    metadata: metadata(grant, { name: grant.name }),
    roleRef: roleRef(grant),
    subjects: grant.accounts.map(({ name, namespace }) => ({ kind: 'ServiceAccount', name, namespace })),
  };
}

function renderDedicated(grant: ResolvedOpenShiftSccGrant): DedicatedSccManifests {
  const { name } = grant.scc;
  return {
    constraint: renderPrivilegedScc(metadata(grant, { name })),
    clusterRole: {
      apiVersion: RBAC_API,
      kind: 'ClusterRole',
      metadata: metadata(grant, { name: sccClusterRole(name) }),
      rules: [
        {
          apiGroups: ['security.openshift.io'],
          resources: ['securitycontextconstraints'],
          resourceNames: [name],
          verbs: ['use'],
        },
      ],
    },
  };
}

function roleRef({ scc }: ResolvedOpenShiftSccGrant): SccBindingManifest['roleRef'] {
  return { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: sccClusterRole(scc.name) };
}

function metadata({ labels, annotations }: ResolvedOpenShiftSccGrant, names: ObjectMeta): ObjectMeta {
  return {
    ...names,
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
}
