import {
  AksCluster,
  AzureMLExtension,
  AzureMLPlatform,
  IngressTlsSecret,
  NfsMountConfig,
  ScoringIngress,
} from 'azureml-kubernetes/pulumi';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificates';
import { AZURE_ANSWERS, AZURE_PREVIEW, clusterId } from '../../support/pulumi/azure-answers';
import { clusterProvider, runProgram } from '../../support/pulumi/run-program';

const AKS_ID = clusterId('Microsoft.ContainerService/managedClusters');
const source = { kind: 'inline', certificate: CERTIFICATE, privateKey: PRIVATE_KEY } as const;
const mounts = [{ name: 'images', mountPath: '/mnt/images', server: '10.0.0.4', path: '/share/images' }];
const https = { host: 'ml.contoso.com', secretName: 'tls' };

describe('an object in the namespace of the extension', () => {
  test('goes with the extension that it depends on, and shows its values in a preview all the same', async () => {
    const run = await runProgram(
      () => {
        const cluster = AksCluster.fromExisting(AKS_ID, { location: 'westeurope' });
        const provider = clusterProvider();
        const extension = new AzureMLExtension('azureml', { cluster, enableTraining: true });
        new IngressTlsSecret('tls', { source }, { provider, dependsOn: extension });
        new NfsMountConfig('mounts', { mounts }, { provider, dependsOn: [extension.extension] });
        new ScoringIngress('scoring', { controller: 'applicationGateway', https }, { provider, dependsOn: extension });
        new IngressTlsSecret('alone', { source }, { provider });
      },
      { ...AZURE_PREVIEW, preview: true },
    );
    const { urn } = run.named('azureml-extension');
    const dependencyOf = (name: string) => run.named(name).propertyDependencies['metadata'];
    expect(['tls-resource', 'mounts-resource', 'scoring-resource'].map(dependencyOf)).toStrictEqual([
      [urn],
      [urn],
      [urn],
    ]);
    expect(dependencyOf('alone-resource')).toStrictEqual([]);
    expect(run.named('tls-resource').inputs['metadata']).toMatchObject({ name: 'tls', namespace: 'azureml' });
  });

  test('goes with that of a platform', async () => {
    const run = await runProgram(() => {
      const cluster = AksCluster.fromExisting(AKS_ID, { location: 'westeurope' });
      const router = { inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: true } as const;
      const extension = { name: 'azureml', enableInference: router } as const;
      const computes = [{ name: 'jobs', workspace: { resourceGroup: 'ml', name: 'vision' }, namespace: 'ml-jobs' }];
      const platform = new AzureMLPlatform('ml', { cluster, extension, computes, nfsMounts: { mounts } });
      const provider = clusterProvider();
      new ScoringIngress('scoring', { controller: 'applicationGateway', https }, { provider, dependsOn: platform });
    }, AZURE_ANSWERS);
    const { urn } = run.named('ml-extension-extension');
    expect(run.named('ml-nfs-mounts-resource').propertyDependencies['metadata']).toStrictEqual([urn]);
    expect(run.named('scoring-resource').propertyDependencies['metadata']).toStrictEqual([urn]);
  });
});
