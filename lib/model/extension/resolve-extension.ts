import type { ClusterSpec } from '../azure/cluster';
import { clusterIssues } from '../azure/cluster.rules';
import { resolveCluster } from '../azure/resolve-cluster';
import { errorsOf, atPath, type Issue } from '../issues';
import { assertDescription, type ResolveContext } from '../resolve';
import { completeExtension } from './complete-extension';
import type { ExtensionSpec, ResolvedExtension } from './extension';
import { extensionIssues, extensionOnClusterIssues } from './extension.rules';

/**
 * Everything that is wrong or unwise with an extension and the cluster it is for, between them too.
 * @param spec - the extension as given
 * @param cluster - the cluster as given; its issues have paths that start with `cluster`
 */
export function extensionDeploymentIssues(spec: ExtensionSpec, cluster: ClusterSpec): Issue[] {
  const own = [...atPath(['cluster'], clusterIssues(cluster)), ...extensionIssues(spec)];
  return errorsOf(own).length > 0 ? own : [...own, ...extensionOnClusterIssues(spec, cluster)];
}

/**
 * Checks an extension for a cluster and fills its defaults, those that follow from the cluster too.
 * @param spec - the extension as given
 * @param cluster - the cluster as given
 * @param context - the subject for the error
 * @throws ValidationError with every issue of both
 */
export function resolveExtension(
  spec: ExtensionSpec,
  cluster: ClusterSpec,
  context: ResolveContext = {},
): ResolvedExtension {
  const warnings = assertDescription('AzureMLExtension', context, extensionDeploymentIssues(spec, cluster));
  return { ...completeExtension(spec, resolveCluster(cluster)), warnings };
}
