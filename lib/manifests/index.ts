export type { KubernetesObject, ObjectMeta } from './kubernetes-objects';

// Compute namespaces and instance types.
export * from './compute/compute-namespace';
export * from './compute/instance-type';

// The extension.
export * from './extension/namespace';
export * from './extension/volcano-scheduler';

// TLS secrets.
export type { CertificateManifest } from './tls/certificate';
export type { ExternalSecretData, ExternalSecretManifest } from './tls/external-secret';
export type { SecretManifest } from './tls/secret';
export type { SecretProviderClassManifest, SyncedSecret } from './tls/secret-provider-class';
export * from './tls/tls-secret';
export type { TlsSecretForm } from './tls/tls-secret-form';
// The ingress in front of azureml-fe.
export * from './ingress/scoring-ingress';

// Dedicated nodes.
export * from './scheduling/device-plugin';
export * from './scheduling/tolerations';

// Permissions on OpenShift.
export * from './openshift/scc-grant';
export type { RunAsAny, SecurityContextConstraintsManifest } from './openshift/security-context-constraints';

// Job data volumes.
export * from './storage/job-data-volume';
export * from './storage/nfs-mount-config';
