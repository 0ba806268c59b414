import { deferred, revealSecret, SecretValue, type ClusterSpec, type ExtensionSpec } from 'azureml-kubernetes';
import { k8sExtensionCreate, k8sExtensionUpdate } from 'azureml-kubernetes/az';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificates';
import { errorMessage } from '../../support/error-message';
import { AKS, ARC, TRAINING } from '../../support/extensions';

const HTTPS: ExtensionSpec = {
  name: 'azureml',
  enableInference: {
    inferenceRouterServiceType: 'LoadBalancer',
    https: { sslCname: 'ml.contoso.com', certificate: CERTIFICATE, key: SecretValue.of(PRIVATE_KEY) },
  },
};

function filesOf(spec: ExtensionSpec, cluster: ClusterSpec): Record<string, string> {
  const { files } = k8sExtensionCreate(spec, cluster);
  return Object.fromEntries(Object.entries(files).map(([name, secret]) => [name, revealSecret(secret)]));
}

describe('the command that installs the extension', () => {
  test('types what a person would type', () => {
    expect(k8sExtensionCreate(TRAINING, AKS)).toStrictEqual({
      arguments: [
        ...['k8s-extension', 'create', '--name', 'azureml', '--cluster-name', 'ml', '--resource-group', 'rg-ml'],
        ...['--subscription', AKS.subscriptionId, '--cluster-type', 'managedClusters'],
        ...['--extension-type', 'microsoft.azureml.kubernetes', '--scope', 'cluster'],
        ...['--auto-upgrade-minor-version', 'true', '--release-train', 'stable', '--config', 'enableTraining=True'],
      ],
      files: {},
    });
  });

  test('names the files of certificate and key, whose content is nowhere else', () => {
    expect(k8sExtensionCreate(HTTPS, AKS).arguments.slice(-3)).toStrictEqual([
      '--config-protected',
      'sslCertPemFile=certificate.pem',
      'sslKeyPemFile=key.pem',
    ]);
    expect(filesOf(HTTPS, AKS)).toStrictEqual({ 'certificate.pem': CERTIFICATE, 'key.pem': PRIVATE_KEY });
  });

  test('has a file for other secrets', () => {
    const relay = {
      kind: 'existing',
      hybridConnectionResourceId: deferred('relayId'),
      connectionString: SecretValue.of('Endpoint="x"'),
    } as const;

    expect(k8sExtensionCreate({ ...TRAINING, relay }, ARC).arguments.slice(-2)).toStrictEqual([
      '--config-protected-file',
      'protected-settings.json',
    ]);
    expect(filesOf({ ...TRAINING, relay }, ARC)).toStrictEqual({
      'protected-settings.json': String.raw`{"relayServerConnectionString": "Endpoint=\"x\""}`,
    });
  });

  test('names the provider of a provisioned cluster, and a pinned version', () => {
    const { subscriptionId, resourceGroup, name, location } = AKS;
    const cluster: ClusterSpec = { kind: 'provisioned', subscriptionId, resourceGroup, name, location };
    const upgrades = { kind: 'pinned', version: '1.1.88' } as const;
    const relay = { kind: 'none' } as const;
    const { arguments: words } = k8sExtensionCreate({ ...TRAINING, upgrades, relay }, cluster);

    expect(words.join(' ')).toContain(
      '--cluster-type provisionedClusters --cluster-resource-provider Microsoft.HybridContainerService',
    );
    expect(words.join(' ')).toContain('--auto-upgrade-minor-version false --version 1.1.88 --config');
  });

  test('fails with a domain, which the Azure CLI overwrites', () => {
    const extraSettings = { plain: { domain: 'ml.example.com' } };

    expect(errorMessage(() => k8sExtensionCreate({ ...TRAINING, extraSettings }, AKS))).toContain(
      'extraSettings.plain.domain: the Azure CLI overwrites the setting domain with <location>.cloudapp.azure.com (received "ml.example.com"); deploy with a template or with Pulumi, or leave the setting out [script/domain-overwritten]',
    );
  });
});

describe('the command that updates the extension', () => {
  test('sends all settings again, and answers the question', () => {
    const { arguments: words, files } = k8sExtensionUpdate(HTTPS, AKS);

    expect(words.slice(0, 2)).toStrictEqual(['k8s-extension', 'update']);
    expect(words).not.toContain('--scope');
    expect(words.at(-1)).toBe('--yes');
    expect(Object.keys(files)).toStrictEqual(['certificate.pem', 'key.pem']);
  });
});
