import * as fc from 'fast-check';

import { base64, deferred } from '../../../lib/model/deferred';
import { parseExtension } from '../../../lib/model/extension/parse-extension';
import { resolveExtension } from '../../../lib/model/extension/resolve-extension';
import { wireSettings } from '../../../lib/model/extension/wire-settings';
import { SecretValue } from '../../../lib/model/secret';
import { deployments, revealed, revealedWithout } from '../../support/extension-arbitraries';
import { AKS, ARC, SUBSCRIPTION, TRAINING } from '../../support/extensions';

const RELAY = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-ml/providers/Microsoft.Relay/namespaces`;

describe('parseExtension', () => {
  test('reads what other tools sent: any letter case, and fewer settings', () => {
    const settings = {
      enableTraining: 'TRUE',
      enableInference: 'true',
      inferenceRouterServiceType: 'loadBalancer',
      internalLoadBalancerProvider: 'Azure',
      allowInsecureConnections: 'true',
      inferenceRouterHA: '',
      'toleration[3].operator': 'Exists',
      'toleration[10].operator': 'Exists',
      'toleration[10].key': 'b',
      'nodeSelector.kubernetes\\.io/os': 'linux',
      'nodeSelector.kubernetes.io/arch': 'amd64',
      clusterPurpose: 'FastProd',
      domain: 'westeurope.cloudapp.azure.com',
      'servicebus.enabled': 'false',
      own: 'x',
    };
    expect(parseExtension({ name: 'azureml', settings, releaseTrain: 'Stable', version: '1.1.88' }, AKS)).toStrictEqual(
      {
        name: 'azureml',
        enableTraining: { installVolcano: true, skipResourceValidation: false },
        enableInference: {
          inferenceRouterServiceType: 'LoadBalancer',
          internalLoadBalancerProvider: 'azure',
          allowInsecureConnections: true,
          inferenceRouterHA: true,
        },
        nodeSelector: { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' },
        tolerations: {
          extensionSystem: [{ operator: 'Exists' }, { operator: 'Exists', key: 'b' }],
        },
        installNvidiaDevicePlugin: false,
        installDcgmExporter: false,
        installPromOp: true,
        clusterPurpose: 'FastProd',
        relay: { kind: 'none' },
        upgrades: { kind: 'auto', releaseTrain: 'Stable' },
        extraSettings: { plain: { own: 'x' }, protected: {} },
      },
    );
  });

  test('tells a relay that the deployment creates from one that exists by its name', () => {
    const settings = { enableTraining: 'True' };
    const relayOf = (id: string | undefined): unknown =>
      parseExtension(
        {
          name: 'azureml',
          settings: id === undefined ? settings : { ...settings, 'relayserver.hybridConnectionResourceID': id },
          protected: { relayServerConnectionString: SecretValue.of('Endpoint=sb://own') },
        },
        ARC,
      ).relay;
    const created = wireSettings(TRAINING, ARC).settings['relayserver.hybridConnectionResourceID'] ?? '';
    expect(relayOf(undefined)).toStrictEqual({ kind: 'create' });
    expect(relayOf(created)).toStrictEqual({ kind: 'create' });
    expect(revealed(relayOf(`${RELAY}/own`))).toStrictEqual({
      kind: 'existing',
      hybridConnectionResourceId: `${RELAY}/own`,
      connectionString: { secret: 'Endpoint=sb://own' },
    });
  });

  test('takes a certificate among the protected settings before a Secret, as the Azure CLI does', () => {
    const settings = {
      enableInference: 'True',
      inferenceRouterServiceType: 'NodePort',
      sslCname: 'ml.contoso.com',
      'scoringFe.sslSecret': 'router-tls',
    };
    const inferenceOf = (secrets: Readonly<Record<string, SecretValue>>): unknown =>
      revealed(parseExtension({ name: 'azureml', settings, protected: secrets }, AKS).enableInference);
    const certificate = SecretValue.of(base64(deferred('certificate')));
    const key = SecretValue.of(base64(deferred('key', { secret: true })));
    const https = { sslCname: 'ml.contoso.com', sslSecret: 'router-tls' };
    expect(inferenceOf({})).toMatchObject({ https });
    expect(inferenceOf({ 'scoringFe.sslCert': certificate })).toMatchObject({ https });
    expect(inferenceOf({ 'scoringFe.sslCert': certificate, 'scoringFe.sslKey': key })).toStrictEqual({
      inferenceRouterServiceType: 'NodePort',
      https: {
        sslCname: 'ml.contoso.com',
        certificate: deferred('certificate'),
        key: { secret: deferred('key', { secret: true }) },
      },
      inferenceRouterHA: true,
    });
  });

  test('fails on settings that no description gives', () => {
    const settings = {
      enableInference: 'True',
      inferenceRouterServiceType: 'Ingress',
      sslCname: 'ml.contoso.com',
      clusterPurpose: 'Test',
    };
    expect(() => parseExtension({ name: 'azureml', settings }, AKS, { subject: 'extension' })).toThrow(
      /^extension has 3 errors:\n {2}- enableInference\.inferenceRouterServiceType: .*\n {2}- enableInference\.https: .*\n {2}- clusterPurpose: /,
    );
    const insecure = { ...settings, inferenceRouterServiceType: 'NodePort', clusterPurpose: 'DevTest' };
    expect(() => parseExtension({ name: 'azureml', settings: insecure }, AKS)).toThrow(
      /enableInference\.https: the certificate is not given in one of the two ways/,
    );
    expect(() => parseExtension({ name: 'azureml', settings: {} }, AKS)).toThrow(
      /neither training nor online endpoints/,
    );
  });

  test('gives a description that gives the same settings', () => {
    fc.assert(
      fc.property(deployments, ({ spec, cluster }) => {
        const complete = resolveExtension(spec, cluster);
        const parsed = parseExtension(wireSettings(spec, cluster), cluster);
        const twice = parseExtension(wireSettings(parsed, cluster), cluster);
        expect(revealed(twice)).toStrictEqual(revealedWithout(complete, 'warnings'));
      }),
    );
  });
});
