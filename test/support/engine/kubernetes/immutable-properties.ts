import type { Difference } from '../provider/differences';

/** The properties that cannot change in place, by `apiVersion/kind`, and the names of all objects. */
const IMMUTABLE: Readonly<Record<string, readonly string[]>> = {
  'v1/PersistentVolume': ['azureDisk', 'azureFile', 'csi', 'hostPath', 'local', 'nfs'].map(
    (source) => `spec.${source}`,
  ),
  'v1/PersistentVolumeClaim': ['spec.accessModes', 'spec.selector', 'spec.storageClassName', 'spec.volumeName'],
  'v1/ResourceQuota': ['spec.scopes'],
  'v1/Service': ['spec.clusterIP'],
  'apps/v1/DaemonSet': ['spec.selector'],
  'apps/v1/Deployment': ['spec.selector'],
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': ['roleRef'],
  'rbac.authorization.k8s.io/v1/RoleBinding': ['roleRef'],
  'storage.k8s.io/v1/StorageClass': ['parameters', 'provisioner'],
};

const NAMES = ['apiVersion', 'kind', 'metadata.name', 'metadata.namespace'];

/** Settings of the provider that decide what is immutable. */
export interface Mutability {
  readonly secrets: boolean;
  readonly configMaps: boolean;
}

/**
 * Those of the differences that replace the object. Secrets and ConfigMaps are replaced whenever their content changes,
 * unless the provider is told that they are mutable.
 * Source: forceNewProperties in provider/pkg/provider/diff.go of github.com/pulumi/pulumi-kubernetes.
 */
export function replacingAmong(differences: readonly Difference[], kind: string, mutable: Mutability): Difference[] {
  const immutable = [...NAMES, ...(IMMUTABLE[kind] ?? []), ...contentOf(kind, mutable)];
  return differences.filter(({ path }) => {
    const text = path.join('.');
    // What is not known may be anything, in each of its parts.
    return immutable.some((property) => `${text}.`.startsWith(`${property}.`) || property.startsWith(`${text}.`));
  });
}

function contentOf(kind: string, mutable: Mutability): string[] {
  if (kind === 'v1/Secret') return mutable.secrets ? ['type'] : ['type', 'data', 'stringData'];
  if (kind === 'v1/ConfigMap' && !mutable.configMaps) return ['data', 'binaryData'];
  return [];
}
