import { ManagedCluster } from '@pulumi/azure-native/containerservice/index.js';
import { Extension } from '@pulumi/azure-native/kubernetesconfiguration/index.js';
import * as components from 'azureml-kubernetes/pulumi';
import { CERTIFICATE, PRIVATE_KEY } from '../certificates';
import { clusterId } from './azure-answers';

const AKS_ID = clusterId('Microsoft.ContainerService/managedClusters');
const AMOUNTS = { cpu: '2', memory: '4Gi' };
const SOURCE = { kind: 'inline', certificate: CERTIFICATE, privateKey: PRIVATE_KEY };

/** A cluster that exists. */
export function cluster(): components.ClusterWithCredentials {
  return components.AksCluster.fromExisting(AKS_ID, { location: 'westeurope' });
}

/** An extension on it. */
export function extension(name = 'azureml'): components.AzureMLExtension {
  return new components.AzureMLExtension(name, { cluster: cluster(), enableTraining: true });
}

/** Resources of another package where one of this package belongs. */
export function rawResources(): { readonly cluster: object; readonly extension: object } {
  const place = { resourceGroupName: 'rg-ml' };
  return {
    cluster: new ManagedCluster('raw-cluster', place),
    extension: new Extension('raw-extension', {
      ...place,
      clusterName: 'ml',
      clusterResourceName: 'managedClusters',
      clusterRp: 'Microsoft.ContainerService',
    }),
  };
}

/** The least arguments of each component. */
export const MINIMAL = {
  AgentPool: () => ({ cluster: cluster(), vmSize: 'Standard_DS4_v2' }),
  AksCluster: () => ({ resourceGroupName: 'rg-ml', location: 'westeurope' }),
  AzureMLExtension: () => ({ cluster: cluster(), enableTraining: true }),
  AzureMLPlatform: () => ({
    cluster: cluster(),
    extension: { name: 'azureml', enableTraining: true },
    computes: [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' } }],
  }),
  ChartObjects: () => ({
    chart: { toJson: () => [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }] },
  }),
  ComputeNamespace: () => ({}),
  DevicePlugin: () => ({}),
  ExtensionNamespace: () => ({ extensionName: 'azureml' }),
  IngressTlsSecret: () => ({ source: SOURCE }),
  InstanceType: () => ({ resources: { requests: AMOUNTS, limits: AMOUNTS } }),
  JobDataVolume: () => ({
    source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
    capacity: '1Ti',
    mountPath: '/mnt/images',
  }),
  KubernetesCompute: () => ({
    extension: extension(),
    workspaceResourceId: AKS_ID.replace('ContainerService/managedClusters', 'MachineLearningServices/workspaces'),
  }),
  NfsMountConfig: () => ({
    mounts: [{ name: 'images', mountPath: '/mnt/images', server: '10.0.0.4', path: '/share/images' }],
  }),
  OpenShiftSccGrant: () => ({ extensionName: 'azureml', computeNamespaces: ['ml-jobs'] }),
  RouterTlsSecret: () => ({ extensionName: 'azureml', source: SOURCE }),
  ScoringIngress: () => ({ controller: 'nginx', http: {}, bundledNginx: 'absent' }),
} satisfies Partial<Record<keyof typeof components, () => object>>;

/** The name of a component. */
export type ComponentName = keyof typeof MINIMAL;

/** All of them. */
export const COMPONENT_NAMES = Object.keys(MINIMAL) as ComponentName[];
