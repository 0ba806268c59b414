import fc from 'fast-check';
import {
  accountsNamedAfter,
  PRIVILEGED_ACCOUNTS,
  privilegedAccounts,
  serviceAccountUser,
  type PrivilegedAccountOptions,
} from '../../../lib/model/openshift/service-accounts';

const PAGE = {
  extensionName: 'amlext',
  computeNamespaces: ['ml-jobs'],
  arcConnected: true,
  olderAccounts: false,
} satisfies PrivilegedAccountOptions;

const PAGE_USERS = [
  'system:serviceaccount:azure-arc:azure-arc-kube-aad-proxy-sa',
  'system:serviceaccount:azureml:amlext-kube-state-metrics',
  'system:serviceaccount:azureml:prom-admission',
  'system:serviceaccount:azureml:default',
  'system:serviceaccount:azureml:prom-operator',
  'system:serviceaccount:azureml:load-amlarc-selinux-policy-sa',
  'system:serviceaccount:azureml:azureml-fe-v2',
  'system:serviceaccount:azureml:prom-prometheus',
  'system:serviceaccount:ml-jobs:default',
  'system:serviceaccount:azureml:azureml-ingress-nginx',
  'system:serviceaccount:azureml:azureml-ingress-nginx-admission',
];

function users(options: Partial<PrivilegedAccountOptions>): string[] {
  return privilegedAccounts({ ...PAGE, ...options }).map(serviceAccountUser);
}

function without(user: string): string[] {
  return PAGE_USERS.filter((one) => one !== user);
}

describe('PRIVILEGED_ACCOUNTS', () => {
  test('has the eleven accounts of the page and four older ones, one of them for Arc alone', () => {
    const count = (list: string): number => PRIVILEGED_ACCOUNTS.filter((row) => row.list === list).length;

    expect([count('page'), count('older')]).toStrictEqual([11, 4]);
    expect(PRIVILEGED_ACCOUNTS.filter(({ arcOnly }) => arcOnly).map(({ name }) => name)).toStrictEqual([
      'azure-arc-kube-aad-proxy-sa',
    ]);
  });
});

describe('privilegedAccounts', () => {
  test('fills the names of the extension and of the compute into the list of the page', () => {
    expect(users({})).toStrictEqual(PAGE_USERS);
  });

  test('has a row for the namespace of each compute', () => {
    expect(users({ computeNamespaces: ['ml-jobs', 'ml-research'] })).toStrictEqual([
      ...PAGE_USERS.slice(0, 9),
      'system:serviceaccount:ml-research:default',
      ...PAGE_USERS.slice(9),
    ]);
  });

  test('skips the compute in namespace default, and no other', () => {
    const compute = 'system:serviceaccount:ml-jobs:default';

    expect(users({ computeNamespaces: ['default'] })).toStrictEqual(without(compute));
    expect(users({ computeNamespaces: ['default', 'ml-jobs'] })).toStrictEqual(PAGE_USERS);
    expect(users({ computeNamespaces: ['openshift'] })).toContain('system:serviceaccount:openshift:default');
  });

  test('lists the default account of azureml once when a compute is there too', () => {
    expect(users({ computeNamespaces: ['azureml'] })).toStrictEqual(without('system:serviceaccount:ml-jobs:default'));
  });

  test('leaves the proxy of Arc out of a cluster that is not connected', () => {
    expect(users({ arcConnected: false })).toStrictEqual(PAGE_USERS.slice(1));
  });

  test('adds the older accounts on request', () => {
    expect(users({ olderAccounts: true })).toStrictEqual([
      ...PAGE_USERS,
      'system:serviceaccount:azureml:azureml-fe',
      'system:serviceaccount:azureml:cluster-status-reporter',
      'system:serviceaccount:azureml:csi-blob-node-sa',
      'system:serviceaccount:azureml:csi-blob-controller-sa',
    ]);
  });

  test('takes a name with the characters of replacement patterns as it is', () => {
    expect(users({ extensionName: '$&' })).toContain('system:serviceaccount:azureml:$&-kube-state-metrics');
  });

  test('never lists an account twice and never leaves a placeholder', () => {
    const namespaces = fc.array(fc.constantFrom('default', 'azureml', 'azure-arc', 'ml-a', 'ml-b'), { maxLength: 6 });
    fc.assert(
      fc.property(namespaces, fc.boolean(), fc.boolean(), (computeNamespaces, arcConnected, olderAccounts) => {
        const list = users({ computeNamespaces, arcConnected, olderAccounts });
        expect(new Set(list).size).toBe(list.length);
        expect(list.join(' ')).not.toMatch(/[{}]/);
      }),
    );
  });
});

describe('accountsNamedAfter', () => {
  test('gives the one account that is named after the extension', () => {
    expect(accountsNamedAfter('amlext')).toStrictEqual(['amlext-kube-state-metrics']);
  });
});
