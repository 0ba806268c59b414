import { ExtensionNamespace, OpenShiftSccGrant } from 'azureml-kubernetes/pulumi';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';

const GRANT = { extensionName: 'azureml', computeNamespaces: ['ml-jobs'] };

describe('OpenShiftSccGrant', () => {
  test('binds the accounts of each namespace, the one of the extension included', async () => {
    const run = await runProgram(() => new OpenShiftSccGrant('scc', GRANT, { provider: clusterProvider() }));
    const names = run.resources.filter(({ parent }) => parent === run.named('scc').urn).map(({ name }) => name);
    expect(names.sort()).toStrictEqual([
      'scc-namespace',
      'scc-roleBinding-azure-arc',
      'scc-roleBinding-azureml',
      'scc-roleBinding-ml-jobs',
    ]);
    expect(run.named('scc-roleBinding-azureml').dependsOn).toStrictEqual([run.named('scc-namespace').urn]);
    expect(run.named('scc-roleBinding-ml-jobs').dependsOn).toStrictEqual([]);
    expect(run.named('scc').outputs?.['users']).toContain('system:serviceaccount:ml-jobs:default');
  });

  test('makes a dedicated constraint first, and takes a namespace that others share', async () => {
    const run = await runProgram(() => {
      const opts = { provider: clusterProvider() };
      const extensionNamespace = new ExtensionNamespace('azureml', { extensionName: 'azureml' }, opts);
      new OpenShiftSccGrant('scc', { ...GRANT, extensionNamespace, scc: { kind: 'dedicated', name: 'azureml' } }, opts);
    });
    const [constraint, role] = [run.named('scc-securityContextConstraints'), run.named('scc-clusterRole')];
    expect(constraint.type).toBe('kubernetes:security.openshift.io/v1:SecurityContextConstraints');
    expect(role.dependsOn).toStrictEqual([constraint.urn]);
    const binding = run.named('scc-roleBinding-azureml');
    expect([...binding.dependsOn].sort()).toStrictEqual([role.urn, run.named('azureml-resource').urn].sort());
  });

  test('needs no namespace for a binding of the whole cluster', async () => {
    const run = await runProgram(() => {
      new OpenShiftSccGrant('scc', { ...GRANT, binding: 'ClusterRoleBinding' }, { provider: clusterProvider() });
    });
    expect(run.resources.map(({ name }) => name)).toStrictEqual(['project-stack', 'cluster', 'scc', 'scc-resource']);
  });
});
