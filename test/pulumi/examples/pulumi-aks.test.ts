import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificates';
import { AZURE_ANSWERS } from '../../support/pulumi/azure-answers';
import { runExample } from '../../support/pulumi/run-example';
import type { ProgramRun } from '../../support/pulumi/run-program';

describe('Azure Machine Learning on AKS with Pulumi', () => {
  let run: ProgramRun;

  beforeAll(async () => {
    run = await runExample('pulumi-aks', { privateKey: PRIVATE_KEY }, AZURE_ANSWERS);
  });

  const namesOf = (type: string) => run.resources.filter((one) => one.type === type).map(({ name }) => name);

  test('makes the cluster and its pools, and lets nobody delete the cluster', () => {
    expect(run.named('ml-managedCluster')).toMatchObject({ protect: true, inputs: { resourceName: 'ml' } });
    expect(namesOf('azure-native:containerservice:AgentPool')).toStrictEqual(['ml-jobs-agentPool', 'ml-gpu-agentPool']);
  });

  test('installs the extension after the nodes, with what follows from them', () => {
    const extension = run.named('azureml-extension-extension');
    expect(extension.dependsOn).toContain(run.named('ml-jobs-agentPool').urn);
    expect(extension.inputs).toMatchObject({
      configurationSettings: {
        enableTraining: 'True',
        inferenceRouterServiceType: 'ClusterIP',
        'workLoadToleration[0].key': 'kubernetes.azure.com/scalesetpriority',
      },
    });
  });

  test('gives each team a compute with a namespace and a volume of its own', () => {
    expect(namesOf('azure-native:machinelearningservices:Compute')).toStrictEqual([
      'azureml-compute-vision.vision-jobs-compute',
      'azureml-compute-fraud.fraud-jobs-compute',
    ]);
    expect(namesOf('kubernetes:core/v1:PersistentVolumeClaim')).toHaveLength(2);
  });

  test('ends TLS at the ingress, with the certificate of the configuration', () => {
    expect(run.named('azureml-ingress-azureml-fe-resource').inputs).toMatchObject({
      spec: { ingressClassName: 'traefik', tls: [{ hosts: ['ml.contoso.com'], secretName: 'scoring-tls' }] },
    });
    expect(run.named('scoring-tls-resource').inputs).toMatchObject({
      metadata: { name: 'scoring-tls', namespace: 'azureml' },
      data: { secret: { 'tls.crt': Buffer.from(CERTIFICATE).toString('base64') } },
    });
  });
});
