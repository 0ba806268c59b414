import { Provider } from '@pulumi/kubernetes/provider.js';
import {
  ArcCluster,
  AzureMLExtension,
  ComputeNamespace,
  ExtensionNamespace,
  InstanceType,
  JobDataVolume,
  KubernetesCompute,
  OpenShiftSccGrant,
  RouterTlsSecret,
} from 'azureml-kubernetes/pulumi';
import { settings } from './settings';

const { clusterId, location, kubeconfig, nodeSelector, allowReplacement } = settings;
const extensionName = 'azureml';
const namespace = 'ml-jobs';

const cluster = ArcCluster.fromExisting(clusterId, { location, distribution: 'openshift', nodeCount: 6 });
const provider = new Provider('openshift', { kubeconfig, clusterIdentifier: clusterId });

// What has to be in the cluster before the extension is installed.
const jobs = new ComputeNamespace(namespace, {}, { provider });
const extensionNamespace = new ExtensionNamespace('azureml-namespace', { extensionName }, { provider });
const grant = new OpenShiftSccGrant(
  'scc',
  { extensionName, extensionNamespace, computeNamespaces: [namespace] },
  { provider, dependsOn: jobs },
);
const routerTls = new RouterTlsSecret(
  'router-tls',
  {
    extensionName,
    extensionNamespace,
    source: { kind: 'inline', certificate: settings.certificate, privateKey: settings.privateKey },
  },
  { provider },
);
const images = new JobDataVolume(
  'images',
  {
    source: { kind: 'nfs', server: settings.fileServer, path: '/share/images' },
    capacity: '1Ti',
    mountPath: '/mnt/images',
    namespace: jobs.name,
  },
  { provider },
);

// The extension, and the relay through which Azure reaches it.
const extension = new AzureMLExtension(
  extensionName,
  {
    cluster,
    enableTraining: true,
    enableInference: {
      inferenceRouterServiceType: 'NodePort',
      https: { sslCname: settings.host, sslSecret: routerTls.secretName },
    },
    nodeSelector,
    allowReplacement,
  },
  { dependsOn: [grant, images] },
);

// What needs the extension.
new InstanceType(
  'small',
  { resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' } } },
  { provider, dependsOn: extension },
);
const computes = settings.teams.map(
  ({ compute, workspaceId, principalId }) =>
    new KubernetesCompute(compute, {
      workspaceResourceId: workspaceId,
      workspaceIdentity: { kind: 'userAssigned', name: compute, principalId },
      extension,
      namespace: jobs.name,
    }),
);

export const scoringHost = settings.host;
export const extensionVersion = extension.installedVersion;
export const extensionPrincipalId = extension.principalId;
export const computeIds = computes.map(({ id }) => id);
