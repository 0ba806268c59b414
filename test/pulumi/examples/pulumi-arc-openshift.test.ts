import { PRIVATE_KEY } from '../../support/certificates';
import { AZURE_ANSWERS } from '../../support/pulumi/azure-answers';
import { runExample } from '../../support/pulumi/run-example';
import type { ProgramRun } from '../../support/pulumi/run-program';

describe('Azure Machine Learning on OpenShift with Pulumi', () => {
  let run: ProgramRun;

  beforeAll(async () => {
    const secrets = { kubeconfig: 'kubeconfig of a test', privateKey: PRIVATE_KEY };
    run = await runExample('pulumi-arc-openshift', secrets, AZURE_ANSWERS);
  });

  test('makes nothing in Azure but the relay, the extension, the compute and its roles', () => {
    const azure = run.resources.filter(({ type }) => type.startsWith('azure-native:'));
    expect(azure.map(({ name }) => name).sort()).toStrictEqual([
      'azureml-extension',
      'azureml-hybridConnection',
      'azureml-hybridConnectionAuthorizationRule',
      'azureml-relayNamespace',
      'azureml-role:quality:clusterAdmin:cluster',
      'azureml-role:quality:extensionContributor:cluster',
      'azureml-role:quality:reader:cluster',
      'azureml-role:quality:relayOwner:relay',
      'quality-compute',
    ]);
  });

  test('installs the extension after permissions, certificate and volume', () => {
    const { dependsOn, inputs } = run.named('azureml-extension');
    const secret = run.named('router-tls-resource');
    const { name } = secret.inputs['metadata'] as { readonly name: string };
    expect(run.named('azureml').dependsOn).toStrictEqual(
      expect.arrayContaining([run.named('scc-roleBinding-azureml').urn, run.named('images-claim').urn]),
    );
    expect(dependsOn).toContain(secret.urn);
    expect(inputs).toMatchObject({ configurationSettings: { sslSecret: name, openshift: 'true' } });
  });

  test('puts objects into the cluster of the kubeconfig alone', () => {
    const objects = run.resources.filter(({ type }) => type.startsWith('kubernetes:'));
    const provider = run.named('openshift').urn;
    expect(objects.filter((one) => !one.provider.startsWith(provider))).toStrictEqual([]);
    expect(objects).toHaveLength(9);
  });
});
