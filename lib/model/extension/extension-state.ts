import type { ClusterSpec } from '../azure/cluster';
import { resolveCluster } from '../azure/resolve-cluster';
import { givenProperties } from '../given-properties';
import type { ExtensionSpec } from './extension';
import type { ExtensionState } from './update-impact';
import { wireSettings, type WireOptions } from './wire-settings';

/**
 * The state that a description brings an extension to, to be compared by {@link updateImpact} with an earlier one or
 * with what Azure has stored.
 * @param spec - the extension
 * @param cluster - the cluster it is for
 * @param options - what else is known when its settings are derived
 * @throws ValidationError with every issue of both descriptions
 * @example
 * const { interrupts } = updateImpact(extensionState(before, cluster), extensionState(after, cluster));
 */
export function extensionState(
  spec: ExtensionSpec,
  cluster: ClusterSpec,
  options: WireOptions = {},
): Required<Omit<ExtensionState, 'releaseTrain' | 'version'>> & ExtensionState {
  const wire = wireSettings(spec, cluster, options);
  const { releaseTrain, version } = wire;
  return {
    name: wire.name,
    cluster: resolveCluster(cluster).resourceId,
    extensionType: wire.extensionType,
    scope: 'cluster',
    plan: 'none',
    identityType: wire.identity ?? 'none',
    autoUpgradeMinorVersion: wire.autoUpgradeMinorVersion,
    ...givenProperties({ releaseTrain, version }),
    configurationSettings: wire.settings,
    configurationProtectedSettings: wire.protected,
  };
}
