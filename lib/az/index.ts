// Scripts.
export { downScript } from './script/down-script';
export { MINIMUM_VERSIONS, MINIMUM_VERSIONS_SOURCE } from './script/prelude';
export type { ManifestFiles, ScriptSpec } from './script/script-plan';
export { shellVariable } from './script/shell';
export { upScript } from './script/up-script';

// Resource providers.
export * from './azure/providers';

// The extension.
export * from './extension/k8s-extension';

// Attachments.
export * from './compute/ml-compute';
export * from './compute/role-assignment';

// Dedicated nodes.
export * from './scheduling/aks-nodepool';
export * from './scheduling/kubectl-taint';

// Permissions on OpenShift.
export * from './openshift/scc-grant';
