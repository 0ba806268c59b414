// The resources of examples/pulumi-aks, one by one and by root imports, as a program without this package has them. The
// settings of the example are copied beside it.
import * as azure from '@pulumi/azure-native';
import * as kubernetes from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { settings } from './settings';

const { resourceGroup, location, clusterName, host, ingressClassName, teams, nodeSelector, allowReplacement } =
  settings;

const cluster = new azure.containerservice.ManagedCluster(
  'ml',
  {
    resourceGroupName: resourceGroup,
    resourceName: clusterName,
    location,
    dnsPrefix: clusterName,
    enableRBAC: true,
    identity: { type: 'SystemAssigned' },
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true } },
    storageProfile: { blobCSIDriver: { enabled: true } },
    agentPoolProfiles: [
      {
        name: 'system',
        mode: 'System',
        type: 'VirtualMachineScaleSets',
        osType: 'Linux',
        vmSize: 'Standard_DS3_v2',
        count: 3,
      },
    ],
  },
  { protect: !allowReplacement },
);

const pool = {
  resourceGroupName: resourceGroup,
  resourceName: cluster.name,
  mode: 'User',
  type: 'VirtualMachineScaleSets',
  osType: 'Linux',
  enableAutoScaling: true,
  count: 1,
  minCount: 1,
};
const pools = [
  new azure.containerservice.AgentPool(
    'jobs',
    {
      ...pool,
      agentPoolName: 'jobs',
      vmSize: 'Standard_DS4_v2',
      maxCount: 8,
      nodeLabels: { 'ml.azure.com/amlarc': 'true', 'ml.azure.com/amlarc-workload': 'true' },
      nodeTaints: ['ml.azure.com/amlarc=true:NoSchedule', 'ml.azure.com/amlarc-workload=true:NoSchedule'],
    },
    { ignoreChanges: ['count'] },
  ),
  new azure.containerservice.AgentPool(
    'gpu',
    {
      ...pool,
      agentPoolName: 'gpu',
      vmSize: 'Standard_NC24ads_A100_v4',
      maxCount: 2,
      scaleSetPriority: 'Spot',
      scaleSetEvictionPolicy: 'Delete',
      spotMaxPrice: -1,
      nodeLabels: { accelerator: 'nvidia', 'kubernetes.azure.com/scalesetpriority': 'spot' },
      nodeTaints: ['kubernetes.azure.com/scalesetpriority=spot:NoSchedule'],
    },
    { ignoreChanges: ['count'] },
  ),
];

const credentials = azure.containerservice.listManagedClusterUserCredentialsOutput({
  resourceGroupName: resourceGroup,
  resourceName: cluster.name,
});
export const kubeconfig = pulumi.secret(
  credentials.kubeconfigs.apply(([first]) => Buffer.from(first?.value ?? '', 'base64').toString('utf8')),
);
const provider = new kubernetes.Provider('ml', {
  kubeconfig,
  clusterIdentifier: cluster.id,
  enableConfigMapMutable: true,
  enableSecretMutable: true,
});

const extension = new azure.kubernetesconfiguration.Extension(
  'azureml',
  {
    resourceGroupName: resourceGroup,
    clusterRp: 'Microsoft.ContainerService',
    clusterResourceName: 'managedClusters',
    clusterName: cluster.name,
    extensionName: 'azureml',
    extensionType: 'microsoft.azureml.kubernetes',
    releaseTrain: 'stable',
    autoUpgradeMinorVersion: true,
    scope: { cluster: { releaseNamespace: 'azureml' } },
    configurationSettings: {
      enableTraining: 'True',
      enableInference: 'True',
      inferenceRouterServiceType: 'ClusterIP',
      allowInsecureConnections: 'True',
      clusterId: cluster.id,
      cluster_name: cluster.id,
      cluster_name_friendly: cluster.name,
      domain: `${location}.cloudapp.azure.com`,
      jobSchedulerLocation: location,
      location,
      'nginxIngress.enabled': 'true',
      'prometheus.prometheusSpec.externalLabels.cluster_name': cluster.id,
      'relayserver.enabled': 'false',
      'servicebus.enabled': 'false',
      'workLoadToleration[0].key': 'kubernetes.azure.com/scalesetpriority',
      'workLoadToleration[0].operator': 'Equal',
      'workLoadToleration[0].value': 'spot',
      'workLoadToleration[0].effect': 'NoSchedule',
      ...Object.fromEntries(
        Object.entries(nodeSelector).map(([key, value]) => [`nodeSelector.${key.replace(/\./g, '\\.')}`, value]),
      ),
    },
  },
  {
    dependsOn: pools,
    deletedWith: cluster,
    protect: !allowReplacement,
    replaceOnChanges: ['extensionType', 'scope', 'plan', 'identity.type'],
    additionalSecretOutputs: ['configurationProtectedSettings'],
  },
);

const access = { accessModes: ['ReadWriteMany'], storageClassName: '' };
const computes = teams.map(({ compute, workspace }) => {
  const namespace = new kubernetes.core.v1.Namespace(
    compute,
    {
      metadata: {
        name: `ml-${compute}`,
        labels: { 'pod-security.kubernetes.io/audit': 'baseline', 'pod-security.kubernetes.io/warn': 'baseline' },
      },
    },
    { provider },
  ).metadata.name;
  const volume = new kubernetes.core.v1.PersistentVolume(
    `${compute}-images`,
    {
      metadata: { name: `ml-${compute}-images` },
      spec: {
        ...access,
        capacity: { storage: '1Ti' },
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'images', namespace },
        csi: {
          driver: 'blob.csi.azure.com',
          readOnly: false,
          volumeHandle: `${settings.storageAccount}_${settings.container}_ml-${compute}-images`,
          volumeAttributes: {
            protocol: 'nfs',
            resourceGroup,
            storageAccount: settings.storageAccount,
            containerName: settings.container,
          },
        },
        mountOptions: ['nconnect=4'],
        persistentVolumeReclaimPolicy: 'Retain',
      },
    },
    { provider, retainOnDelete: true },
  );
  const claim = new kubernetes.core.v1.PersistentVolumeClaim(
    `${compute}-images`,
    {
      metadata: {
        name: 'images',
        namespace,
        labels: { 'ml.azure.com/pvc': 'true' },
        annotations: { 'ml.azure.com/mountpath': '/mnt/images' },
      },
      spec: { ...access, resources: { requests: { storage: '1Ti' } }, volumeName: volume.metadata.name },
    },
    { provider, retainOnDelete: true },
  );
  return new azure.machinelearningservices.Compute(
    compute,
    {
      resourceGroupName: resourceGroup,
      workspaceName: workspace,
      computeName: compute,
      properties: {
        computeType: 'Kubernetes',
        computeLocation: location,
        resourceId: cluster.id,
        properties: { namespace },
      },
    },
    {
      dependsOn: [extension, claim],
      deleteBeforeReplace: true,
      replaceOnChanges: ['properties', 'identity', 'location'],
      additionalSecretOutputs: ['properties'],
      ignoreChanges: ['instanceTypes', 'relayConnectionString', 'serviceBusConnectionString', 'vcName'].map(
        (name) => `properties.properties.${name}`,
      ),
    },
  );
});

const instanceTypes = {
  defaultinstancetype: {
    resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi' } },
  },
  'gpu-one': {
    nodeSelector: { accelerator: 'nvidia' },
    resources: {
      requests: { cpu: '8', memory: '64Gi' },
      limits: { cpu: '16', memory: '64Gi', 'nvidia.com/gpu': 1 },
    },
  },
};
for (const [name, spec] of Object.entries(instanceTypes)) {
  new kubernetes.apiextensions.CustomResource(
    name,
    { apiVersion: 'amlarc.azureml.com/v1alpha1', kind: 'InstanceType', metadata: { name }, spec },
    { provider, dependsOn: extension },
  );
}

new kubernetes.core.v1.Secret(
  'scoring-tls',
  {
    metadata: { name: 'scoring-tls', namespace: 'azureml' },
    type: 'kubernetes.io/tls',
    data: pulumi.secret(settings.privateKey).apply((key) => ({
      'tls.crt': Buffer.from(settings.certificate).toString('base64'),
      'tls.key': Buffer.from(key).toString('base64'),
    })),
  },
  { provider, dependsOn: extension },
);

new kubernetes.networking.v1.Ingress(
  'azureml-fe',
  {
    metadata: { name: 'azureml-fe', namespace: 'azureml' },
    spec: {
      ingressClassName,
      tls: [{ hosts: [host], secretName: 'scoring-tls' }],
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'azureml-fe', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  },
  { provider, dependsOn: extension },
);

export const scoringUrl = `https://${host}/`;
export const extensionVersion = extension.currentVersion;
export const computeIds = computes.map(({ id }) => id);
