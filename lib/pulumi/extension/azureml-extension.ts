import * as pulumi from '@pulumi/pulumi';
import { Extension } from '@pulumi/azure-native/kubernetesconfiguration/index.js';
import { CLUSTER_KINDS, type ClusterSpec } from '../../model/azure/cluster';
import type { ExtensionSpec } from '../../model/extension/extension';
import { DEPLOYED_VALUES } from '../../model/extension/cli-resources';
import { withExplicitDefaults } from '../../model/extension/explicit-defaults';
import { relayReference, type RelayReference } from '../../model/extension/relay-reference';
import { wireSettings, type ExtensionOnWire } from '../../model/extension/wire-settings';
import { fieldIssues } from '../../model/fields';
import { givenProperties } from '../../model/given-properties';
import type { Issue } from '../../model/issues';
import type { Without } from '../../model/platform/azureml-platform';
import type { ResolveContext } from '../../model/resolve';
import { revealSecret } from '../../model/secret';
import type { HiddenPaths } from '../capture';
import { CLUSTER_PART, clusterSpecOf, type ExtensionCluster } from '../azure/cluster';
import { ComponentPlan, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';
import { consistsOf } from '../depended-on';
import { withParts } from '../held-parts';
import { mutable } from '../mutable';
import { createBesideCluster, type BesideClusterRole } from './beside-cluster';
import { existingRelayConnection } from './existing-relay';
import { REPLACEMENT_FIELDS, replacementOptions } from './replacement';
import { shareChildren } from './shared-children';

/** What an {@link AzureMLExtension} has besides the description of the extension. */
export interface AzureMLExtensionPlacement {
  /** The cluster, made by this program or not. */
  readonly cluster: ExtensionCluster;
  /**
   * The name of the extension resource, which is also the name of its Helm release.
   * @default - the name of the component
   */
  readonly name?: pulumi.Input<string>;
  /**
   * Whether the extension may be replaced, which stops every job and endpoint. Otherwise it is protected: a change that
   * needs a replacement is refused, and so is its deletion.
   *
   * Set it only for the update that is to replace: with it, any change of the set of node selector labels replaces, an
   * added label too. Uninstalling deletes the namespace azureml with everything in it. What comes after the extension is
   * made anew with it; of what comes before, such as the Secret of azureml-fe and permissions on OpenShift, the program
   * does not know that it is gone, so run `pulumi refresh` and `pulumi up` afterwards. Where the new installation needs
   * such a Secret, the replacing update fails first, and that update finishes it.
   * @default false
   */
  readonly allowReplacement?: boolean;
}

/** The arguments of an {@link AzureMLExtension}; texts may be Outputs. */
export type AzureMLExtensionArgs = Deferrable<Without<ExtensionSpec, 'name'>, 'key' | 'releaseTrain'> &
  AzureMLExtensionPlacement;

/** The roles of the children of an {@link AzureMLExtension}. */
export type AzureMLExtensionRole = 'extension' | BesideClusterRole | `role:${string}`;

/** What stays out of the state in clear of the description of an extension. */
export const HIDDEN_IN_EXTENSION = {
  secrets: ['enableInference.https.key', 'relay.connectionString', 'extraSettings.protected.*'],
  encrypted: ['enableInference.https.certificate'],
} as const satisfies HiddenPaths;

type Described = ExtensionSpec & { readonly cluster: ClusterSpec };

type Plan = ComponentPlan<Described, ResolvedExtension>;

interface ResolvedExtension extends ExtensionOnWire {
  /** The relay that exists already. @default - none */
  readonly relay?: RelayReference;
  /** Whether the connection string of that relay is not given. */
  readonly readsRelay: boolean;
}

/**
 * The extension of Azure Machine Learning on a cluster, with the settings that `az k8s-extension create` would send, and
 * the defaults of those that it would leave out: Azure keeps a setting that is only left out of an update.
 *
 * What the service cannot change replaces the extension, which stops every job and endpoint, so it is refused unless
 * `allowReplacement` is true. On a cluster behind Azure Arc the relay comes along.
 *
 * Children: `extension`; on Arc `relayNamespace`, `hybridConnection` and `hybridConnectionAuthorizationRule`; where logs
 * go to Log Analytics, `logAnalyticsWorkspace`. `role:<key>` for each role of a principal that is given, which the
 * computes share.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension
 * @example
 * const extension = new AzureMLExtension('azureml', {
 *   cluster,
 *   enableTraining: true,
 *   enableInference: {
 *     inferenceRouterServiceType: 'LoadBalancer',
 *     https: { sslCname: 'ml.contoso.com', certificate, key },
 *   },
 * });
 */
export class AzureMLExtension extends pulumi.ComponentResource {
  /** The resource id of the extension. */
  public readonly id: pulumi.Output<string>;
  /** The name of the extension. */
  public readonly name: pulumi.Output<string>;
  /** The object id of the extension's identity. */
  public readonly principalId: pulumi.Output<string | undefined>;
  /** The version that is installed. */
  public readonly installedVersion: pulumi.Output<string>;
  /** The cluster. */
  public readonly cluster: ExtensionCluster;
  /** The resource id of the relay namespace, made or not; `undefined` without one. */
  public readonly relayNamespaceId: pulumi.Output<string> | undefined;
  /** The extension itself. */
  public readonly extension: pulumi.CustomResource;
  /** The warnings about what is known of the description. */
  public readonly diagnostics: readonly Issue[];

  /**
   * Checks the description and creates the extension.
   * @param name - unique in the program
   * @param args - the extension
   * @param opts - the options of the component
   * @throws ValidationError with every issue of what is known; nothing is created then
   */
  public constructor(name: string, args: AzureMLExtensionArgs, opts: ComponentOptions<AzureMLExtensionRole> = {}) {
    const { cluster, allowReplacement = false, ...spec } = withParts(`AzureMLExtension ${name}`, args, CLUSTER_PART);
    const plan = new ComponentPlan({
      kind: 'AzureMLExtension',
      name,
      args: { ...spec, name: spec.name ?? name, cluster: clusterSpecOf(cluster) },
      opts,
      hidden: HIDDEN_IN_EXTENSION,
      issues: fieldIssues({ allowReplacement }, REPLACEMENT_FIELDS, []),
      resolve,
    });
    super(plan.type, name, plan.inputs, { ...plan.opts, protect: false });
    plan.start(this);
    const wire = plan.resolved;
    const placeOf = (role: string) => ({ name: `${name}-${role}`, opts: plan.childOptions(this, role) });
    shareChildren(this, placeOf);
    const { resourceGroupName } = cluster;
    this.relayNamespaceId =
      createBesideCluster(wire.createsInAzure, { resourceGroupName, placeOf, values: plan }) ??
      existingRelay(plan, { parent: this });
    const options = plan.childOptions(this, 'extension', {
      ...replacementOptions(`${name}-extension`, wire.settings, allowReplacement),
      ...(opts.protect === undefined ? {} : { protect: opts.protect }),
      deleteBeforeReplace: true,
      additionalSecretOutputs: ['configurationProtectedSettings'],
      ...clusterOptions(cluster),
    });
    const extension = new Extension(`${name}-extension`, mutable(propertiesOf(plan, wire, cluster)), options);
    this.extension = extension;
    consistsOf(this, extension);
    this.cluster = cluster;
    this.id = extension.id;
    this.name = extension.name;
    this.installedVersion = extension.currentVersion;
    const identity = cluster.kind === 'aks' ? extension.aksAssignedIdentity : extension.identity;
    this.principalId = identity.apply((one) => one?.principalId);
    this.diagnostics = plan.diagnostics;
    const { id, principalId, installedVersion } = this;
    this.registerOutputs({ id, name: this.name, principalId, installedVersion });
  }
}

/** An extension needs nodes: its pods run on them while it is installed, and once more while it is deleted. */
function clusterOptions(cluster: ExtensionCluster): pulumi.CustomResourceOptions {
  return {
    ...(pulumi.Resource.isInstance(cluster) ? { dependsOn: cluster } : {}),
    ...(cluster.owner === undefined ? {} : { deletedWith: cluster.owner }),
  };
}

function resolve({ cluster, ...extension }: Described, context: ResolveContext): ResolvedExtension {
  const { relay } = extension;
  const existing = relay?.kind === 'existing' ? relay : undefined;
  const wire = wireSettings(extension, cluster, context);
  return {
    ...wire,
    settings: withExplicitDefaults(wire.settings),
    ...givenProperties({ relay: existing && relayReference(existing.hybridConnectionResourceId) }),
    readsRelay: existing !== undefined && existing.connectionString === undefined,
  };
}

/** The namespace of a relay that exists; what the settings say about it is provided. */
function existingRelay(plan: Plan, opts: pulumi.InvokeOptions): pulumi.Output<string> | undefined {
  const { relay, readsRelay } = plan.resolved;
  if (relay === undefined) return undefined;
  const restored = plan.restore(relay);
  if (readsRelay) plan.provide(DEPLOYED_VALUES.relayConnection, existingRelayConnection(restored, opts));
  return pulumi.output(restored.namespaceId);
}

function propertiesOf(
  plan: Plan,
  wire: ExtensionOnWire,
  { kind, name: clusterName, resourceGroupName }: ExtensionCluster,
) {
  const { provider: clusterRp, type: clusterResourceName } = CLUSTER_KINDS[kind];
  const { releaseTrain, version, identity } = wire;
  const secrets = Object.entries(wire.protected).map(([key, value]) => {
    return [key, pulumi.secret(plan.restore(revealSecret(value)))] as const;
  });
  return {
    clusterRp,
    clusterResourceName,
    clusterName,
    resourceGroupName,
    extensionName: plan.output(wire.name),
    extensionType: wire.extensionType,
    scope: { cluster: { releaseNamespace: wire.releaseNamespace } },
    autoUpgradeMinorVersion: wire.autoUpgradeMinorVersion,
    ...(releaseTrain === undefined ? {} : { releaseTrain }),
    ...(version === undefined ? {} : { version: plan.output(version) }),
    ...(identity === undefined ? {} : { identity: { type: identity } }),
    configurationSettings: plan.restore(wire.settings),
    ...(secrets.length === 0 ? {} : { configurationProtectedSettings: Object.fromEntries(secrets) }),
  };
}
