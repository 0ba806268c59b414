import { issue } from '../../../lib/model/issues';
import { resolveOpenShiftSccGrant } from '../../../lib/model/openshift/resolve-scc-grant';
import { accountsByNamespace, OPENSHIFT_SCC_GRANT_PHASE } from '../../../lib/model/openshift/scc-grant';

describe('resolveOpenShiftSccGrant', () => {
  test('fills the defaults', () => {
    const { accounts, ...rest } = resolveOpenShiftSccGrant({ extensionName: 'amlext', computeNamespaces: ['ml-jobs'] });

    expect(accounts).toHaveLength(11);
    expect(rest).toStrictEqual({
      name: 'azureml-scc-privileged',
      extensionName: 'amlext',
      computeNamespaces: ['ml-jobs'],
      scc: { kind: 'builtIn', name: 'privileged' },
      binding: 'RoleBinding',
      labels: {},
      annotations: {},
      warnings: [],
    });
  });

  test('names the bindings after a dedicated constraint', () => {
    const scc = { kind: 'dedicated', name: 'azureml' } as const;
    const grant = resolveOpenShiftSccGrant({ extensionName: 'amlext', computeNamespaces: ['ml-jobs'], scc });

    expect(grant).toMatchObject({ name: 'azureml-scc-azureml', scc });
  });

  test('keeps what is given, and the warnings', () => {
    const grant = resolveOpenShiftSccGrant({
      extensionName: 'amlext',
      computeNamespaces: ['default'],
      binding: 'ClusterRoleBinding',
      name: 'ml',
      arcConnected: false,
      olderAccounts: true,
      labels: { team: 'ml' },
      annotations: { owner: 'ml@contoso.com' },
    });

    expect(grant.accounts).toHaveLength(13);
    expect(grant).toMatchObject({
      name: 'ml',
      binding: 'ClusterRoleBinding',
      labels: { team: 'ml' },
      annotations: { owner: 'ml@contoso.com' },
    });
    expect(grant.warnings.map(({ code }) => code)).toStrictEqual([
      'openshift/compute-namespace-default',
      'openshift/not-arc-connected',
    ]);
  });

  test('fails with the issues of the rules and of the caller', () => {
    const moreIssues = [issue('deferred/unresolved', ['name'])];

    expect(() =>
      resolveOpenShiftSccGrant({ extensionName: 'AzureML', computeNamespaces: ['ml-jobs'] }, { moreIssues }),
    ).toThrow(/^OpenShiftSccGrant has 2 errors:/);
  });
});

describe('accountsByNamespace', () => {
  test('keeps the order in which namespaces and accounts appear', () => {
    const accounts = [
      { namespace: 'azureml', name: 'a' },
      { namespace: 'ml-jobs', name: 'default' },
      { namespace: 'azureml', name: 'b' },
    ];

    expect(accountsByNamespace(accounts)).toStrictEqual([
      { namespace: 'azureml', accounts: ['a', 'b'] },
      { namespace: 'ml-jobs', accounts: ['default'] },
    ]);
  });
});

test('the grant is applied before the extension', () => {
  expect(OPENSHIFT_SCC_GRANT_PHASE).toBe('before-extension');
});
