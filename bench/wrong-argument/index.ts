import { AksCluster, AzureMLExtension } from 'azureml-kubernetes/pulumi';

// Mistakes that no compiler can see.
new AzureMLExtension('azureml', {
  cluster: AksCluster.fromExisting(
    '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg-ml/providers/Microsoft.ContainerService/managedClusters/ml',
  ),
  enableTraining: true,
  enableInference: {
    inferenceRouterServiceType: 'LoadBalancer',
    https: { sslCname: 'https://ml.contoso.com', certificate: 'certificate', key: 'key' },
  },
  nodeSelector: { 'a pool': 'jobs' },
});
