import type { Output } from '@pulumi/pulumi';
import type { Provider } from '@pulumi/kubernetes/provider.js';
import { SecretValue } from 'azureml-kubernetes';
import type {
  AgentPoolArgs,
  AksCluster,
  AksClusterArgs,
  AzureMLExtension,
  AzureMLExtensionArgs,
  AzureMLPlatformArgs,
  ClusterWithCredentials,
  ComponentOptions,
  ComputeNamespaceArgs,
  DevicePluginArgs,
  ExtensionCluster,
  IngressTlsSecretArgs,
  InstanceTypeArgs,
  JobDataVolume,
  JobDataVolumeArgs,
  KubernetesCompute,
  KubernetesComputeArgs,
  NfsMountConfigArgs,
  OpenShiftSccGrantArgs,
  RouterTlsSecretArgs,
  ScoringIngressArgs,
} from 'azureml-kubernetes/pulumi';

declare const text: Output<string>;
declare const amount: Output<number>;
declare const flag: Output<boolean>;
declare const list: Output<string[]>;
declare const cluster: ExtensionCluster;
declare const withCredentials: ClusterWithCredentials;
declare const extension: AzureMLExtension;
declare const provider: Provider;

// Texts that flow through may be Outputs, wherever they stand.
const volume = { capacity: '1Ti', mountPath: '/mnt/images' } as const;
const nfs = { kind: 'nfs', server: text, path: text } as const;

export const volumeOfOutputs: JobDataVolumeArgs = {
  ...volume,
  mountPath: text,
  source: nfs,
  namespace: text,
  labels: { team: text },
  mountOptions: ['nfsvers=4.1', text],
};

export const clusterOfOutputs: AksClusterArgs = {
  name: text,
  resourceGroupName: text,
  location: text,
  kubernetesVersion: text,
  nodePools: { jobs: { vmSize: text, minCount: 1, maxCount: 8, labels: { team: text } } },
  network: { subnetId: text },
};

const https = { sslCname: text, certificate: text, key: text } as const;

export const extensionOfOutputs: AzureMLExtensionArgs = {
  cluster,
  name: text,
  enableTraining: true,
  enableInference: { inferenceRouterServiceType: 'LoadBalancer', https },
  nodeSelector: { pool: text },
  upgrades: { kind: 'pinned', version: text },
  extraSettings: { plain: { own: text }, protected: { secret: text, other: SecretValue.of('secret') } },
};

export const computeOfOutputs: KubernetesComputeArgs = {
  extension,
  workspaceResourceId: text,
  namespace: text,
  identity: { kind: 'userAssigned', name: 'jobs', resourceId: text, principalId: text },
};

export const keyAsSecretValue: RouterTlsSecretArgs = {
  extensionName: 'azureml',
  source: { kind: 'inline', certificate: text, privateKey: SecretValue.of('key'), revision: '2026-11' },
};

export const keyAsOutput: IngressTlsSecretArgs = {
  source: { kind: 'inline', certificate: text, privateKey: text },
};

export const ingressOfOutputs: ScoringIngressArgs = { controller: 'nginx', https: { host: text, secretName: text } };

export const platformOfOutputs: AzureMLPlatformArgs = {
  cluster: withCredentials,
  extension: { name: 'azureml', enableTraining: true },
  computes: [{ name: 'jobs', workspace: { resourceGroup: text, name: 'vision' } }],
};

// What an Output gives is not known while the program runs, so that it decides about nothing.

// @ts-expect-error -- the name of a claim is part of other names
export const claimName: JobDataVolumeArgs = { ...volume, source: nfs, name: text };

// @ts-expect-error -- an amount is compared with others
export const capacity: JobDataVolumeArgs = { ...volume, source: nfs, capacity: text };

// @ts-expect-error -- the kind of a source decides which objects there are
export const kindOfSource: JobDataVolumeArgs = { ...volume, source: { ...nfs, kind: text } };

// @ts-expect-error -- the length of a list is known
export const mountOptions: JobDataVolumeArgs = { ...volume, source: nfs, mountOptions: list };

// @ts-expect-error -- access modes are a closed choice
export const accessModes: JobDataVolumeArgs = { ...volume, source: nfs, accessModes: [text] };

// @ts-expect-error -- whether a volume is read-only decides about its objects
export const readOnly: JobDataVolumeArgs = { ...volume, source: nfs, readOnly: flag };

// @ts-expect-error -- the texts of mount-config are written into a YAML text
export const mount: NfsMountConfigArgs = { mounts: [{ name: 'a', mountPath: '/mnt/a', server: text, path: '/a' }] };

// @ts-expect-error -- numbers of nodes are compared
export const nodes: AgentPoolArgs = { cluster: withCredentials, vmSize: 'Standard_DS4_v2', minCount: amount };

// @ts-expect-error -- the name of a pool is part of other names
export const poolName: AgentPoolArgs = { cluster: withCredentials, vmSize: 'Standard_DS4_v2', name: text };

export const memory: AgentPoolArgs = {
  cluster: withCredentials,
  vmSize: 'Standard_DS4_v2',
  // @ts-expect-error -- an amount is compared with others
  allocatable: { cpu: '4', memory: text },
};

const azure = { resourceGroupName: 'rg-ml', location: 'westeurope' };

// @ts-expect-error -- how many pools there are is known
export const pools: AksClusterArgs = { ...azure, nodePools: [text] };

// @ts-expect-error -- the cluster names its pools by their keys
export const namedTwice: AksClusterArgs = { ...azure, nodePools: { jobs: { name: 'jobs', vmSize: 'a' } } };

// @ts-expect-error -- a cluster has a resource group
export const withoutGroup: AksClusterArgs = { location: 'westeurope' };

// @ts-expect-error -- whether training is enabled decides about settings
export const training: AzureMLExtensionArgs = { cluster, enableTraining: flag };

// @ts-expect-error -- an extension is on a cluster
export const withoutCluster: AzureMLExtensionArgs = { enableTraining: true };

// @ts-expect-error -- a cluster is an object that knows its kind, not an id
export const clusterById: AzureMLExtensionArgs = { cluster: text, enableTraining: true };

export const trainAndVersion: AzureMLExtensionArgs = {
  cluster,
  enableTraining: true,
  // @ts-expect-error -- a train means automatic upgrades, a version means none
  upgrades: { kind: 'auto', releaseTrain: 'stable', version: '1.1.88' },
};

export const trainOfOutput: AzureMLExtensionArgs = {
  cluster,
  enableTraining: true,
  // @ts-expect-error -- a train is known, as it is compared
  upgrades: { kind: 'auto', releaseTrain: text },
};

export const choice: AzureMLExtensionArgs = {
  cluster,
  // @ts-expect-error -- how endpoints are reached decides about settings
  enableInference: { inferenceRouterServiceType: text, allowInsecureConnections: true },
};

export const nodePortInternal: AzureMLExtensionArgs = {
  cluster,
  // @ts-expect-error -- there is no internal load balancer on a NodePort
  enableInference: { inferenceRouterServiceType: 'NodePort', internalLoadBalancerProvider: 'azure', https },
};

// @ts-expect-error -- whether it may be replaced is known
export const replacement: AzureMLExtensionArgs = { cluster, enableTraining: true, allowReplacement: flag };

// @ts-expect-error -- roles and names are made of the name of a compute
export const computeName: KubernetesComputeArgs = { extension, workspaceResourceId: text, name: text };

// @ts-expect-error -- a compute comes after an extension
export const detached: KubernetesComputeArgs = { workspaceResourceId: text };

export const identityName: KubernetesComputeArgs = {
  extension,
  workspaceResourceId: text,
  // @ts-expect-error -- role assignments are named by their identities
  identity: { kind: 'userAssigned', name: text, resourceId: text, principalId: text },
};

export const cpu: InstanceTypeArgs = {
  // @ts-expect-error -- an amount is compared with others
  resources: { requests: { cpu: text, memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi' } },
};

const amounts = { cpu: '1', memory: '4Gi' };

export const nodeSelector: InstanceTypeArgs = {
  resources: { requests: amounts, limits: amounts },
  // @ts-expect-error -- the names of node labels are known
  nodeSelector: text,
};

export const revision: RouterTlsSecretArgs = {
  extensionName: 'azureml',
  // @ts-expect-error -- a revision is part of the name of the Secret
  source: { kind: 'inline', certificate: text, privateKey: text, revision: text },
};

export const routerFromCertManager: RouterTlsSecretArgs = {
  extensionName: 'azureml',
  // @ts-expect-error -- azureml-fe cannot read what cert-manager writes
  source: { kind: 'certManager', issuer: { kind: 'Issuer', name: 'ca' }, dnsNames: ['ml.contoso.com'] },
};

// @ts-expect-error -- an ingress speaks HTTP or HTTPS
export const bothSchemes: ScoringIngressArgs = {
  controller: 'nginx',
  http: {},
  https: { host: text, secretName: 'a' },
};

// @ts-expect-error -- every namespace has a binding of its own
export const namespaces: OpenShiftSccGrantArgs = { extensionName: 'azureml', computeNamespaces: [text] };

// @ts-expect-error -- the namespace of pods decides about bindings
export const grantedExtension: OpenShiftSccGrantArgs = { extensionName: text, computeNamespaces: ['ml-jobs'] };

// @ts-expect-error -- levels are a closed choice
export const level: ComputeNamespaceArgs = { podSecurity: { enforce: text } };

// @ts-expect-error -- the kind of a toleration decides about its shape
export const toleration: DevicePluginArgs = { tolerations: [{ operator: text }] };

export const platformCompute: AzureMLPlatformArgs = {
  cluster,
  extension: { name: 'azureml', enableTraining: true },
  // @ts-expect-error -- components are named by their computes
  computes: [{ name: text, workspace: { resourceGroup: text, name: 'vision' } }],
};

// Options belong to the children that there are.
export const options: ComponentOptions<'claim' | 'persistentVolume'> = {
  provider,
  children: { claim: { import: 'ml-jobs/images' } },
};

export const unknownRole: ConstructorParameters<typeof JobDataVolume>[2] = {
  // @ts-expect-error -- a volume has no such child
  children: { pod: { import: 'x' } },
};

export const movedChild: ConstructorParameters<typeof JobDataVolume>[2] = {
  // @ts-expect-error -- children stay below their component
  children: { claim: { parent: provider } },
};

export const role: ConstructorParameters<typeof KubernetesCompute>[2] = {
  children: { compute: { import: 'x' }, 'role:relay': { import: 'y' } },
};

export const pool: ConstructorParameters<typeof AksCluster>[2] = {
  // @ts-expect-error -- pools are components of their own
  children: { agentPool: { import: 'x' } },
};
