import * as pulumi from '@pulumi/pulumi';
import { Extension } from '@pulumi/azure-native/kubernetesconfiguration/index.js';
import { CLUSTER_KINDS, type ClusterSpec } from '../../model/azure/cluster';
import type { ExtensionSpec } from '../../model/extension/extension';
import { wireSettings, type ExtensionOnWire } from '../../model/extension/wire-settings';
import type { Issue } from '../../model/issues';
import type { Without } from '../../model/platform/azureml-platform';
import { revealSecret } from '../../model/secret';
import { clusterSpecOf, type ExtensionCluster } from '../azure/cluster';
import { ComponentPlan, type ComponentOptions } from '../component-plan';
import type { Deferrable } from '../deferrable';
import { withParts } from '../held-parts';
import { mutable } from '../mutable';
import { createRelay, RELAY_CONNECTION_STRING, type RelayRole } from './relay';
import { replacementOptions } from './replacement';

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
   * @default false
   */
  readonly allowReplacement?: boolean;
}

/** The arguments of an {@link AzureMLExtension}; texts may be Outputs. */
export type AzureMLExtensionArgs = Deferrable<Without<ExtensionSpec, 'name'>, 'key' | 'releaseTrain'> &
  AzureMLExtensionPlacement;

/** The roles of the children of an {@link AzureMLExtension}. */
export type AzureMLExtensionRole = 'extension' | RelayRole;

/** The paths of secrets in the arguments. */
const SECRETS = ['enableInference.https.key', 'relay.connectionString', 'extraSettings.protected.*'];

type Described = ExtensionSpec & { readonly cluster: ClusterSpec };

/**
 * The extension of Azure Machine Learning on a cluster, with the settings that `az k8s-extension create` would send.
 *
 * What the service cannot change replaces the extension, which stops every job and endpoint, so it is refused unless
 * `allowReplacement` is true. On a cluster behind Azure Arc the relay comes along.
 *
 * Children: `extension`; on Arc `relayNamespace`, `hybridConnection` and `hybridConnectionAuthorizationRule`.
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
  /** The resource id of the relay namespace that was made; `undefined` without one. */
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
    const { cluster, allowReplacement = false, ...spec } = withParts(`AzureMLExtension ${name}`, args, 'cluster');
    const plan = new ComponentPlan({
      kind: 'AzureMLExtension',
      name,
      args: { ...spec, name: spec.name ?? name, cluster: clusterSpecOf(cluster) },
      opts,
      secrets: SECRETS,
      issues: [],
      resolve: ({ cluster: on, ...extension }: Described, context) => wireSettings(extension, on, context),
    });
    super(plan.type, name, plan.inputs, { ...plan.opts, protect: false });
    plan.start(this);
    const wire = plan.resolved;
    const relay = createRelay(wire.createsInAzure, cluster.resourceGroupName, cluster.location, (role) => {
      return { name: `${name}-${role}`, opts: plan.childOptions(this, role) };
    });
    if (relay !== undefined) plan.provide(RELAY_CONNECTION_STRING, relay.connectionString);
    const options = plan.childOptions(this, 'extension', {
      ...replacementOptions(`${name}-extension`, wire.settings, allowReplacement),
      ...(opts.protect === undefined ? {} : { protect: opts.protect }),
      deleteBeforeReplace: true,
      additionalSecretOutputs: ['configurationProtectedSettings'],
      ...clusterOptions(cluster),
    });
    const extension = new Extension(`${name}-extension`, mutable(propertiesOf(plan, wire, cluster)), options);
    this.extension = extension;
    this.cluster = cluster;
    this.relayNamespaceId = relay?.namespaceId;
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

function propertiesOf(
  plan: ComponentPlan<Described, ExtensionOnWire>,
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
    configurationProtectedSettings: Object.fromEntries(secrets),
  };
}
