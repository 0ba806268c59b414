import type { KubernetesObject, ObjectMeta } from '../kubernetes-objects';

/** A strategy that allows everything. */
export interface RunAsAny {
  readonly type: 'RunAsAny';
}

/** A SecurityContextConstraints of OpenShift that allows everything; cluster-scoped, without `spec`. */
export interface SecurityContextConstraintsManifest extends KubernetesObject {
  readonly apiVersion: 'security.openshift.io/v1';
  readonly kind: 'SecurityContextConstraints';
  readonly priority: number;
  readonly allowHostDirVolumePlugin: boolean;
  readonly allowHostIPC: boolean;
  readonly allowHostNetwork: boolean;
  readonly allowHostPID: boolean;
  readonly allowHostPorts: boolean;
  readonly allowPrivilegeEscalation: boolean;
  readonly allowPrivilegedContainer: boolean;
  readonly allowedCapabilities: readonly string[];
  readonly allowedUnsafeSysctls: readonly string[];
  readonly defaultAddCapabilities: readonly string[];
  readonly fsGroup: RunAsAny;
  readonly readOnlyRootFilesystem: boolean;
  readonly requiredDropCapabilities: readonly string[];
  readonly runAsUser: RunAsAny;
  readonly seLinuxContext: RunAsAny;
  readonly seccompProfiles: readonly string[];
  readonly supplementalGroups: RunAsAny;
  readonly volumes: readonly string[];
}

const ANY: RunAsAny = { type: 'RunAsAny' };

/**
 * Renders a security context constraint that allows what the built-in `privileged` does. It names no users and groups:
 * its use is granted by bindings. Priority 0 and empty lists mean what the built-in one says by null, in a form that
 * survives tools which drop null.
 * @param metadata - its name, labels and annotations
 */
export function renderPrivilegedScc(metadata: ObjectMeta): SecurityContextConstraintsManifest {
  return {
    apiVersion: 'security.openshift.io/v1',
    kind: 'SecurityContextConstraints',
    metadata,
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
    fsGroup: ANY,
    readOnlyRootFilesystem: false,
    requiredDropCapabilities: [],
    runAsUser: ANY,
    seLinuxContext: ANY,
    seccompProfiles: ['*'],
    supplementalGroups: ANY,
    volumes: ['*'],
  };
}
