import { renderPrivilegedScc } from '../../../lib/manifests/openshift/security-context-constraints';

describe('renderPrivilegedScc', () => {
  test('allows what the built-in constraint privileged allows, to nobody by itself', () => {
    expect(renderPrivilegedScc({ name: 'azureml' })).toStrictEqual({
      apiVersion: 'security.openshift.io/v1',
      kind: 'SecurityContextConstraints',
      metadata: { name: 'azureml' },
      priority: 0,
      allowHostDirVolumePlugin: true,
      allowHostIPC: true,
      allowHostNetwork: true,
      allowHostPID: true,
      allowHostPorts: true,
      allowPrivilegeEscalation: true,
      allowPrivilegedContainer: true,
      allowedCapabilities: ['*'],
      allowedUnsafeSysctls: ['*'],
      defaultAddCapabilities: [],
      fsGroup: { type: 'RunAsAny' },
      readOnlyRootFilesystem: false,
      requiredDropCapabilities: [],
      runAsUser: { type: 'RunAsAny' },
      seLinuxContext: { type: 'RunAsAny' },
      seccompProfiles: ['*'],
      supplementalGroups: { type: 'RunAsAny' },
      volumes: ['*'],
    });
  });
});
