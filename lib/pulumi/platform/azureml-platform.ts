import * as pulumi from '@pulumi/pulumi';
import type { ClusterSpec } from '../../model/azure/cluster';
import { resourceIdSegment } from '../../model/deferred';
import { aksClusterAccess, attachIssues } from '../../model/compute/attach.rules';
import { ordinaryCluster, type AksClusterAccess } from '../../model/compute/attached-cluster';
import type { ResolvedKubernetesCompute } from '../../model/compute/kubernetes-compute';
import type { ExtensionSpec } from '../../model/extension/extension';
import { wireSettings } from '../../model/extension/wire-settings';
import { fieldIssues, optional } from '../../model/fields';
import { givenProperties } from '../../model/given-properties';
import { errorsOf, issue, type Issue } from '../../model/issues';
import type { AzureMLPlatformSpec, PlatformWorkspaceSpec } from '../../model/platform/azureml-platform';
import type { PlatformExtensionSpec } from '../../model/platform/platform-extension';
import { platformAttachments } from '../../model/platform/platform-attachments';
import { needsBlobCsiDriver } from '../../model/storage/blob-csi-driver';
import type { PlatformPiece } from '../../model/platform/platform-pieces';
import { PIECE_PHASES, resolveAzureMLPlatform } from '../../model/platform/resolve-azureml-platform';
import { attempt } from '../../model/platform/resolve-pieces';
import { assertDescription, type ResolveContext } from '../../model/resolve';
import { CLUSTER_PART, clusterSpecOf, type ClusterWithCredentials, type ExtensionCluster } from '../azure/cluster';
import { ComponentPlan, pulumiOptions } from '../component-plan';
import { KubernetesCompute } from '../compute/kubernetes-compute';
import type { Deferrable } from '../deferrable';
import { consistsOf, waitingFor } from '../depended-on';
import { AzureMLExtension } from '../extension/azureml-extension';
import { ExtensionNamespace } from '../extension/extension-namespace';
import { REPLACEMENT_FIELDS } from '../extension/replacement';
import { withParts } from '../held-parts';
import { kubernetesProviderIssues } from '../kubernetes-provider';
import {
  duplicatePartIssues,
  platformPart,
  platformPartIssues,
  type AzureMLPlatformOptions,
  type PlatformPart,
} from './platform-options';
import { componentOfPiece, createPiece, needExtensionNamespace } from './platform-pieces';

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
   * How a cluster of AKS is reached by the workspaces, which decides about roles and Trusted Access.
   * @default - as the network of an `AksCluster` says; otherwise its public API server, with local accounts
   */
  readonly clusterAccess?: AksClusterAccess;
  /**
   * Whether the extension may be replaced, which stops every job and endpoint; see
   * {@link AzureMLExtensionPlacement.allowReplacement} for what else it means, and what to do afterwards.
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
 * Children: `extension`, `compute-<workspace>.<compute>`, and a component for each part of the cluster, see
 * {@link PlatformPartOptions}.
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
  /** The attached computes, by `<workspace>.<compute>`. */
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
  public constructor(name: string, args: AzureMLPlatformArgs, opts: AzureMLPlatformOptions = {}) {
    const { cluster, clusterAccess, ...described } = withParts(`AzureMLPlatform ${name}`, args, CLUSTER_PART);
    const { allowReplacement = false, ...spec } = described;
    const plan = new ComponentPlan({
      kind: 'AzureMLPlatform',
      name,
      args: { ...spec, cluster: clusterSpecOf(cluster) },
      opts: pulumiOptions(opts),
      issues: placementIssues(args, opts),
      resolve: resolveWith(opts, cluster, clusterAccess),
    });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    const { pieces, extension, attachments } = plan.resolved;
    const below = plan.afterCheck({ parent: this });
    const own = { ...below, ...providerFor(below, name, cluster, opts) };
    const part: PartOf = (id, more = own) => platformPart(name, opts.children, id, more);
    const namespace = extensionNamespaceOf(plan, part);
    const create = (needed: readonly pulumi.Resource[]) => (piece: PlatformPiece) => {
      const place = part(piece.id, waitingFor(own, [...needed]));
      return createPiece(place, piece.kind, plan.restore(piece.spec), namespace);
    };
    const namespaces = pieces.filter(({ kind }) => kind === 'computeNamespace').map(create([]));
    const before = [...namespaces, ...pieces.filter(isBefore).map(create(namespaces))];
    const dependsOn = namespace === undefined ? before : [...before, namespace];
    const { name: extensionPart, opts: options } = part(EXTENSION_PART, waitingFor(below, dependsOn));
    const restored = { ...plan.restore(extension), cluster, allowReplacement } as never;
    this.extension = new AzureMLExtension(extensionPart, restored, options);
    const after = pieces.filter(({ kind }) => PIECE_PHASES[kind] === 'after-extension').map(create([this.extension]));
    const shared = { extension: this.extension, ...givenProperties({ clusterAccess }) };
    const computes = attachments.map(({ id, spec: attachment }) => {
      const compute = part(`compute-${id}`, below);
      return new KubernetesCompute(compute.name, { ...plan.restore(attachment), ...shared } as never, compute.opts);
    });
    this.computes = Object.fromEntries(computes.map((compute, index) => [attachments[index]?.id ?? '', compute]));
    consistsOf(this, ...dependsOn, this.extension, ...after, ...computes);
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ extensionId: this.extension.id });
  }
}

function placementIssues(args: AzureMLPlatformArgs, opts: AzureMLPlatformOptions): Issue[] {
  const { allowReplacement, clusterAccess, cluster } = args;
  return [
    ...fieldIssues({ allowReplacement, clusterAccess }, PLACEMENT_FIELDS, []),
    ...(hasCredentials(cluster) ? [] : kubernetesProviderIssues(opts)),
  ];
}

const PLACEMENT_FIELDS = { ...REPLACEMENT_FIELDS, clusterAccess: optional(aksClusterAccess) };
const EXTENSION_PART = 'extension';
const EXTENSION_NAMESPACE_PART = 'azureml';

type PartOf = (id: string, opts?: pulumi.ComponentResourceOptions) => PlatformPart;

/** The namespace azureml, where something stands in it before the extension is installed. */
function extensionNamespaceOf(
  plan: ComponentPlan<Described, ReturnType<ReturnType<typeof resolveWith>>>,
  part: PartOf,
): ExtensionNamespace | undefined {
  const { pieces, extensionName } = plan.resolved;
  if (!needExtensionNamespace(pieces)) return undefined;
  const { name, opts } = part(EXTENSION_NAMESPACE_PART);
  return new ExtensionNamespace(name, { extensionName: plan.output(extensionName) }, opts);
}

function resolveWith(
  opts: AzureMLPlatformOptions,
  { blobCsiDriver }: ExtensionCluster,
  access: AzureMLPlatformArgs['clusterAccess'] = {},
) {
  return (spec: Described, context: ResolveContext) => {
    const platform = resolveAzureMLPlatform(spec, context);
    const { kind, resourceId = '', location } = spec.cluster;
    const subscriptionId = resourceIdSegment(resourceId, SUBSCRIPTION_SEGMENT);
    const computes = platformAttachments(spec.computes, { resourceId, subscriptionId, location });
    const ids = spec.computes.map(({ name, workspace }) => `${workspace.name}.${name}`);
    const parts = [
      ...platform.pieces.map(({ id, kind: piece }) => [id, componentOfPiece(piece)] as const),
      ...(needExtensionNamespace(platform.pieces) ? [[EXTENSION_NAMESPACE_PART, 'ExtensionNamespace'] as const] : []),
      [EXTENSION_PART, 'AzureMLExtension'] as const,
      ...ids.map((id) => [`compute-${id}`, 'KubernetesCompute'] as const),
    ];
    const paths = { cluster: ['clusterAccess'], computes: ['computes'] };
    // Each compute shows its own warnings; what contradicts another one has to be found before the first is made.
    const between = errorsOf(attachIssues({ ...access, ...ordinaryCluster({ kind }) }, computes, paths));
    assertDescription('AzureMLPlatform', context, [
      ...between,
      ...platformPartIssues(opts.children, new Map(parts)),
      ...(blobCsiDriver === false ? blobDriverIssues(platform.pieces) : []),
      ...duplicatePartIssues(ids),
      ...wireIssues(platform.extension, spec.cluster),
    ]);
    return {
      ...platform,
      attachments: computes.map((one, index) => ({
        id: ids[index] ?? '',
        spec: { ...withoutCluster(one), ...namesOf(spec.computes[index]?.workspace) },
      })),
    };
  };
}

/** What the part finds wrong when it derives its settings, such as an id that the name of its relay is made from. */
function wireIssues(extension: ExtensionSpec, cluster: ClusterSpec): Issue[] {
  const { issues } = attempt([], () => wireSettings(extension, cluster));
  return errorsOf(issues).map((one) =>
    one.path[0] === 'cluster' ? one : { ...one, path: [EXTENSION_PART, ...one.path] },
  );
}

function blobDriverIssues(pieces: readonly PlatformPiece[]): Issue[] {
  return pieces.flatMap(({ kind, path, spec }) =>
    kind === 'jobDataVolume' && needsBlobCsiDriver(spec)
      ? [issue('azure/blob-csi-driver-off', [...path, 'source'], { received: spec.source.kind })]
      : [],
  );
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
  below: pulumi.ResourceOptions,
  name: string,
  cluster: ExtensionCluster,
  opts: pulumi.ComponentResourceOptions,
): pulumi.ComponentResourceOptions {
  if (kubernetesProviderIssues(opts).length === 0 || !hasCredentials(cluster)) return {};
  return { provider: cluster.kubernetesProvider(`${name}-objects`, below) };
}
