import { CLUSTER_KINDS, type ClusterSpec, type ResolvedCluster } from '../azure/cluster';
import { resolveCluster } from '../azure/resolve-cluster';
import { givenProperties } from '../given-properties';
import type { Issue } from '../issues';
import { assertDescription, type ResolveContext } from '../resolve';
import type { SecretValue } from '../secret';
import { ValidationError } from '../validation-error';
import { deriveExtensionCreate } from './cli-create';
import type { CliAzure, CliCreateInput } from './cli-input';
import type { CliCreateResult } from './cli-outcome';
import type { CliResource } from './cli-resources';
import { EXTENSION_TYPE, type ExtensionSpec } from './extension';
import { EXTENSION_NAMESPACE } from './extension-name';
import { extensionDeploymentIssues } from './resolve-extension';
import { typedSettings, type TypedSettings } from './typed-settings';

const SUBJECT = 'AzureMLExtension';
/** The settings that tell the Azure CLI which files to read; nothing else reads them. */
const FILE_NAME_SETTINGS: readonly string[] = ['sslCertPemFile', 'sslKeyPemFile'];

/** What is sent to Azure to install or update an extension. */
export interface ExtensionOnWire {
  /** The name of the extension resource. */
  readonly name: string;
  readonly extensionType: typeof EXTENSION_TYPE;
  /** The namespace of the Helm release; the scope is always the cluster. */
  readonly releaseNamespace: typeof EXTENSION_NAMESPACE;
  /** The readable settings, `configurationSettings`: those typed and those derived, all of them text. */
  readonly settings: Readonly<Record<string, string>>;
  /** The settings that Azure never returns, `configurationProtectedSettings`. */
  readonly protected: Readonly<Record<string, SecretValue>>;
  readonly autoUpgradeMinorVersion: boolean;
  /** @default - none: a version is pinned */
  readonly releaseTrain?: string;
  /** @default - none: Azure upgrades by itself */
  readonly version?: string;
  /** The identity that the extension asks for. @default - none: AKS assigns one */
  readonly identity?: 'SystemAssigned';
  /** What has to be created in Azure beforehand, in order. */
  readonly createsInAzure: readonly CliResource[];
  /** What is legal but unwise. */
  readonly warnings: readonly Issue[];
}

/** What the deployment knows beyond the descriptions of extension and cluster. */
export interface WireOptions extends ResolveContext {
  /**
   * The resources beside the cluster, and what Azure answers about them.
   * @default - none of them exists, and their connection strings are deferred secrets
   */
  readonly azure?: CliAzure;
}

/**
 * The settings on the wire: what a person would have typed for the description, and what the Azure CLI adds to it.
 * The content of certificate and key is sent, the names of files are not.
 * @param spec - the extension
 * @param cluster - the cluster it is for
 * @param options - what else is known
 * @throws ValidationError with every issue of both descriptions
 * @example
 * const { settings } = wireSettings({ name: 'azureml', enableTraining: true }, cluster);
 */
export function wireSettings(spec: ExtensionSpec, cluster: ClusterSpec, options: WireOptions = {}): ExtensionOnWire {
  const warnings = assertDescription(SUBJECT, options, extensionDeploymentIssues(spec, cluster));
  const typed = typedSettings(spec);
  const derived = derive(cliCreateInput(typed, resolveCluster(cluster), options.azure), options);
  const { releaseTrain, version, autoUpgradeMinorVersion } = typed;
  const { extensionIdentity: identity } = CLUSTER_KINDS[cluster.kind];
  return {
    name: spec.name,
    extensionType: EXTENSION_TYPE,
    releaseNamespace: EXTENSION_NAMESPACE,
    settings: givenValues(derived.settings),
    protected: givenValues(derived.protected, FILE_NAME_SETTINGS),
    autoUpgradeMinorVersion,
    ...givenProperties({ releaseTrain, version }),
    ...(identity === 'none' ? {} : { identity }),
    createsInAzure: derived.createsInAzure,
    warnings: [...warnings, ...derived.diagnostics],
  };
}

/**
 * What the Azure CLI would be given to install an extension.
 * @param typed - the settings as typed, see {@link typedSettings}
 * @param cluster - the cluster
 * @param azure - what Azure answers about the resources beside it
 */
export function cliCreateInput(typed: TypedSettings, cluster: ResolvedCluster, azure: CliAzure = {}): CliCreateInput {
  const domain = typed.settings['domain'];
  return {
    ...typed,
    cluster: {
      type: CLUSTER_KINDS[cluster.kind].type,
      name: cluster.name,
      resourceGroup: cluster.resourceGroup,
      subscriptionId: cluster.subscriptionId,
      resourceId: cluster.resourceId,
      location: cluster.location,
      nodes: cluster.nodeCount ?? null,
      distribution: cluster.distribution ?? null,
    },
    scope: 'cluster',
    azure,
    ...(domain === undefined ? {} : { domain }),
  };
}

function derive(input: CliCreateInput, { subject = SUBJECT }: ResolveContext): CliCreateResult {
  const outcome = deriveExtensionCreate(input);
  if (!outcome.ok) throw new ValidationError(subject, outcome.issues);
  return outcome;
}

/** The settings that have a value, without some keys. */
function givenValues<Value>(
  settings: Readonly<Record<string, Value | null>>,
  without: readonly string[] = [],
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => (value === null || without.includes(key) ? [] : [[key, value]])),
  );
}
