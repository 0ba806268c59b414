import { CLUSTER_KINDS, type ClusterSpec, type ResolvedCluster } from '../../model/azure/cluster';
import { resolveCluster } from '../../model/azure/resolve-cluster';
import { jsonString } from '../../model/deferred';
import { EXTENSION_TYPE, type ExtensionSpec } from '../../model/extension/extension';
import { extensionDeploymentIssues } from '../../model/extension/resolve-extension';
import { typedSettings, type TypedSettings } from '../../model/extension/typed-settings';
import { issue, type Issue } from '../../model/issues';
import { revealSecret, SecretValue } from '../../model/secret';
import { assertValid } from '../../model/validation-error';

/** The file that holds the protected settings, where there are others than the names of PEM files. */
export const PROTECTED_SETTINGS_FILE = 'protected-settings.json';

/** A command of the Azure CLI that reads files. */
export interface AzExtensionCommand {
  /** The arguments, the program itself left out; text may be deferred. */
  readonly arguments: readonly string[];
  /** What has to be in the files that the arguments name, in the working folder, by their names. */
  readonly files: Readonly<Record<string, SecretValue>>;
}

/**
 * The command that installs the extension. It is given what a person would type; the Azure CLI derives the rest. Secrets
 * are in files and never among the arguments.
 * @param spec - the extension
 * @param cluster - the cluster
 * @throws ValidationError with every issue of both
 * @see https://learn.microsoft.com/cli/azure/k8s-extension#az-k8s-extension-create
 */
export function k8sExtensionCreate(spec: ExtensionSpec, cluster: ClusterSpec): AzExtensionCommand {
  const typed = checkedSettings(spec, cluster);
  return {
    arguments: [
      ...['k8s-extension', 'create', ...target(spec.name, resolveCluster(cluster))],
      ...['--extension-type', EXTENSION_TYPE, '--scope', 'cluster'],
      ...upgradeArguments(typed),
      ...settingArguments(typed),
    ],
    files: filesOf(typed),
  };
}

/**
 * The command that updates the extension to a description. Settings that the description no longer has keep their value,
 * and all protected settings are sent again. The question that it would ask is answered with yes.
 * @param spec - the extension
 * @param cluster - the cluster
 * @throws ValidationError with every issue of both
 * @see https://learn.microsoft.com/cli/azure/k8s-extension#az-k8s-extension-update
 */
export function k8sExtensionUpdate(spec: ExtensionSpec, cluster: ClusterSpec): AzExtensionCommand {
  const typed = checkedSettings(spec, cluster);
  return {
    arguments: [
      ...['k8s-extension', 'update', ...target(spec.name, resolveCluster(cluster))],
      ...upgradeArguments(typed),
      ...settingArguments(typed),
      '--yes',
    ],
    files: filesOf(typed),
  };
}

/** The arguments that show the extension, and fail when there is none. */
export function k8sExtensionShowArguments(name: string, cluster: ResolvedCluster): string[] {
  return ['k8s-extension', 'show', ...target(name, cluster)];
}

/** The arguments that remove the extension, with all that is in its namespace. */
export function k8sExtensionDeleteArguments(name: string, cluster: ResolvedCluster): string[] {
  return ['k8s-extension', 'delete', ...target(name, cluster), '--yes'];
}

function checkedSettings(spec: ExtensionSpec, cluster: ClusterSpec): TypedSettings {
  assertValid('AzureMLExtension', [...extensionDeploymentIssues(spec, cluster), ...domainIssues(spec)]);
  return typedSettings(spec);
}

function domainIssues({ extraSettings }: ExtensionSpec): Issue[] {
  const received = extraSettings?.plain?.['domain'];
  if (received === undefined) return [];
  return [issue('script/domain-overwritten', ['extraSettings', 'plain', 'domain'], { received })];
}

function target(name: string, cluster: ResolvedCluster): string[] {
  const { provider, type } = CLUSTER_KINDS[cluster.kind];
  return [
    ...['--name', name, '--cluster-name', cluster.name, '--resource-group', cluster.resourceGroup],
    ...['--subscription', cluster.subscriptionId, '--cluster-type', type],
    ...(cluster.kind === 'provisioned' ? ['--cluster-resource-provider', provider] : []),
  ];
}

function upgradeArguments({ releaseTrain, version, autoUpgradeMinorVersion }: TypedSettings): string[] {
  return [
    ...['--auto-upgrade-minor-version', String(autoUpgradeMinorVersion)],
    ...(releaseTrain === undefined ? [] : ['--release-train', releaseTrain]),
    ...(version === undefined ? [] : ['--version', version]),
  ];
}

/** The Azure CLI takes protected settings as arguments or as a file, not both. */
function settingArguments(typed: TypedSettings): string[] {
  const plain = pairs(typed.settings);
  const names = pairs(typed.protected);
  const protectedArguments = holdsSecrets(typed)
    ? ['--config-protected-file', PROTECTED_SETTINGS_FILE]
    : ['--config-protected', ...names];
  return [...(plain.length === 0 ? [] : ['--config', ...plain]), ...(names.length === 0 ? [] : protectedArguments)];
}

function filesOf(typed: TypedSettings): Readonly<Record<string, SecretValue>> {
  const files = Object.entries(typed.files).map(([name, content]): [string, SecretValue] => [name, secretOf(content)]);
  return Object.fromEntries(holdsSecrets(typed) ? [...files, [PROTECTED_SETTINGS_FILE, protectedFile(typed)]] : files);
}

function protectedFile(typed: TypedSettings): SecretValue {
  const members = Object.entries(typed.protected).map(
    ([key, value]) => `${jsonString(key)}: ${jsonString(revealSecret(secretOf(value)))}`,
  );
  return SecretValue.of(`{${members.join(', ')}}`);
}

function holdsSecrets(typed: TypedSettings): boolean {
  return Object.values(typed.protected).some(SecretValue.isSecretValue);
}

/** Texts only: what is secret never becomes an argument. */
function pairs(settings: Readonly<Record<string, string | SecretValue>>): string[] {
  return Object.entries(settings).map(([key, value]) => `${key}=${SecretValue.isSecretValue(value) ? '' : value}`);
}

function secretOf(value: string | SecretValue): SecretValue {
  return SecretValue.isSecretValue(value) ? value : SecretValue.of(value);
}
