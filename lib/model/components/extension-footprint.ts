import type { ClusterKind, ClusterSpec } from '../azure/cluster';
import type { ExtensionSpec } from '../extension/extension';
import { resolveExtension } from '../extension/resolve-extension';
import { givenProperties } from '../given-properties';
import { componentFootprint, type Footprint, type FootprintOptions, type InstalledComponents } from './footprint';

/**
 * Which components a described extension runs. What the description leaves open is left open here too.
 * @param extension - the extension, checked
 * @param cluster - the kind of its cluster
 */
export function installedComponents(extension: ExtensionSpec, cluster: ClusterKind): InstalledComponents {
  const { enableTraining: training = false, enableInference: inference = false, relay } = extension;
  return {
    cluster,
    enableTraining: training !== false,
    enableInference: inference !== false,
    ...givenProperties({
      inferenceRouterHA: inference === false ? undefined : inference.inferenceRouterHA,
      installVolcano: typeof training === 'object' ? training.installVolcano : undefined,
      installPromOp: extension.installPromOp,
      relay: relay === undefined || cluster === 'aks' ? undefined : relay.kind !== 'none',
      installDcgmExporter: extension.installDcgmExporter,
      installNvidiaDevicePlugin: extension.installNvidiaDevicePlugin,
    }),
  };
}

/**
 * What a described extension takes of its cluster, on any number of nodes.
 * @param spec - the extension
 * @param cluster - the cluster it is for
 * @param options - the nodes, by default those of the cluster, and online deployments
 * @throws ValidationError with every issue of both descriptions, or when no number of nodes is known
 * @example
 * extensionFootprint({ name: 'azureml', enableTraining: true }, cluster, { nodes: 5 });
 */
export function extensionFootprint(
  spec: ExtensionSpec,
  cluster: ClusterSpec,
  options: Partial<FootprintOptions> = {},
): Footprint {
  const sized =
    cluster.kind === 'provisioned' ? cluster : { ...cluster, ...givenProperties({ nodeCount: options.nodes }) };
  const installed = installedComponents(resolveExtension(spec, sized), cluster.kind);
  const nodes = options.nodes ?? ('nodeCount' in cluster ? cluster.nodeCount : undefined);
  return componentFootprint(installed, { ...options, ...givenProperties({ nodes }) } as FootprintOptions);
}
