import { CLUSTER_KINDS, type ClusterKind, type ResolvedCluster } from '../../model/azure/cluster';
import type { ExtensionOnWire } from '../../model/extension/wire-settings';
import { call, property, type ArmExpression } from '../template/expression';
import type { TemplateValue } from '../template/render-template';

/** The resource type of extensions of clusters. */
export const EXTENSION_RESOURCE_TYPE = 'Microsoft.KubernetesConfiguration/extensions';

/** The id of an extension on its cluster. */
export function extensionId(name: string, cluster: Pick<ResolvedCluster, 'resourceId'>): ArmExpression {
  return call('extensionResourceId', cluster.resourceId, EXTENSION_RESOURCE_TYPE, name);
}

/** The object id of the identity of an extension, which depends on the kind of its cluster. */
export function extensionPrincipalId(
  name: string,
  cluster: Pick<ResolvedCluster, 'resourceId' | 'kind'>,
  version: string,
): ArmExpression {
  const id = extensionId(name, cluster);
  return hasOwnIdentity(cluster.kind)
    ? property(call('reference', id, version, 'Full'), 'identity', 'principalId')
    : property(call('reference', id, version), 'aksAssignedIdentity', 'principalId');
}

/** The extension as a resource of a template. */
export function extensionResource(
  wire: ExtensionOnWire,
  cluster: ResolvedCluster,
  version: string,
  dependsOn: readonly ArmExpression[],
): TemplateValue {
  const { settings, protected: protectedSettings, autoUpgradeMinorVersion, releaseTrain, version: pinned } = wire;
  return {
    type: EXTENSION_RESOURCE_TYPE,
    apiVersion: version,
    name: wire.name,
    scope: cluster.resourceId,
    ...(wire.identity === undefined ? {} : { identity: { type: wire.identity } }),
    ...(dependsOn.length === 0 ? {} : { dependsOn }),
    properties: {
      extensionType: wire.extensionType,
      autoUpgradeMinorVersion,
      releaseTrain,
      version: pinned,
      scope: { cluster: { releaseNamespace: wire.releaseNamespace } },
      configurationSettings: settings,
      ...(Object.keys(protectedSettings).length === 0 ? {} : { configurationProtectedSettings: protectedSettings }),
    },
  };
}

function hasOwnIdentity(kind: ClusterKind): boolean {
  return CLUSTER_KINDS[kind].extensionIdentity !== 'none';
}
