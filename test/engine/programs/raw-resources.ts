import { AgentPool } from '@pulumi/azure-native/containerservice/agentPool.js';
import { listManagedClusterUserCredentialsOutput } from '@pulumi/azure-native/containerservice/listManagedClusterUserCredentials.js';
import { ManagedCluster } from '@pulumi/azure-native/containerservice/managedCluster.js';
import { RoleAssignment } from '@pulumi/azure-native/authorization/roleAssignment.js';
import { Extension } from '@pulumi/azure-native/kubernetesconfiguration/extension.js';
import { Compute } from '@pulumi/azure-native/machinelearningservices/compute.js';
import { CustomResource } from '@pulumi/kubernetes/apiextensions/customResource.js';
import { Namespace } from '@pulumi/kubernetes/core/v1/namespace.js';
import { Secret } from '@pulumi/kubernetes/core/v1/secret.js';
import { Provider } from '@pulumi/kubernetes/provider.js';
import * as pulumi from '@pulumi/pulumi';

// The resources that the library's components are made of, without the library: what the stand-ins do is tested on them.
const config = new pulumi.Config();
const resourceGroupName = 'ml';

const cluster = new ManagedCluster(
  'cluster',
  {
    resourceGroupName,
    resourceName: 'c1',
    location: config.require('location'),
    identity: { type: 'SystemAssigned' },
    oidcIssuerProfile: { enabled: true },
  },
  { ignoreChanges: ['agentPoolProfiles'] },
);

const pool = new AgentPool('jobs', {
  resourceGroupName,
  resourceName: cluster.name,
  count: 1,
  vmSize: 'Standard_DS4_v2',
});

const credentials = listManagedClusterUserCredentialsOutput({ resourceGroupName, resourceName: cluster.name });
const kubeconfig = pulumi.secret(
  credentials.apply(({ kubeconfigs }) => Buffer.from(kubeconfigs[0]?.value ?? '', 'base64').toString('utf8')),
);
const provider = new Provider('cluster', {
  kubeconfig,
  clusterIdentifier: cluster.id,
  enableSecretMutable: config.getBoolean('secretsAreMutable') ?? false,
});

const namespace = new Namespace(
  'azureml',
  {
    metadata: {
      name: 'azureml',
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: { 'meta.helm.sh/release-name': 'azureml', 'meta.helm.sh/release-namespace': 'azureml' },
    },
  },
  { provider },
);

const secret = new Secret(
  'tls',
  {
    metadata: { name: 'tls', namespace: namespace.metadata.name },
    stringData: { 'cert.pem': 'CERTIFICATE-OF-THE-TEST', 'key.pem': config.requireSecret('key') },
  },
  { provider, deletedWith: cluster },
);

const extension = new Extension(
  'azureml',
  {
    resourceGroupName,
    clusterRp: 'Microsoft.ContainerService',
    clusterResourceName: 'managedClusters',
    clusterName: cluster.name,
    extensionName: 'azureml',
    extensionType: 'microsoft.azureml.kubernetes',
    scope: { cluster: { releaseNamespace: config.get('releaseNamespace') ?? 'azureml' } },
    configurationSettings: {
      enableTraining: 'true',
      domain: cluster.fqdn,
      ...(config.get('sslCname') !== undefined && { sslCname: config.require('sslCname') }),
    },
    configurationProtectedSettings: { 'scoringFe.sslKey': config.requireSecret('key') },
  },
  { dependsOn: [namespace, secret, pool], replaceOnChanges: ['scope'], deletedWith: cluster },
);

const role = new RoleAssignment('reader', {
  scope: cluster.id,
  principalId: extension.aksAssignedIdentity.apply((identity) => identity?.principalId ?? 'none'),
  principalType: 'ServicePrincipal',
  roleDefinitionId: '/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7',
});

new Compute(
  'compute',
  {
    resourceGroupName,
    workspaceName: 'w1',
    computeName: 'jobs',
    location: 'westeurope',
    properties: { computeType: 'Kubernetes', resourceId: cluster.id, properties: { namespace: 'default' } },
  },
  { dependsOn: [extension, role] },
);

new CustomResource(
  'small',
  {
    apiVersion: 'amlarc.azureml.com/v1alpha1',
    kind: 'InstanceType',
    metadata: { name: 'small' },
    spec: { resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } } },
  },
  { provider, dependsOn: extension },
);

export const principalId = role.principalId;
