import { Testing } from 'cdk8s';
import { OpenShiftChart } from './chart';
import { attachJson, extensionJson } from './templates';

function typesOf(resources: readonly unknown[]): string[] {
  return (resources as readonly { readonly type: string }[]).map(({ type }) => type);
}

describe('ARM templates for OpenShift behind Azure Arc', () => {
  test('make the relay before the extension, and need no parameters', () => {
    expect(typesOf(extensionJson.template.resources)).toStrictEqual([
      'Microsoft.Relay/namespaces',
      'Microsoft.Relay/namespaces/hybridConnections',
      'Microsoft.Relay/namespaces/hybridConnections/authorizationRules',
      'Microsoft.KubernetesConfiguration/extensions',
    ]);
    expect(extensionJson.template.parameters).toStrictEqual({});
  });

  test('tell the extension that it runs on OpenShift', () => {
    expect(extensionJson.template.resources.at(-1)).toMatchObject({
      identity: { type: 'SystemAssigned' },
      properties: { version: '1.1.88', configurationSettings: { openshift: 'true', 'relayserver.enabled': 'true' } },
    });
  });

  test('assign the roles on relay and cluster before the compute', () => {
    expect(typesOf(attachJson.template.resources)).toStrictEqual([
      ...Array.from({ length: 4 }, () => 'Microsoft.Authorization/roleAssignments'),
      'Microsoft.MachineLearningServices/workspaces/computes',
    ]);
  });

  test('leave the permissions to a chart', () => {
    const kinds = (Testing.synth(new OpenShiftChart(Testing.app(), 'openshift')) as { kind: string }[]).map(
      ({ kind }) => kind,
    );

    expect(new Set(kinds)).toStrictEqual(new Set(['Namespace', 'RoleBinding']));
  });
});
