import { resolveCluster } from '../../model/azure/resolve-cluster';
import type { ClusterSpec, ResolvedCluster } from '../../model/azure/cluster';
import { attachIssues } from '../../model/compute/attach.rules';
import { ordinaryCluster, type AttachedCluster } from '../../model/compute/attached-cluster';
import type { KubernetesComputeSpec, ResolvedKubernetesCompute } from '../../model/compute/kubernetes-compute';
import { resolveKubernetesCompute } from '../../model/compute/resolve-kubernetes-compute';
import { roleAssignments, type RoleAssignment } from '../../model/compute/role-assignments';
import type { ExtensionSpec } from '../../model/extension/extension';
import { wireSettings } from '../../model/extension/wire-settings';
import { resolveAksAgentPool, type AksAgentPool } from '../../model/scheduling/aks-agent-pool';
import type { NodePoolSpec } from '../../model/scheduling/node-pool';
import { assertValid } from '../../model/validation-error';
import { k8sExtensionCreate, k8sExtensionUpdate, type AzExtensionCommand } from '../extension/k8s-extension';

/** The files with the objects in the cluster, as synthesis wrote them. */
export interface ManifestFiles {
  /** Applied before the extension is installed. @default - none */
  readonly beforeExtension?: readonly string[];
  /** Applied after the extension is installed. @default - none */
  readonly afterExtension?: readonly string[];
}

/** What the scripts set up and take down. */
export interface ScriptSpec {
  readonly cluster: ClusterSpec;
  readonly extension: ExtensionSpec;
  /**
   * Node pools of AKS, by their names.
   * @default - none: they exist, or the cluster is not of AKS
   */
  readonly nodePools?: Readonly<Record<string, Omit<NodePoolSpec, 'name'>>>;
  /**
   * The attachments of the cluster.
   * @default - none
   */
  readonly computes?: readonly Omit<KubernetesComputeSpec, 'resourceId'>[];
  /**
   * What is known about access to the cluster.
   * @default - a public API server with local accounts, and no relay
   */
  readonly access?: AttachedCluster;
  /**
   * The files with the objects in the cluster; a path is taken from the folder that the script is started in.
   * @default - none
   */
  readonly manifests?: ManifestFiles;
}

/** A checked description in the form that scripts are written from. */
export interface ScriptPlan {
  readonly cluster: ResolvedCluster;
  readonly extensionName: string;
  readonly create: AzExtensionCommand;
  readonly update: AzExtensionCommand;
  /** The names of the relay, service bus and workspace that the Azure CLI creates with the extension. */
  readonly relay: string | undefined;
  readonly pools: readonly AksAgentPool[];
  readonly computes: readonly ResolvedKubernetesCompute[];
  readonly roles: readonly RoleAssignment[];
  readonly manifests: Required<ManifestFiles>;
}

/**
 * Checks what a script is about.
 * @throws ValidationError with every issue
 */
export function scriptPlan(spec: ScriptSpec): ScriptPlan {
  const { extension, manifests = {} } = spec;
  const create = k8sExtensionCreate(extension, spec.cluster);
  const cluster = resolveCluster(spec.cluster);
  const access = spec.access ?? ordinaryCluster(cluster);
  const computes = (spec.computes ?? []).map((compute) =>
    resolveKubernetesCompute({ ...compute, resourceId: cluster.resourceId }),
  );
  assertValid('script', attachIssues(access, computes, { cluster: ['access'], computes: ['computes'] }));
  const relay = wireSettings(extension, spec.cluster).createsInAzure.find(({ kind }) => kind === 'relayNamespace');
  return {
    cluster,
    extensionName: extension.name,
    create,
    update: k8sExtensionUpdate(extension, spec.cluster),
    relay: relay !== undefined && 'name' in relay ? relay.name : undefined,
    pools: poolsOf(spec, cluster),
    computes,
    roles: roleAssignments(access, computes),
    manifests: { beforeExtension: [], afterExtension: [], ...manifests },
  };
}

function poolsOf({ nodePools = {} }: ScriptSpec, { kind }: ResolvedCluster): AksAgentPool[] {
  if (kind !== 'aks') return [];
  return Object.entries(nodePools).map(([name, pool]) =>
    resolveAksAgentPool({ ...pool, name }, { subject: `node pool ${name}` }),
  );
}
