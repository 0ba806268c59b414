import { apiVersionOf } from '../../model/azure/api-versions';
import type { ClusterSpec, ResolvedCluster } from '../../model/azure/cluster';
import { resolveCluster } from '../../model/azure/resolve-cluster';
import type { ExtensionSpec } from '../../model/extension/extension';
import { extensionDeploymentIssues } from '../../model/extension/resolve-extension';
import { wireSettings } from '../../model/extension/wire-settings';
import { assertValid } from '../../model/validation-error';
import { resolveAksAgentPool } from '../../model/scheduling/aks-agent-pool';
import type { NodePoolSpec } from '../../model/scheduling/node-pool';
import { agentPool } from '../scheduling/agent-pool';
import { armDeployment, type ArmDeployment, type TemplateOptions } from '../template/arm-template';
import { call, property, type ArmExpression } from '../template/expression';
import type { TemplateValue } from '../template/render-template';
import { besideCluster, existingRelay } from './beside-cluster';
import { EXTENSION_RESOURCE_TYPE, extensionId, extensionPrincipalId, extensionResource } from './extension-resource';
import { withSecretParameters } from './secret-parameters';

const POOL_TYPE = 'Microsoft.ContainerService/managedClusters/agentPools';

/** What the template of the extension is made from; a platform's description has these parts. */
export interface ExtensionTemplateSpec {
  readonly cluster: ClusterSpec;
  readonly extension: ExtensionSpec;
  /**
   * Node pools of AKS, by their names, which are created before the extension.
   * @default - none: they exist, or the cluster is not of AKS
   */
  readonly nodePools?: Readonly<Record<string, Omit<NodePoolSpec, 'name'>>>;
}

/**
 * The template `extension.json` and its parameters file: the extension on its cluster and, where the description asks for
 * them, node pools and the relay. It is deployed to the resource group of the cluster.
 *
 * Outputs: `extensionId`, `version`, `state` and `principalId`, which the attachment of the cluster needs.
 * @param spec - cluster, extension and node pools
 * @param options - parameters, expressions and API versions
 * @throws ValidationError with every issue of the description
 * @example
 * const { template, parameters } = extensionTemplate({ cluster, extension });
 */
export function extensionTemplate(spec: ExtensionTemplateSpec, options: TemplateOptions = {}): ArmDeployment {
  const { cluster, extension } = spec;
  assertValid('AzureMLExtension', extensionDeploymentIssues(extension, cluster));
  const wire = wireSettings(withSecretParameters(extension), cluster);
  const resolved = resolveCluster(cluster);
  const beside = besideCluster(wire.createsInAzure, options.apiVersions);
  const pools = agentPools(spec, resolved, options);
  const version = apiVersionOf(EXTENSION_RESOURCE_TYPE, options.apiVersions);
  const dependsOn = [...pools.map(({ id }) => id), ...beside.ids];
  return armDeployment(
    {
      resources: [
        ...pools.map(({ resource }) => resource),
        ...beside.resources,
        extensionResource(wire, resolved, version, dependsOn),
      ],
      outputs: extensionOutputs(wire.name, resolved, version),
    },
    {
      ...options,
      expressions: {
        ...beside.expressions,
        ...existingRelay(extension.relay, options.apiVersions),
        ...options.expressions,
      },
    },
  );
}

function extensionOutputs(
  name: string,
  cluster: ResolvedCluster,
  version: string,
): Readonly<Record<string, TemplateValue>> {
  const read = call('reference', extensionId(name, cluster), version);
  return {
    extensionId: extensionId(name, cluster),
    version: property(read, 'currentVersion'),
    state: property(read, 'provisioningState'),
    principalId: extensionPrincipalId(name, cluster, version),
  };
}

function agentPools(
  { nodePools = {} }: ExtensionTemplateSpec,
  cluster: ResolvedCluster,
  { apiVersions }: TemplateOptions,
): readonly { readonly resource: TemplateValue; readonly id: ArmExpression }[] {
  if (cluster.kind !== 'aks') return [];
  return Object.entries(nodePools).map(([name, pool]) => ({
    resource: agentPool(
      cluster.name,
      resolveAksAgentPool({ ...pool, name }, { subject: `node pool ${name}` }),
      apiVersions,
    ),
    id: call('resourceId', POOL_TYPE, cluster.name, name),
  }));
}
