import type { ClusterSpec } from '../azure/cluster';
import type { ExtensionSpec } from '../extension/extension';
import { resolveExtension } from '../extension/resolve-extension';
import { outboundHosts, type OutboundHost, type OutboundOptions } from './outbound-hosts';

/** What a description of extension and cluster does not say. */
export type OutboundWorkloadOptions = Omit<OutboundOptions, 'cluster' | 'location' | 'enableTraining' | 'relay'>;

/**
 * The hosts that a described extension and its workloads have to reach. The location of the cluster has to be literal.
 * @param spec - the extension
 * @param cluster - the cluster it is for
 * @param options - the workspaces, and the hosts of packages
 * @throws ValidationError with every issue of a description
 */
export function extensionOutboundHosts(
  spec: ExtensionSpec,
  cluster: ClusterSpec,
  options: OutboundWorkloadOptions,
): OutboundHost[] {
  const { enableTraining, relay } = resolveExtension(spec, cluster);
  return outboundHosts({
    ...options,
    cluster: cluster.kind,
    location: cluster.location,
    enableTraining: enableTraining !== false,
    relay: relay.kind !== 'none',
  });
}
