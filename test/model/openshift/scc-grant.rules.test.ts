import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import {
  NAMESPACES_WITHOUT_SCC,
  BUILT_IN_CONSTRAINTS,
} from '../../../lib/model/openshift/security-context-constraints';
import type { OpenShiftSccGrantSpec } from '../../../lib/model/openshift/scc-grant';
import { openShiftSccGrantIssues, openShiftSccGrantSetIssues } from '../../../lib/model/openshift/scc-grant.rules';

const GRANT: OpenShiftSccGrantSpec = { extensionName: 'azureml', computeNamespaces: ['ml-jobs'] };

function messages(change: object): string[] {
  return openShiftSccGrantIssues({ ...GRANT, ...change }).map(formatIssue);
}

function codes(change: object): string[] {
  return openShiftSccGrantIssues({ ...GRANT, ...change }).map(({ severity, code }) => `${severity} ${code}`);
}

describe('openShiftSccGrantIssues', () => {
  test('accepts the smallest grant and one with every option', () => {
    expect(messages({})).toStrictEqual([]);
    expect(
      messages({
        computeNamespaces: ['ml-jobs', 'ml-research', 'azureml'],
        scc: { kind: 'dedicated', name: 'azureml' },
        binding: 'ClusterRoleBinding',
        name: 'azureml.privileged',
        arcConnected: true,
        olderAccounts: true,
        labels: { team: deferred('team') },
        annotations: { owner: 'ml@contoso.com' },
      }),
    ).toStrictEqual([]);
    expect(messages({ scc: { kind: 'builtIn' } })).toStrictEqual([]);
  });

  test('fails what the types refuse', () => {
    expect(
      codes({ extensionName: 1, computeNamespaces: [], scc: { kind: 'own' }, binding: 'Role', arcConnected: 'yes' }),
    ).toStrictEqual([
      'error spec/type',
      'error spec/empty-list',
      'error spec/choice',
      'error spec/choice',
      'error spec/type',
    ]);
    expect(codes({ scc: { kind: 'builtIn', name: 'privileged' } })).toStrictEqual(['error spec/unknown-property']);
    expect(codes({ computeNamespaces: ['ml', 'ml'] })).toStrictEqual(['error spec/duplicate']);
  });

  test('fails names that are not known yet, since other names are made from them', () => {
    const name = deferred('name');

    expect(
      codes({ extensionName: name, computeNamespaces: [name], name, scc: { kind: 'dedicated', name } }),
    ).toStrictEqual(Array(4).fill('error deferred/literal-required'));
  });

  test('fails the name of an extension that cannot be part of the name of a service account', () => {
    expect(messages({ extensionName: 'AzureML' })).toStrictEqual([
      'extensionName: the name of the extension makes no valid name of a service account (received "AzureML"); use lower-case letters, digits and hyphens, at most 53 of them, with a letter or digit at both ends [openshift/extension-name]',
    ]);
    expect(codes({ extensionName: 'a'.repeat(235) })).toStrictEqual(['error openshift/extension-name']);
    expect(codes({ extensionName: 'a'.repeat(234) })).toStrictEqual(['warning extension/name-for-helm']);
    expect(codes({ extensionName: '-azureml' })).toStrictEqual(['error extension/name']);
  });

  test('warns when the chart may cut the name of the account', () => {
    expect(codes({ extensionName: 'a'.repeat(44) })).toStrictEqual([]);
    expect(messages({ extensionName: 'a'.repeat(45) })).toStrictEqual([
      `extensionName: the extension may cut the name of a service account that is made from this name, which then has no grant (received "${'a'.repeat(45)}"); use at most 44 characters, or compare the names in namespace azureml after the installation [openshift/extension-name-shortened]`,
    ]);
  });

  test('warns of a compute in namespace default, which is skipped', () => {
    expect(messages({ computeNamespaces: ['ml-jobs', 'default'] })).toStrictEqual([
      'computeNamespaces[1]: nothing is granted to the compute in namespace default: OpenShift assigns no security context constraint to pods there (received "default"); attach the compute with a namespace of its own [openshift/compute-namespace-default]',
    ]);
  });

  test.each(NAMESPACES_WITHOUT_SCC.filter((name) => name !== 'default'))(
    'warns of a compute in namespace %s, where the grant has no effect',
    (namespace) => {
      expect(messages({ computeNamespaces: [namespace] })).toStrictEqual([
        `computeNamespaces[0]: the grant has no effect for this compute: OpenShift assigns no security context constraint to pods in the namespace (received "${namespace}"); attach the compute with a namespace of its own [openshift/compute-namespace-without-scc]`,
      ]);
    },
  );

  test('warns when the proxy of Arc gets no grant', () => {
    expect(messages({ arcConnected: false })).toStrictEqual([
      'arcConnected: OpenShift clusters take the extension through Azure Arc, whose proxy gets no grant; leave arcConnected out, unless the cluster really has no Arc agents [openshift/not-arc-connected]',
    ]);
  });

  test.each(BUILT_IN_CONSTRAINTS)('fails a dedicated constraint named %s, which belongs to OpenShift', (name) => {
    expect(messages({ scc: { kind: 'dedicated', name } })).toStrictEqual([
      `scc.name: the constraint belongs to OpenShift and is never written (received "${name}"); choose another name, or leave scc out to use the built-in constraint privileged as it is [openshift/scc-built-in]`,
    ]);
  });
});

describe('openShiftSccGrantSetIssues', () => {
  test('accepts one grant in a cluster', () => {
    expect(openShiftSccGrantSetIssues([])).toStrictEqual([]);
    expect(openShiftSccGrantSetIssues([GRANT])).toStrictEqual([]);
  });

  test('fails every further one', () => {
    expect(openShiftSccGrantSetIssues([GRANT, GRANT, GRANT]).map(formatIssue)).toStrictEqual([
      '[1]: the cluster has a grant already, and both would write the bindings of the same accounts; keep one OpenShiftSccGrant and list all computeNamespaces in it [openshift/grant-duplicate]',
      '[2]: the cluster has a grant already, and both would write the bindings of the same accounts; keep one OpenShiftSccGrant and list all computeNamespaces in it [openshift/grant-duplicate]',
    ]);
  });
});
