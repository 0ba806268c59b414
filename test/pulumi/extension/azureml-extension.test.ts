import * as pulumi from '@pulumi/pulumi';
import { AksCluster, ArcCluster, AzureMLExtension } from 'azureml-kubernetes/pulumi';
import { beforeUpdate } from '../../../lib/pulumi/extension/replacement';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificates';
import { errorMessage } from '../../support/error-message';
import { AZURE_ANSWERS, AZURE_PREVIEW, clusterId } from '../../support/pulumi/azure-answers';
import { runProgram } from '../../support/pulumi/run-program';
import { unknownOutput } from '../../support/pulumi/unknown-output';

const AKS_ID = clusterId('Microsoft.ContainerService/managedClusters');
const ARC_ID = clusterId('Microsoft.Kubernetes/connectedClusters');

function aks() {
  return AksCluster.fromExisting(AKS_ID, { location: 'westeurope', nodeCount: 3 });
}

function https(certificate: pulumi.Input<string>, key: pulumi.Input<string>) {
  const secured = { sslCname: 'ml.contoso.com', certificate, key };
  return { enableInference: { inferenceRouterServiceType: 'LoadBalancer', https: secured } } as const;
}

describe('AzureMLExtension', () => {
  test('sends the settings that the Azure CLI would, to a cluster of AKS', async () => {
    const run = await runProgram(() => {
      new AzureMLExtension('azureml', { cluster: aks(), enableTraining: true });
    }, AZURE_ANSWERS);
    const extension = run.named('azureml-extension');
    expect(extension).toMatchObject({
      type: 'azure-native:kubernetesconfiguration:Extension',
      parent: run.named('azureml').urn,
      protect: true,
      replaceOnChanges: ['extensionType', 'scope', 'plan', 'identity.type'],
      // Azure refuses a second one of the same name.
      deleteBeforeReplace: true,
      additionalSecretOutputs: ['configurationProtectedSettings'],
      deletedWith: '',
    });
    expect(extension.inputs).toMatchObject({
      clusterRp: 'Microsoft.ContainerService',
      clusterResourceName: 'managedClusters',
      clusterName: 'ml',
      resourceGroupName: 'rg-ml',
      extensionName: 'azureml',
      extensionType: 'microsoft.azureml.kubernetes',
      scope: { cluster: { releaseNamespace: 'azureml' } },
      autoUpgradeMinorVersion: true,
      releaseTrain: 'stable',
      configurationSettings: {
        enableTraining: 'True',
        cluster_name: AKS_ID,
        location: 'westeurope',
        domain: 'westeurope.cloudapp.azure.com',
      },
    });
    expect(extension.inputs).not.toHaveProperty('identity');
    expect(run.named('azureml').outputs).toMatchObject({
      name: 'azureml',
      principalId: 'principal-of-aks',
      installedVersion: '1.1.88',
    });
  });

  test('brings the relay along on a cluster behind Azure Arc, with its connection string as a secret', async () => {
    const run = await runProgram(() => {
      const cluster = ArcCluster.fromExisting(ARC_ID, { location: 'northeurope', distribution: 'openshift' });
      new AzureMLExtension('azureml', { cluster, enableTraining: true });
    }, AZURE_ANSWERS);
    const extension = run.named('azureml-extension');
    expect(extension.inputs).toMatchObject({
      clusterRp: 'Microsoft.Kubernetes',
      identity: { type: 'SystemAssigned' },
      configurationSettings: { openshift: 'true', 'relayserver.hybridConnectionName': 'ml' },
      configurationProtectedSettings: { relayServerConnectionString: { secret: 'the connection string' } },
    });
    const names = run.resources.filter(({ parent }) => parent === run.named('azureml').urn).map(({ name }) => name);
    expect(names.sort()).toStrictEqual([
      'azureml-extension',
      'azureml-hybridConnection',
      'azureml-hybridConnectionAuthorizationRule',
      'azureml-relayNamespace',
    ]);
    expect(run.named('azureml').outputs).toMatchObject({ principalId: 'principal-of-arc' });
  });

  test.each([
    ['a hybrid connection', '/hybridConnections/edge', { hybridConnectionName: 'edge' }],
    ['a namespace', '', {}],
  ])('reads the connection string of a relay that exists by the id of %s', async (_title, end, more) => {
    const relayId = `/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg-net/providers/Microsoft.Relay/namespaces/own`;
    const run = await runProgram(() => {
      const cluster = ArcCluster.fromExisting(ARC_ID, { location: 'northeurope' });
      const relay = { kind: 'existing', hybridConnectionResourceId: pulumi.output(`${relayId}${end}`) } as const;
      new AzureMLExtension('azureml', { cluster, enableTraining: true, relay });
    }, AZURE_ANSWERS);
    expect(run.engine.invokes.map(({ args }) => args)).toStrictEqual([
      { resourceGroupName: 'rg-net', namespaceName: 'own', authorizationRuleName: 'azureml_rw', ...more },
    ]);
    expect(run.named('azureml-extension').inputs).toMatchObject({
      configurationSettings: { 'relayserver.hybridConnectionResourceID': `${relayId}${end}` },
      configurationProtectedSettings: { relayServerConnectionString: { secret: 'the connection string' } },
    });
    expect(run.resources.filter(({ type }) => type.includes(':relay:'))).toStrictEqual([]);
  });

  test('asks nobody for a connection string that is given', async () => {
    const run = await runProgram(() => {
      const cluster = ArcCluster.fromExisting(ARC_ID, { location: 'northeurope' });
      const relay = {
        kind: 'existing',
        hybridConnectionResourceId: AKS_ID.replace('ContainerService/managedClusters', 'Relay/namespaces'),
        connectionString: 'Endpoint=sb://own',
      } as const;
      new AzureMLExtension('azureml', { cluster, enableTraining: true, relay });
    }, AZURE_ANSWERS);
    expect(run.engine.invokes).toStrictEqual([]);
    expect(run.named('azureml-extension').inputs).toMatchObject({
      configurationProtectedSettings: { relayServerConnectionString: { secret: 'Endpoint=sb://own' } },
    });
  });

  test('brings a workspace of Log Analytics along where the logs go there', async () => {
    const run = await runProgram(() => {
      const cluster = ArcCluster.fromExisting(ARC_ID, { location: 'NorthEurope' });
      const extraSettings = { plain: { logAnalyticsWS: 'true' } };
      new AzureMLExtension('azureml', { cluster, enableTraining: true, relay: { kind: 'none' }, extraSettings });
    }, AZURE_ANSWERS);
    expect(run.named('azureml-logAnalyticsWorkspace').inputs).toStrictEqual({
      resourceGroupName: 'rg-ml',
      workspaceName: 'ml00000000111122223333444444444444rgml',
      location: 'northeurope',
      sku: { name: 'PerGB2018' },
      tags: { created_by: 'Azure Arc-enabled ML' },
    });
    expect(run.named('azureml-extension').inputs).toMatchObject({
      configurationSettings: { 'azure_log_analytics.customer_id': 'the customer' },
      configurationProtectedSettings: { 'azure_log_analytics.connection_string': { secret: 'the shared key' } },
    });
  });

  test('shows in a preview every setting that is known, whatever is not', async () => {
    const run = await runProgram(
      () => {
        const cluster = new AksCluster('ml', { resourceGroupName: 'rg-ml', location: 'westeurope' });
        new AzureMLExtension('azureml', { cluster, ...https(unknownOutput(), pulumi.secret(PRIVATE_KEY)) });
      },
      { ...AZURE_PREVIEW, preview: true },
    );
    const extension = run.named('azureml-extension');
    expect(extension.deletedWith).toBe(run.named('ml-managedCluster').urn);
    expect(extension.inputs).toMatchObject({
      clusterName: '<unknown>',
      resourceGroupName: 'rg-ml',
      configurationSettings: {
        cluster_name: '<unknown>',
        enableInference: 'True',
        sslCname: 'ml.contoso.com',
        inferenceRouterServiceType: 'LoadBalancer',
      },
      configurationProtectedSettings: {
        'scoringFe.sslCert': '<unknown>',
        'scoringFe.sslKey': { secret: Buffer.from(PRIVATE_KEY).toString('base64') },
      },
    });
  });

  test('comes after the nodes of a cluster that the program makes', async () => {
    const run = await runProgram(() => {
      const nodePools = { jobs: { vmSize: 'Standard_DS4_v2' } };
      const cluster = new AksCluster('ml', { resourceGroupName: 'rg-ml', location: 'westeurope', nodePools });
      new AzureMLExtension('azureml', { cluster, enableTraining: true });
    }, AZURE_ANSWERS);
    expect(run.named('azureml-extension').dependsOn).toStrictEqual(
      expect.arrayContaining([run.named('ml-managedCluster').urn, run.named('ml-jobs-agentPool').urn]),
    );
  });

  test('keeps certificate and key out of everything that is not a secret', async () => {
    const run = await runProgram(() => {
      new AzureMLExtension('azureml', { cluster: aks(), ...https(CERTIFICATE, PRIVATE_KEY) });
    }, AZURE_ANSWERS);
    const { configurationProtectedSettings, configurationSettings } = run.named('azureml-extension').inputs;
    const secret = Object.values(configurationProtectedSettings as object).map((value: object) => 'secret' in value);
    expect(secret).toStrictEqual([true, true]);
    expect(JSON.stringify(configurationSettings)).not.toContain(
      Buffer.from(PRIVATE_KEY).toString('base64').slice(0, 40),
    );
    expect(run.named('azureml').inputs).toMatchObject({
      enableInference: { https: { key: { secret: PRIVATE_KEY }, certificate: { secret: CERTIFICATE } } },
    });
  });

  test('may be replaced when that is said, pinned to a version, and imported', async () => {
    const run = await runProgram(() => {
      const upgrades = { kind: 'pinned', version: '1.1.88' } as const;
      const opts = { children: { extension: { import: 'the id' } } };
      new AzureMLExtension('azureml', { cluster: aks(), enableTraining: true, allowReplacement: true, upgrades }, opts);
    }, AZURE_ANSWERS);
    expect(run.named('azureml-extension')).toMatchObject({
      protect: false,
      importId: 'the id',
      inputs: { version: '1.1.88', autoUpgradeMinorVersion: false },
    });
  });

  test('is replaced for any other set of node selector labels while that is allowed, not for other values', async () => {
    const of = async (nodeSelector: Readonly<Record<string, string>>, allowReplacement: boolean) => {
      const run = await runProgram(() => {
        new AzureMLExtension('azureml', { cluster: aks(), enableTraining: true, nodeSelector, allowReplacement });
      }, AZURE_ANSWERS);
      return run.named('azureml-extension');
    };
    const one = await of({ pool: 'ml' }, true);
    expect(one.replacementTrigger).toStrictEqual(['nodeSelector.pool']);
    expect(one.hooks).toStrictEqual({ beforeUpdate: ['azureml-extension-node-selectors'] });
    expect((await of({ pool: 'other' }, true)).replacementTrigger).toStrictEqual(one.replacementTrigger);
    const more = await of({ pool: 'ml', arch: 'amd64' }, true);
    expect(more.replacementTrigger).toStrictEqual(['nodeSelector.arch', 'nodeSelector.pool']);
    expect(await of({ pool: 'ml' }, false)).toMatchObject({ replacementTrigger: undefined, hooks: one.hooks });
  });

  test('fails with every issue of what is known, without a word about secrets', async () => {
    let message = '';
    await runProgram(() => {
      const args = { cluster: aks(), ...https('nothing', 'secret text') };
      message = errorMessage(() => new AzureMLExtension('Azure ML', args));
    }, AZURE_ANSWERS);
    expect(message).toContain('AzureMLExtension Azure ML has ');
    expect(message).toContain('[extension/name]');
    expect(message).not.toContain('secret text');
  });
});

describe('an update of the extension in place', () => {
  const refusal = (before: object, after: object) =>
    errorMessage(() => {
      beforeUpdate({
        oldInputs: { configurationSettings: before },
        newInputs: { configurationSettings: after },
      });
    });

  test('may add and change node selectors', () => {
    expect(
      refusal({ 'nodeSelector.a': '1', enableTraining: 'True' }, { 'nodeSelector.a': '2', 'nodeSelector.b': '1' }),
    ).toBe('');
    expect(refusal({}, {})).toBe('');
  });

  test('fails when a node selector is gone', () => {
    expect(refusal({ 'nodeSelector.a': '1' }, {})).toBe(
      'AzureMLExtension has 1 error:\n  - nodeSelector: a node selector of the installed extension is gone, and Azure keeps it until the extension is installed anew (received "nodeSelector.a"); keep the label, or replace the extension: give allowReplacement, run an update, then remove the label [pulumi/node-selector-removed]',
    );
  });

  test('warns of what stays in Azure, and says what to send where that has a default', async () => {
    const before = { sslCname: 'ml.contoso.com', 'nginxIngress.controller': 'k8s.io/own', installPromOp: 'False' };
    const run = await runProgram(() => {
      beforeUpdate({
        oldInputs: { configurationSettings: before },
        newInputs: { configurationSettings: { installPromOp: 'True', location: pulumi.output('late') } },
      });
    });

    expect(run.engine.logs.map(({ message }) => message).filter((one) => one.includes('[extension/'))).toStrictEqual([
      'AzureMLExtension: configurationSettings.sslCname: the setting stays stored with its old value, although it is no longer described; give it a value that means the same as leaving it out [extension/update-keeps]',
      'AzureMLExtension: configurationSettings["nginxIngress.controller"]: the setting stays stored with its old value, although it is no longer described; send nginxIngress.controller=k8s.io/ingress-nginx [extension/update-keeps]',
    ]);
  });
});
