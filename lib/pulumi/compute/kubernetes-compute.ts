import * as pulumi from '@pulumi/pulumi';
import { Compute } from '@pulumi/azure-native/machinelearningservices/index.js';
import { ordinaryCluster, type AksClusterAccess, type AttachedCluster } from '../../model/compute/attached-cluster';
import { aksClusterAccess, attachIssues } from '../../model/compute/attach.rules';
import { computeResource } from '../../model/compute/compute-resource';
import type { ComputeIdentity } from '../../model/compute/compute-identity';
import type { KubernetesComputeSpec, ResolvedKubernetesCompute } from '../../model/compute/kubernetes-compute';
import { resolveKubernetesCompute } from '../../model/compute/resolve-kubernetes-compute';
import { roleAssignments, type RoleAssignment } from '../../model/compute/role-assignments';
import { resourceIdSegment } from '../../model/deferred';
import { workspaceNameIssues, type WorkspaceNames } from '../../model/compute/workspace-names.rules';
import { fieldIssues, optional, required } from '../../model/fields';
import { givenProperties } from '../../model/given-properties';
import { warningsOf, type Issue } from '../../model/issues';
import { assertDescription, type ResolveContext } from '../../model/resolve';
import { ComponentPlan, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';
import { consistsOf } from '../depended-on';
import type { AzureMLExtension } from '../extension/azureml-extension';
import { componentOf, withParts } from '../held-parts';
import { mutable } from '../mutable';
import { roleAssignment, sharedRoleCheck, sharedRoleIssues, type RoleOwner } from './role-assignments';

/** What a {@link KubernetesCompute} has besides the description of the attachment. */
export interface KubernetesComputePlacement {
  /** The extension on the cluster that is attached; the compute comes after it. */
  readonly extension: AzureMLExtension;
  /**
   * The name of the compute in the workspace: 2 to 16 letters, digits and hyphens.
   * @default - the name of the component
   */
  readonly name?: string;
  /**
   * The names of the workspace, for a preview in which its id is not known yet.
   * @default - those in its id
   */
  readonly workspace?: { readonly resourceGroupName: pulumi.Input<string>; readonly name: pulumi.Input<string> };
  /**
   * How a cluster of AKS is reached, which decides about roles and Trusted Access.
   * @default - as the network of an `AksCluster` says; otherwise its public API server, with local accounts
   */
  readonly clusterAccess?: AksClusterAccess;
}

/** The arguments of a {@link KubernetesCompute}; ids and other texts may be Outputs, the names of identities not. */
export type KubernetesComputeArgs = Deferrable<
  Omit<KubernetesComputeSpec, 'name' | 'resourceId' | 'identity' | 'workspaceIdentity'>
> & {
  /**
   * The identity with which workloads read Azure resources.
   * @default - none
   */
  readonly identity?: Deferrable<ComputeIdentity, 'name'>;
  /**
   * The identity of the workspace.
   * @default - system-assigned: the service assigns the roles that the attachment needs
   */
  readonly workspaceIdentity?: Deferrable<NonNullable<KubernetesComputeSpec['workspaceIdentity']>, 'name'>;
} & KubernetesComputePlacement;

/** The roles of the children of a {@link KubernetesCompute}. */
export type KubernetesComputeRole = 'compute' | `role:${string}`;

/** What the service fills in by itself. */
const FILLED_IN = ['instanceTypes', 'relayConnectionString', 'serviceBusConnectionString', 'vcName'];

interface Described extends KubernetesComputeSpec {
  readonly cluster: AttachedCluster;
  /** @default - those in the id */
  readonly workspace?: WorkspaceNames;
}

/**
 * The attachment of a cluster to a workspace. It attaches and makes no cluster: deleting it detaches, and leaves the
 * cluster and what runs in it. What changes replaces it under the same name, because the service does not update one.
 *
 * Children: `compute`, and `role:<key>` for each role of the identity that Azure makes for it. The roles of identities
 * that are given are children of the extension, whose computes share them. A workspace with a system-assigned identity
 * needs none.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace
 * @example
 * new KubernetesCompute('jobs', { workspaceResourceId: workspace.id, extension, namespace: 'ml-jobs' });
 */
export class KubernetesCompute extends pulumi.ComponentResource {
  /** The resource id of the compute. */
  public readonly id: pulumi.Output<string>;
  /** The name of the compute. */
  public readonly name: pulumi.Output<string>;
  /** The object id of the identity that Azure made for the compute; `undefined` without one. */
  public readonly principalId: pulumi.Output<string | undefined>;
  /** The compute itself. */
  public readonly compute: pulumi.CustomResource;
  /** The role assignments by their keys. */
  public readonly roleAssignments: Readonly<Record<string, pulumi.CustomResource>>;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and attaches the cluster.
   * @param name - unique in the program
   * @param args - the attachment
   * @param opts - the options of the component
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: KubernetesComputeArgs, opts: ComponentOptions<KubernetesComputeRole> = {}) {
    const { extension, clusterAccess, ...spec } = withParts(`KubernetesCompute ${name}`, args, EXTENSION_PART);
    const { computeLocation, resourceId, cluster } = attachedCluster(extension, clusterAccess);
    const described = { computeLocation, ...spec, name: spec.name ?? name, resourceId, cluster };
    const issues = fieldIssues({ clusterAccess }, ACCESS_FIELDS, []);
    const resolve = resolveOn(extension, clusterAccess);
    const plan = new ComponentPlan({ kind: 'KubernetesCompute', name, args: described, opts, issues, resolve });
    super(plan.type, name, plan.inputs, plan.opts);
    plan.start(this);
    const owner: RoleOwner = {
      extension,
      compute: this,
      placeOf: (role) => ({ name: `${name}-${role}`, opts: plan.childOptions(this, role) }),
      output: (text) => plan.output(text),
      computePrincipalId: () => this.principalId as pulumi.Output<string>,
    };
    const assign = (assignment: RoleAssignment) => roleAssignment(assignment, owner);
    const { roles } = plan.resolved;
    const before = roles.filter(({ when }) => when === 'before-attach').map(assign);
    const dependsOn = [extension, ...before.map(({ resource }) => resource)];
    const check = sharedRoleCheck(before, owner);
    const needed = { dependsOn, replaceWith: [extension.extension] };
    const options = pulumi.mergeOptions(
      plan.childOptions(this, 'compute', { ...COMPUTE_OPTIONS, ...needed }),
      check === undefined ? {} : { dependsOn: check },
    );
    const properties = mutable(plan.restore(propertiesOf(plan.resolved)));
    const compute = new Compute(`${name}-compute`, properties, options);
    this.compute = compute;
    this.id = compute.id;
    this.name = plan.output(plan.resolved.name);
    this.principalId = compute.identity.apply((identity) => identity?.principalId);
    const after = roles.filter(({ when }) => when === 'after-attach').map(assign);
    this.roleAssignments = Object.fromEntries(
      [...before, ...after].map(({ assignment: { key }, resource }) => [key, resource]),
    );
    consistsOf(this, compute, ...Object.values(this.roleAssignments));
    this.diagnostics = plan.diagnostics;
    this.registerOutputs({ id: this.id, name: this.name, principalId: this.principalId });
  }
}

const EXTENSION_PART = { extension: required(componentOf('AzureMLExtension')) };
/** How the cluster is reached; its kind is known. */
const ACCESS_FIELDS = { clusterAccess: optional(aksClusterAccess) };
const CLUSTER_PATH = ['extension', 'cluster'] as const;

const COMPUTE_OPTIONS: pulumi.CustomResourceOptions = {
  deleteBeforeReplace: true,
  replaceOnChanges: ['properties', 'identity', 'location'],
  ignoreChanges: FILLED_IN.map((name) => `properties.properties.${name}`),
  additionalSecretOutputs: ['properties'],
};

function attachedCluster({ cluster, relayNamespaceId }: AzureMLExtension, access: AksClusterAccess = {}) {
  const { id, literalId, location: computeLocation } = cluster;
  // What is said about AKS is refused for other clusters by the rules.
  const relay = cluster.kind === 'aks' || relayNamespaceId === undefined ? {} : { relayNamespaceId };
  const attached = { ...cluster.access, ...access, ...ordinaryCluster(cluster), ...relay };
  return { computeLocation, resourceId: literalId ?? id, cluster: attached };
}

function resolveOn(extension: AzureMLExtension, access: AksClusterAccess | undefined) {
  const paths = { cluster: access === undefined ? [...CLUSTER_PATH] : ['clusterAccess'], computes: [] };
  return ({ cluster, workspace, ...spec }: Described, context: ResolveContext) => {
    const names =
      workspace === undefined ? [] : workspaceNameIssues(workspace, spec.workspaceResourceId, ['workspace']);
    const compute = resolveKubernetesCompute(spec, {
      ...context,
      moreIssues: [...(context.moreIssues ?? []), ...names],
    });
    const roles = roleAssignments(cluster, [compute]);
    const attached = attachIssues(cluster, [compute], paths).map(asGiven);
    const between = [...attached, ...sharedRoleIssues(extension, roles)];
    assertDescription('KubernetesCompute', context, between);
    return {
      ...compute,
      ...givenProperties({ workspace }),
      roles,
      warnings: [...compute.warnings, ...warningsOf(between)],
    };
  };
}

/** An issue of the one compute, with its place in the arguments. */
function asGiven(one: Issue): Issue {
  const [first, ...rest] = one.path;
  if (one.path.at(-1) === 'relayNamespaceId') return { ...one, path: ['extension', 'relayNamespaceId'] };
  if (first !== 0) return one;
  return { ...one, path: rest[0] === 'resourceId' ? [...CLUSTER_PATH, 'id'] : rest };
}

function propertiesOf(compute: ResolvedKubernetesCompute & Pick<Described, 'workspace'>) {
  const { name, workspaceResourceId, identity, workspace } = compute;
  return {
    resourceGroupName: workspace?.resourceGroupName ?? resourceIdSegment(workspaceResourceId, 3),
    workspaceName: workspace?.name ?? resourceIdSegment(workspaceResourceId, 7),
    computeName: name,
    ...(identity === undefined ? {} : { identity: identityOf(identity) }),
    ...computeResource(compute),
  };
}

function identityOf(identity: ComputeIdentity) {
  return identity.kind === 'systemAssigned'
    ? { type: 'SystemAssigned' }
    : { type: 'UserAssigned', userAssignedIdentities: [identity.resourceId] };
}
