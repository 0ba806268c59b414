import { apiVersionOf } from '../../model/azure/api-versions';
import type { ClusterSpec, ResolvedCluster } from '../../model/azure/cluster';
import { resolveCluster } from '../../model/azure/resolve-cluster';
import { attachIssues } from '../../model/compute/attach.rules';
import { ordinaryCluster, type AttachedCluster } from '../../model/compute/attached-cluster';
import { computeId } from '../../model/compute/compute-resource';
import type { KubernetesComputeSpec, ResolvedKubernetesCompute } from '../../model/compute/kubernetes-compute';
import { resolveKubernetesCompute } from '../../model/compute/resolve-kubernetes-compute';
import { roleAssignments, type RoleAssignment } from '../../model/compute/role-assignments';
import { issue } from '../../model/issues';
import { assertValid } from '../../model/validation-error';
import { EXTENSION_RESOURCE_TYPE, extensionPrincipalId } from '../extension/extension-resource';
import { armDeployment, type ArmDeployment, type TemplateOptions } from '../template/arm-template';
import type { ArmExpression } from '../template/expression';
import type { PlacedResource } from '../template/nested-deployment';
import { placeCompute } from './compute';
import { placeRoleAssignment } from './role-assignment';

/** One attachment; the cluster follows from the rest of the description. */
export type AttachTemplateCompute = Omit<KubernetesComputeSpec, 'resourceId'>;

/** What the template of the attachments is made from. */
export interface AttachTemplateSpec {
  readonly cluster: ClusterSpec;
  /** The attachments of the cluster, at least one. */
  readonly computes: readonly AttachTemplateCompute[];
  /**
   * The extension on the cluster, whose identity the computes are told.
   * @default - the service finds it
   */
  readonly extension?: { readonly name: string };
  /**
   * What is known about access to the cluster; the kind is that of the cluster.
   * @default - a public API server with local accounts, and no relay
   */
  readonly access?: AttachedCluster;
}

/**
 * The template `attach.json` and its parameters file: the role assignments that have to be there before, the computes,
 * and the role assignments of their identities. It is deployed to the resource group of the cluster, after the extension
 * and the objects in the cluster; what belongs to another group is a nested deployment.
 * @param spec - cluster and computes
 * @param options - parameters, expressions and API versions
 * @throws ValidationError with every issue of the description
 */
export function attachTemplate(spec: AttachTemplateSpec, options: TemplateOptions = {}): ArmDeployment {
  const { apiVersions } = options;
  const cluster = resolveCluster(spec.cluster);
  const access = spec.access ?? ordinaryCluster(cluster);
  const computes = resolvedComputes(spec, cluster);
  assertValid('attach template', attachIssues(access, computes, { cluster: ['access'], computes: ['computes'] }));
  const assignments = roleAssignments(access, computes);
  const before = assignments
    .filter(({ when }) => when === 'before-attach')
    .map((one) => placeRoleAssignment(cluster.resourceId, one, [], apiVersions));
  const attached = new Map<string, PlacedResource>(
    computes.map((compute) => [
      computeId(compute.workspaceResourceId, compute.name),
      placeCompute(compute, principalOf(compute, spec, cluster, options), idsOf(before), apiVersions),
    ]),
  );
  const after = assignments
    .filter(({ when }) => when === 'after-attach')
    .map((one) => placeRoleAssignment(cluster.resourceId, one, neededBy(one, attached), apiVersions));
  const resources = [...before, ...attached.values(), ...after].map(({ resource }) => resource);
  return armDeployment({ resources, outputs: {} }, options);
}

function resolvedComputes(spec: AttachTemplateSpec, cluster: ResolvedCluster): ResolvedKubernetesCompute[] {
  assertValid('attach template', spec.computes.length === 0 ? [issue('spec/empty-list', ['computes'])] : []);
  return spec.computes.map((compute) =>
    resolveKubernetesCompute(
      { computeLocation: cluster.location, ...compute, resourceId: cluster.resourceId },
      { subject: `KubernetesCompute ${compute.name}` },
    ),
  );
}

/** The identity of the extension for a compute that does not say it. */
function principalOf(
  compute: ResolvedKubernetesCompute,
  { extension }: AttachTemplateSpec,
  cluster: ResolvedCluster,
  { apiVersions }: TemplateOptions,
): ArmExpression | undefined {
  if (extension === undefined || compute.extensionPrincipalId !== undefined) return undefined;
  return extensionPrincipalId(extension.name, cluster, apiVersionOf(EXTENSION_RESOURCE_TYPE, apiVersions));
}

function neededBy({ principal }: RoleAssignment, computes: ReadonlyMap<string, PlacedResource>): ArmExpression[] {
  if (principal.kind === 'given') return [];
  const compute = computes.get(computeId(principal.workspaceResourceId, principal.compute));
  return compute === undefined ? [] : [compute.id];
}

function idsOf(placed: readonly PlacedResource[]): ArmExpression[] {
  return placed.map(({ id }) => id);
}
