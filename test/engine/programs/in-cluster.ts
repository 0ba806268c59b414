import { ManagedCluster } from '@pulumi/azure-native/containerservice/managedCluster.js';
import { Extension } from '@pulumi/azure-native/kubernetesconfiguration/extension.js';
import { Compute } from '@pulumi/azure-native/machinelearningservices/compute.js';
import { Provider } from '@pulumi/kubernetes/provider.js';
import * as pulumi from '@pulumi/pulumi';
import * as azureml from 'azureml-kubernetes/pulumi';

// Every in-cluster component of the library, around an extension made of plain resources.
const config = new pulumi.Config();
const resourceGroupName = 'ml';
const location = 'westeurope';

const cluster = new ManagedCluster('cluster', { resourceGroupName, resourceName: 'c1', location });
const provider = new Provider('cluster', {
  kubeconfig: config.requireSecret('kubeconfig'),
  clusterIdentifier: cluster.id,
});
const opts = { provider };

const extensionNamespace = new azureml.ExtensionNamespace('azureml', { extensionName: 'azureml' }, opts);
const tls = new azureml.RouterTlsSecret(
  'router-tls',
  {
    extensionName: 'azureml',
    extensionNamespace,
    source: {
      kind: 'inline',
      certificate: config.require('certificate'),
      privateKey: config.requireSecret('privateKey'),
    },
  },
  opts,
);
const jobs = new azureml.ComputeNamespace('ml-jobs', { quota: { requests: { gpu: 8 } } }, opts);
const inJobs = { ...opts, dependsOn: jobs };
const images = new azureml.JobDataVolume(
  'images',
  {
    source: { kind: 'nfs', server: cluster.fqdn, path: '/share/images' },
    capacity: '1Ti',
    mountPath: '/mnt/images',
    namespace: jobs.name,
  },
  { ...inJobs, retainOnDelete: false },
);
const plugin = new azureml.DevicePlugin('nvidia', {}, opts);

const extension = new Extension(
  'azureml',
  {
    resourceGroupName,
    clusterRp: 'Microsoft.ContainerService',
    clusterResourceName: 'managedClusters',
    clusterName: cluster.name,
    extensionName: 'azureml',
    extensionType: 'microsoft.azureml.kubernetes',
    scope: { cluster: { releaseNamespace: 'azureml' } },
    configurationSettings: { enableInference: 'true', sslSecret: tls.secretName, domain: cluster.fqdn },
  },
  { dependsOn: [tls, images, plugin] },
);
const after = { ...opts, dependsOn: extension };

const resources = { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '2Gi' } };
new azureml.InstanceType('small', { resources }, after);
new azureml.ScoringIngress('scoring', { controller: 'nginx', http: {} }, after);
for (const computeName of config.requireObject<string[]>('computes')) {
  const properties = {
    computeType: 'Kubernetes' as const,
    resourceId: cluster.id,
    properties: { namespace: jobs.name },
  };
  new Compute(
    computeName,
    { resourceGroupName, workspaceName: 'w1', computeName, location, properties },
    { dependsOn: extension },
  );
}

export const secretName = tls.secretName;
