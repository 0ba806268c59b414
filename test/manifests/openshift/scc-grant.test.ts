import fc from 'fast-check';
import { renderOpenShiftSccGrant, type SccBindingManifest } from '../../../lib/manifests/openshift/scc-grant';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import { resolveOpenShiftSccGrant } from '../../../lib/model/openshift/resolve-scc-grant';
import type { OpenShiftSccGrantSpec } from '../../../lib/model/openshift/scc-grant';
import { BUILT_IN_CONSTRAINTS } from '../../../lib/model/openshift/security-context-constraints';
import { serviceAccountUser } from '../../../lib/model/openshift/service-accounts';

const GRANT: OpenShiftSccGrantSpec = { extensionName: 'amlext', computeNamespaces: ['ml-jobs'] };

function render(change: Partial<OpenShiftSccGrantSpec> = {}): ReturnType<typeof renderOpenShiftSccGrant> {
  return renderOpenShiftSccGrant(resolveOpenShiftSccGrant({ ...GRANT, ...change }));
}

function usersOf(bindings: readonly SccBindingManifest[]): string[] {
  return bindings.flatMap(({ subjects }) => subjects.map(serviceAccountUser));
}

const ROLE = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:openshift:scc:privileged' };

function roleBinding(namespace: string, accounts: readonly string[]): object {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'azureml-scc-privileged', namespace },
    roleRef: ROLE,
    subjects: accounts.map((name) => ({ kind: 'ServiceAccount', name, namespace })),
  };
}

const AZUREML_ACCOUNTS = [
  'amlext-kube-state-metrics',
  'prom-admission',
  'default',
  'prom-operator',
  'load-amlarc-selinux-policy-sa',
  'azureml-fe-v2',
  'prom-prometheus',
  'azureml-ingress-nginx',
  'azureml-ingress-nginx-admission',
];

describe('renderOpenShiftSccGrant', () => {
  test('binds the accounts of each namespace to the cluster role of OpenShift', () => {
    expect(render()).toStrictEqual({
      bindings: [
        roleBinding('azure-arc', ['azure-arc-kube-aad-proxy-sa']),
        roleBinding('azureml', AZUREML_ACCOUNTS),
        roleBinding('ml-jobs', ['default']),
      ],
    });
  });

  test('has a binding for the namespace of each compute, and none for default', () => {
    const { bindings } = render({ computeNamespaces: ['ml-a', 'default', 'ml-b', 'azureml'] });

    expect(bindings).toStrictEqual([
      roleBinding('azure-arc', ['azure-arc-kube-aad-proxy-sa']),
      roleBinding('azureml', AZUREML_ACCOUNTS),
      roleBinding('ml-a', ['default']),
      roleBinding('ml-b', ['default']),
    ]);
  });

  test('binds all accounts in the whole cluster on request', () => {
    expect(render({ binding: 'ClusterRoleBinding' })).toStrictEqual({
      bindings: [
        {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRoleBinding',
          metadata: { name: 'azureml-scc-privileged' },
          roleRef: ROLE,
          subjects: [
            { kind: 'ServiceAccount', name: 'azure-arc-kube-aad-proxy-sa', namespace: 'azure-arc' },
            ...AZUREML_ACCOUNTS.slice(0, 7).map((name) => ({ kind: 'ServiceAccount', name, namespace: 'azureml' })),
            { kind: 'ServiceAccount', name: 'default', namespace: 'ml-jobs' },
            ...AZUREML_ACCOUNTS.slice(7).map((name) => ({ kind: 'ServiceAccount', name, namespace: 'azureml' })),
          ],
        },
      ],
    });
  });

  test('makes a dedicated constraint with its cluster role, and labels and annotations on everything', () => {
    const hatch = { labels: { team: 'ml' }, annotations: { owner: 'ml@contoso.com' } };
    const { dedicated, bindings } = render({ scc: { kind: 'dedicated', name: 'azureml' }, name: 'ml', ...hatch });

    expect(dedicated?.clusterRole).toStrictEqual({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'system:openshift:scc:azureml', ...hatch },
      rules: [
        {
          apiGroups: ['security.openshift.io'],
          resources: ['securitycontextconstraints'],
          resourceNames: ['azureml'],
          verbs: ['use'],
        },
      ],
    });
    expect(dedicated?.constraint.metadata).toStrictEqual({ name: 'azureml', ...hatch });
    expect(bindings.map(({ metadata }) => metadata)).toStrictEqual(
      ['azure-arc', 'azureml', 'ml-jobs'].map((namespace) => ({ name: 'ml', namespace, ...hatch })),
    );
    expect(new Set(bindings.map(({ roleRef }) => roleRef.name))).toStrictEqual(
      new Set(['system:openshift:scc:azureml']),
    );
  });

  test('grants the same accounts in both forms and never writes a built-in constraint', () => {
    const specs = fc.record({
      extensionName: fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/),
      computeNamespaces: fc.uniqueArray(fc.constantFrom('default', 'azureml', 'azure-arc', 'ml-a', 'ml-b'), {
        minLength: 1,
      }),
      arcConnected: fc.boolean(),
      olderAccounts: fc.boolean(),
      scc: fc.constantFrom({ kind: 'builtIn' as const }, { kind: 'dedicated' as const, name: 'azureml' }),
    });
    const isBuiltIn = (name: string): boolean => BUILT_IN_CONSTRAINTS.some((one) => one === name);
    fc.assert(
      fc.property(specs, (spec) => {
        const apart = render({ ...spec, binding: 'RoleBinding' });
        const together = render({ ...spec, binding: 'ClusterRoleBinding' });
        expect(usersOf(apart.bindings).sort()).toStrictEqual(usersOf(together.bindings).sort());
        const inPlace = apart.bindings.every(({ metadata, subjects }) =>
          subjects.every(({ namespace }) => namespace === metadata.namespace),
        );
        expect(inPlace).toBe(true);
        expect(isBuiltIn(apart.dedicated?.constraint.metadata.name ?? '')).toBe(false);
      }),
    );
  });

  test('gives the same whether values are put in before or after', () => {
    const labels = (team: string): Partial<OpenShiftSccGrantSpec> => ({
      labels: { team },
      annotations: { owner: `${team}@contoso.com` },
      scc: { kind: 'dedicated', name: 'azureml' },
    });

    expect(substituteDeferredIn(render(labels(deferred('team'))), () => 'ml')).toStrictEqual(render(labels('ml')));
  });
});
