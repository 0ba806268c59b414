import * as pulumi from '@pulumi/pulumi';
import type { ClusterSpec } from '../../model/azure/cluster';
import { resourceIdSegment } from '../../model/deferred';
import type { ResolvedKubernetesCompute } from '../../model/compute/kubernetes-compute';
import type { Issue } from '../../model/issues';
import type { AzureMLPlatformSpec, PlatformWorkspaceSpec } from '../../model/platform/azureml-platform';
import type { PlatformExtensionSpec } from '../../model/platform/platform-extension';
import { platformAttachments } from '../../model/platform/platform-attachments';
import type { PlatformPiece } from '../../model/platform/platform-pieces';
import { PIECE_PHASES, resolveAzureMLPlatform } from '../../model/platform/resolve-azureml-platform';
import type { ResolveContext } from '../../model/resolve';
import { clusterSpecOf, type ClusterWithCredentials, type ExtensionCluster } from '../azure/cluster';
import { ComponentPlan, type ComponentOptions } from '../component-plan';
import { KubernetesCompute } from '../compute/kubernetes-compute';
import type { Deferrable } from '../deferrable';
import { AzureMLExtension } from '../extension/azureml-extension';
import { ExtensionNamespace } from '../extension/extension-namespace';
import { withParts } from '../held-parts';
import { kubernetesProviderIssues } from '../kubernetes-provider';
import { createPiece, needExtensionNamespace } from './platform-pieces';

/** Texts of a platform that the program has to know, wherever they stand in the description. */
export type LiteralPlatformText =
  | 'name'
  | 'namespace'
  | 'key'
  | 'cpu'
  | 'memory'
  | 'storage'
  | 'gpuResource'
  | 'revision'
  | 'objectName'
  | 'objectVersion'
  | 'releaseTrain'
  | 'nfsMounts';

/** What of a platform is described as in the model. */
export type AzureMLPlatformParts = Omit<AzureMLPlatformSpec, 'cluster' | 'extension'>;

/** The arguments of an {@link AzureMLPlatform}; texts may be Outputs, but for names, amounts and what they are made of. */
export type AzureMLPlatformArgs = Deferrable<AzureMLPlatformParts, LiteralPlatformText> & {
  /** The cluster, made by this program or not. */
  readonly cluster: ExtensionCluster | ClusterWithCredentials;
  readonly extension: Deferrable<PlatformExtensionSpec, LiteralPlatformText>;
  /**
   * Whether the extension may be replaced, which stops every job and endpoint.
   * @default false
   */
  readonly allowReplacement?: boolean;
};

type Described = AzureMLPlatformSpec & { readonly cluster: ClusterSpec };

const SUBSCRIPTION_SEGMENT = 1;

/**
 * Everything of Azure Machine Learning on one cluster, from one description: namespaces, volumes and permissions, then
 * the extension, then what it brings the kinds for, and the attached computes. What is destroyed goes the other way.
 *
 * The Kubernetes provider is that of the options, or one that the platform makes from the credentials of the cluster.
 *
 * Children: `<name>-extension`, `<name>-compute-<compute>`, and a component for each part of the cluster.
 * @example
 * new AzureMLPlatform('ml', {
 *   cluster,
 *   extension: { name: 'azureml', enableTraining: true },
 *   computes: [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' }, namespace: 'ml-jobs' }],
 * });
 */
export class AzureMLPlatform extends pulumi.ComponentResource {
  /** The extension. */
  public readonly extension: AzureMLExtension;
  /** The attached computes by name. */
  public readonly computes: Readonly<Record<string, KubernetesCompute>>;
  /** The warnings about what is known of the description and between its parts. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the whole description and creates its parts.
   * @param name - unique in the program
   * @param args - the description
   * @param opts - the options of the component
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: AzureMLPlatformArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const { cluster, allowReplacement = false, ...spec } = withParts(`AzureMLPlatform ${name}`, args, 'cluster');
    const described = { ...spec, cluster: clusterSpecOf(cluster) };
    const issues = hasCredentials(cluster) ? [] : kubernetesProviderIssues(opts);
    const plan = new ComponentPlan({ kind: 'AzureMLPlatform', name, args: described, opts, issues, resolve });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    const { pieces, extension, extensionName, attachments } = plan.resolved;
    const provider = providerFor(this, name, cluster, opts);
    const own = { parent: this, ...provider };
    const namespace = needExtensionNamespace(pieces)
      ? new ExtensionNamespace(`${name}-azureml`, { extensionName: plan.output(extensionName) }, own)
      : undefined;
    const create = (dependsOn: readonly pulumi.Resource[]) => (piece: PlatformPiece) =>
      createPiece(`${name}-${piece.id}`, piece.kind, plan.restore(piece.spec), namespace, {
        ...own,
        dependsOn: [...dependsOn],
      });
    const namespaces = pieces.filter(({ kind }) => kind === 'computeNamespace').map(create([]));
    const before = pieces.filter(isBefore).map(create(namespaces));
    this.extension = new AzureMLExtension(
      `${name}-extension`,
      { ...plan.restore(extension), cluster, allowReplacement } as never,
      { parent: this, dependsOn: [...namespaces, ...before, ...(namespace === undefined ? [] : [namespace])] },
    );
    pieces.filter(({ kind }) => PIECE_PHASES[kind] === 'after-extension').forEach(create([this.extension]));
    const computes = attachments.map((attachment) => {
      const attached = { ...plan.restore(attachment), extension: this.extension } as never;
      return [attachment.name, new KubernetesCompute(`${name}-compute-${attachment.name}`, attached, { parent: this })];
    });
    this.computes = Object.fromEntries(computes) as Readonly<Record<string, KubernetesCompute>>;
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ extensionId: this.extension.id });
  }
}

function resolve(spec: Described, context: ResolveContext) {
  const platform = resolveAzureMLPlatform(spec, context);
  const { resourceId = '', location } = spec.cluster;
  const subscriptionId = resourceIdSegment(resourceId, SUBSCRIPTION_SEGMENT);
  const attachments = platformAttachments(spec.computes, { resourceId, subscriptionId, location });
  const workspaces = spec.computes.map(({ workspace }) => workspace);
  return {
    ...platform,
    attachments: attachments.map((attachment, index) => ({
      ...withoutCluster(attachment),
      ...namesOf(workspaces[index]),
    })),
  };
}

/** The extension says which cluster is attached. */
function withoutCluster(
  attachment: ResolvedKubernetesCompute,
): Omit<ResolvedKubernetesCompute, 'resourceId' | 'warnings'> {
  const entries = Object.entries(attachment).filter(([name]) => name !== 'resourceId' && name !== 'warnings');
  return Object.fromEntries(entries) as Omit<ResolvedKubernetesCompute, 'resourceId' | 'warnings'>;
}

/** The id of a workspace is not known before that of the cluster is, as far as it has the same subscription. */
function namesOf(workspace: PlatformWorkspaceSpec | undefined) {
  if (workspace === undefined) return {};
  return { workspace: { resourceGroupName: workspace.resourceGroup, name: workspace.name } };
}

function isBefore({ kind }: PlatformPiece): boolean {
  return kind !== 'computeNamespace' && PIECE_PHASES[kind] === 'before-extension';
}

function hasCredentials(cluster: ExtensionCluster): cluster is ClusterWithCredentials {
  return 'kubernetesProvider' in cluster;
}

/** The provider that the options give is inherited; otherwise one from the credentials of the cluster. */
function providerFor(
  parent: pulumi.Resource,
  name: string,
  cluster: ExtensionCluster,
  opts: ComponentOptions<string>,
): pulumi.ComponentResourceOptions {
  if (kubernetesProviderIssues(opts).length === 0 || !hasCredentials(cluster)) return {};
  return { provider: cluster.kubernetesProvider(`${name}-objects`, { parent }) };
}
