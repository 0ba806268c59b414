// Shared vocabulary.
export type { IssueCodeRow, Severity } from './issue-code-table';
export { ISSUE_CODES, issueCodeRow, type IssueCode } from './issue-codes';
export { formatIssue, formatPath, type Issue, type Path } from './issues';
export { ValidationError } from './validation-error';
export type { DeferredCall, DeferredFunction, DeferredPart, DeferredValue, KnownWhen } from './deferred-grammar';
export {
  base64,
  deferred,
  deferredValues,
  equalText,
  fromBase64,
  isDeferred,
  jsonString,
  lowerCase,
  parseDeferred,
  resourceIdSegment,
  substituteDeferred,
  substituteDeferredIn,
  type DeferredLookup,
  type DeferredOptions,
} from './deferred';
export { isDeferredSecret, revealSecret, SecretValue } from './secret';
export type { Branded, TextFormat } from './text-format';
export * from './names';
export * from './quantity';
export { API_VERSIONS, type ApiVersion, type ApiVersionChoice, type VersionedType } from './azure/api-versions';
export * from './azure/resource-id';
export { RESOURCE_TYPES } from './azure/resource-types';
export * from './azure/cluster';
export { clusterIssues } from './azure/cluster.rules';
export { resolveCluster } from './azure/resolve-cluster';
export type { Phase } from './phase';
export type { ResolveContext } from './resolve';

// What the extension runs, and what that takes.
export * from './components/aks-reservations';
export * from './components/amounts';
export * from './components/capacity';
export { capacityIssues } from './components/capacity.rules';
export * from './components/component-table';
export { extensionFootprint, installedComponents } from './components/extension-footprint';
export { extensionOutboundHosts, type OutboundWorkloadOptions } from './components/extension-outbound-hosts';
export * from './components/footprint';
export * from './components/minimum-requirements';
export * from './components/node-groups';
export * from './components/outbound-hosts';
export * from './components/outbound-table';
export { systemPoolIssues } from './components/system-pool.rules';
export * from './components/vm-sizes';

// Clusters of AKS as Pulumi makes them.
export * from './azure/managed-cluster';
export { needsBlobCsiDriver, type SourcedVolume } from './storage/blob-csi-driver';
export { managedClusterIssues, managedNodePoolIssues } from './azure/managed-cluster.rules';
export { resolveManagedCluster, resolveManagedNodePool } from './azure/resolve-managed-cluster';

// Compute namespaces and instance types.
export { computeNamespaceIssues, computeNamespaceSetIssues } from './compute/compute-namespace.rules';
export * from './compute/compute-namespace';
export { instanceTypeIssues, instanceTypeSetIssues } from './compute/instance-type.rules';
export * from './compute/instance-type';
export { resolveComputeNamespace } from './compute/resolve-compute-namespace';
export { resolveInstanceType } from './compute/resolve-instance-type';

// Attaching a cluster.
export { attachIssues, type AttachPaths } from './compute/attach.rules';
export * from './compute/attached-cluster';
export * from './compute/compute-identity';
export { computeResource, type ComputeResource, type KubernetesProperties } from './compute/compute-resource';
export { federatedCredentials, type FederatedCredential } from './compute/federated-credentials';
export * from './compute/kubernetes-compute';
export { kubernetesComputeIssues } from './compute/kubernetes-compute.rules';
export { PROVISIONING_STEPS, type ProvisioningStep } from './compute/provisioning-steps';
export { resolveKubernetesCompute } from './compute/resolve-kubernetes-compute';
export {
  roleAssignments,
  type ComputePrincipal,
  type GivenPrincipal,
  type RoleAssignment,
  type RolePrincipal,
  type RoleScope,
} from './compute/role-assignments';
export * from './compute/role-definitions';

// The extension.
export { EXTENSION_SOURCES, type ExtensionSource, type ExtensionSourceName } from './extension/extension-sources';
export * from './extension/extension';
export { extensionIssues, extensionOnClusterIssues, extensionSetIssues } from './extension/extension.rules';
export * from './extension/inference';
export { extensionDeploymentIssues, resolveExtension } from './extension/resolve-extension';
export * from './extension/training';
export { PEM_FILES, typedSettings, type TypedSettings } from './extension/typed-settings';
export { parseExtension, type StoredExtension } from './extension/parse-extension';
export * from './extension/presets';
export type { ExtensionMaps } from './extension/read-settings';
export * from './extension/volcano-scheduler';
export { cliCreateInput, wireSettings, type ExtensionOnWire, type WireOptions } from './extension/wire-settings';
export { EXTENSION_NAMESPACE, extensionName, parseExtensionName, type ExtensionName } from './extension/extension-name';
export { withExplicitDefaults } from './extension/explicit-defaults';
export { nodeSelectorKey, nodeSelectorLabel, type NodeSelectorKey } from './extension/node-selector-key';
export { recogniseSetting, type RecognisedSetting } from './extension/recognise-setting';
export { CURRENT_SETTINGS, type CurrentSettingName } from './extension/current-settings';
export { RETIRED_SETTINGS } from './extension/retired-settings';
export { SETTING_FORMATS, type SettingFormat } from './extension/setting-formats';
export type {
  CurrentSettingRow,
  ExtensionCapability,
  ReplacedValue,
  RetiredSettingRow,
  SettingChange,
  SettingClusterKind,
  SettingRow,
  SettingsMapName,
  SettingValue,
  Workload,
} from './extension/setting-row';
export {
  EXTENSION_SETTINGS,
  type AdvancedSettingKey,
  type DerivedSettingKey,
  type PlainSettingKey,
  type ProtectedSettingKey,
  type RetiredSettingName,
  type SettingAlternatives,
  type SettingKey,
  type SettingKeyOf,
  type SettingKeyWith,
  type SettingName,
  type SettingPlaceholder,
  type UserSettingKey,
} from './extension/settings-catalogue';
export { settingValueInWords } from './extension/setting-value';
export {
  PROPERTY_CHANGES,
  type ExtensionProperties,
  type ExtensionPropertyName,
  type PropertyChange,
  type PropertyUpdate,
} from './extension/property-update';
export type { SettingUpdate, StoredSettings } from './extension/setting-update';
export { extensionState } from './extension/extension-state';
export { updateImpact, updateImpactIssues, type ExtensionState, type UpdateImpact } from './extension/update-impact';
export { settingsMapIssues, type SettingsMapOptions, type SettingsMaps } from './extension/settings-map.rules';

// What the Azure CLI makes of the extension's settings.
export { deriveExtensionCreate } from './extension/cli-create';
export { deriveExtensionUpdate } from './extension/cli-update';
export * from './extension/cli-input';
export type * from './extension/cli-outcome';
export type {
  CliRegionalResource,
  CliResource,
  CliServiceBusSubscription,
  CliServiceBusTopic,
} from './extension/cli-resources';
export { relayNamespaceName, type ClusterNameParts } from './extension/relay-name';

// The ingress in front of azureml-fe.
export type {
  ApplicationGatewayOptions,
  GatewayConnectionDraining,
  GatewayCookieBasedAffinity,
  GatewayHealthProbe,
} from './ingress/gateway-options';
export {
  NGINX_HTTP_VERSIONS,
  NGINX_NEXT_UPSTREAM,
  type NginxBufferSize,
  type NginxHttpVersion,
  type NginxNextUpstream,
  type NginxOptions,
  type NginxSize,
} from './ingress/nginx-options';
export { resolveScoringIngress } from './ingress/resolve-scoring-ingress';
export { scoringAddress } from './ingress/scoring-address';
export * from './ingress/scoring-ingress';
export { scoringIngressIssues } from './ingress/scoring-ingress.rules';
export { scoringIngressSetIssues } from './ingress/scoring-ingress-set.rules';

// TLS secrets.
export * from './tls/cert-manager-issuer';
export { certificateHash } from './tls/certificate-hash';
export { certificateHostIssues, certificateIssues, type CertificatePair } from './tls/certificate.rules';
export * from './tls/ingress-tls-secret';
export { ingressTlsSecretIssues } from './tls/ingress-tls-secret.rules';
export { resolveIngressTlsSecret } from './tls/resolve-ingress-tls-secret';
export { resolveRouterTlsSecret } from './tls/resolve-router-tls-secret';
export type { ResolvedCertManagerTlsSource, ResolvedTlsSecretBase, ResolvedTlsSource } from './tls/resolved-tls-secret';
export * from './tls/router-tls-secret';
export { routerTlsSecretIssues } from './tls/router-tls-secret.rules';
export { tlsSecretSetIssues, type ResolvedTlsSecret } from './tls/tls-secret-set.rules';
export * from './tls/tls-source';

// Dedicated nodes.
export {
  admission,
  podTolerations,
  type Admission,
  type ExtensionSystemPod,
  type OtherPod,
  type PodClass,
  type WorkloadPod,
} from './scheduling/admission';
export { amlarcTaint } from './scheduling/amlarc-taint';
export * from './scheduling/amlarc-taints';
export { amlarcTaintIssues } from './scheduling/amlarc-taints.rules';
export { agentPoolProperties, type AgentPoolProperties } from './scheduling/agent-pool-properties';
export { resolveAksAgentPool, type AksAgentPool, type ResolvedAksAgentPool } from './scheduling/aks-agent-pool';
export { aksAgentPoolIssues } from './scheduling/aks-agent-pool.rules';
export * from './scheduling/device-plugin';
export {
  devicePluginExtensionIssues,
  devicePluginIssues,
  devicePluginSetIssues,
  gpuPoolIssues,
} from './scheduling/device-plugin.rules';
export { extensionReleaseIssues, FIRST_RELEASE_WITH_TAINTS } from './scheduling/extension-release.rules';
export * from './scheduling/extension-tolerations';
export {
  type ComputeTargetNodeIsolationSpec,
  type NodeIsolationSpec,
  type ResolvedNodeIsolation,
  type SharedNodeIsolationSpec,
  type WorkspaceNodeIsolationSpec,
} from './scheduling/node-isolation';
export { nodeIsolationIssues } from './scheduling/node-isolation.rules';
export * from './scheduling/node-pool';
export { aksNodePoolIssues, nodePoolIssues, nodePoolSetIssues } from './scheduling/node-pool.rules';
export { resolveDevicePlugin } from './scheduling/resolve-device-plugin';
export { resolveNodeIsolation } from './scheduling/resolve-node-isolation';
export { resolveNodePool } from './scheduling/resolve-node-pool';
export * from './scheduling/taint';
export { parseTaint } from './scheduling/taint-text';
export * from './scheduling/toleration';
export { tolerationIssues } from './scheduling/toleration.rules';

// Job data volumes.
export * from './storage/volume-source';
export * from './storage/job-data-volume';
export { jobDataVolumeIssues } from './storage/job-data-volume.rules';
export { jobDataVolumeSetIssues } from './storage/job-data-volume-set.rules';
export { resolveJobDataVolume } from './storage/resolve-job-data-volume';
export { resolveExistingClaim, type ExistingClaimSpec, type ResolvedExistingClaim } from './storage/existing-claim';
export * from './storage/nfs-mount-config';
export { nfsMountConfigIssues, nfsMountConfigSetIssues } from './storage/nfs-mount-config.rules';
export { resolveNfsMountConfig } from './storage/resolve-nfs-mount-config';

// Permissions on OpenShift.
export { resolveOpenShiftSccGrant } from './openshift/resolve-scc-grant';
export * from './openshift/scc-grant';
export { openShiftSccGrantIssues, openShiftSccGrantSetIssues } from './openshift/scc-grant.rules';
export * from './openshift/security-context-constraints';
export {
  PRIVILEGED_ACCOUNTS,
  PRIVILEGED_ACCOUNTS_SOURCE,
  privilegedAccounts,
  serviceAccountUser,
  type PrivilegedAccountOptions,
  type PrivilegedAccountRow,
  type ServiceAccountName,
} from './openshift/service-accounts';

// The whole description of one cluster.
export * from './platform/azureml-platform';
export { azureMLPlatformIssues, type AzureMLPlatformIssues } from './platform/azureml-platform.rules';
export type { ClusterPart, PlacedIssue, PlacedPart } from './platform/cluster-parts';
export { clusterPartIssues } from './platform/cluster-parts.rules';
export type {
  PlatformExtensionOptions,
  PlatformExtensionSpec,
  PlatformHttpsSpec,
  PlatformInferenceSpec,
  PlatformRelaySpec,
} from './platform/platform-extension';
export type { PlatformPiece, PlatformPieceSpecs } from './platform/platform-pieces';
export { platformAttachments, type AttachmentCluster } from './platform/platform-attachments';
export { parseAzureMLPlatform, serializeAzureMLPlatform } from './platform/platform-text';
export {
  PIECE_PHASES,
  resolveAzureMLPlatform,
  type ResolvedAzureMLPlatform,
} from './platform/resolve-azureml-platform';

// What the extension supports.
export * from './support/distributions';
export * from './support/extension-features';
export * from './support/extension-releases';
export * from './support/kubernetes-calendar';
export * from './support/kubernetes-window';
export * from './support/limitations';
export * from './support/log-collection';
export * from './support/regions';
export { SUPPORT_SOURCES, type SupportSource, type SupportSourceName } from './support/support-sources';
