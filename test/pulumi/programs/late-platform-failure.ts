import * as pulumi from '@pulumi/pulumi';
import { AksCluster, AzureMLPlatform } from 'azureml-kubernetes/pulumi';
import { clusterId } from '../../support/pulumi/azure-answers';

const cluster = AksCluster.fromExisting(clusterId('Microsoft.ContainerService/managedClusters'), {
  location: 'westeurope',
});
const nfs = { source: { kind: 'nfs', server: '10.0.0.4', path: '/share' }, capacity: '1Ti' } as const;
const volumes = {
  images: { ...nfs, mountPath: '/mnt/images' },
  copies: { ...nfs, mountPath: pulumi.output('/mnt').apply((path) => `${path}/images`) },
  logs: { ...nfs, mountPath: pulumi.output('mnt/logs') },
};
const amounts = { cpu: '1', memory: '2Gi' };
new AzureMLPlatform('ml', {
  cluster,
  extension: { name: 'azureml', enableTraining: true },
  computes: [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' }, namespace: 'ml-jobs', volumes }],
  instanceTypes: { small: { resources: { requests: amounts, limits: amounts } } },
});
