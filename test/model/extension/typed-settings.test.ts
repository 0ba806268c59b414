import { deferred } from '../../../lib/model/deferred';
import type { ExtensionSpec } from '../../../lib/model/extension/extension';
import { typedSettings } from '../../../lib/model/extension/typed-settings';
import { SecretValue } from '../../../lib/model/secret';
import { EVERYTHING, INFERENCE, SUBSCRIPTION, TRAINING } from '../../support/extensions';

describe('typedSettings', () => {
  test('says what the smallest descriptions say', () => {
    expect(typedSettings(TRAINING)).toStrictEqual({
      settings: { enableTraining: 'True' },
      protected: {},
      files: {},
      releaseTrain: 'stable',
      autoUpgradeMinorVersion: true,
    });
    expect(typedSettings(INFERENCE).settings).toStrictEqual({
      enableInference: 'True',
      inferenceRouterServiceType: 'ClusterIP',
      allowInsecureConnections: 'True',
    });
  });

  test('says everything that is said, with escaped dots in the keys of labels', () => {
    expect(typedSettings(EVERYTHING)).toStrictEqual({
      settings: {
        enableTraining: 'True',
        installVolcano: 'True',
        'volcanoScheduler.schedulerConfigMap': 'volcano-scale-from-zero',
        'amloperator.skipResourceValidation': 'true',
        enableInference: 'True',
        inferenceRouterServiceType: 'LoadBalancer',
        internalLoadBalancerProvider: 'azure',
        inferenceRouterHA: 'True',
        'nginxIngress.controller': 'k8s.io/amlarc-ingress-nginx',
        'nodeSelector.kubernetes\\.io/os': 'linux',
        'nodeSelector.purpose': 'ml',
        'toleration[0].key': 'CriticalAddonsOnly',
        'toleration[0].operator': 'Exists',
        'workLoadToleration[0].key': 'nvidia.com/gpu',
        'workLoadToleration[0].operator': 'Equal',
        'workLoadToleration[0].value': 'true',
        'workLoadToleration[0].effect': 'NoSchedule',
        installNvidiaDevicePlugin: 'True',
        installDcgmExporter: 'True',
        installPromOp: 'False',
        clusterPurpose: 'FastProd',
        sslCname: 'ml.contoso.com',
        sslSecret: 'router-tls',
        'relayserver.enabled': 'false',
        'amloperator.custom_ip_interface': 'ib0',
      },
      protected: { someSecret: EVERYTHING.extraSettings.protected.someSecret },
      files: {},
      version: '1.1.88',
      autoUpgradeMinorVersion: false,
    });
  });

  test('names files for certificate and key', () => {
    const certificate = deferred('certificate');
    const key = SecretValue.of(deferred('key', { secret: true }));
    const spec: ExtensionSpec = {
      ...INFERENCE,
      enableInference: {
        inferenceRouterServiceType: 'NodePort',
        https: { sslCname: deferred('host'), certificate, key },
      },
    };
    const { settings, protected: secrets, files } = typedSettings(spec);
    expect(settings).toStrictEqual({
      enableInference: 'True',
      inferenceRouterServiceType: 'NodePort',
      sslCname: deferred('host'),
    });
    expect(secrets).toStrictEqual({ sslCertPemFile: 'certificate.pem', sslKeyPemFile: 'key.pem' });
    expect(files).toStrictEqual({ 'certificate.pem': certificate, 'key.pem': key });
  });

  test('names a relay that exists, and says nothing about one that is created', () => {
    const hybridConnectionResourceId = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Relay/namespaces/own`;
    const connectionString = SecretValue.of('Endpoint=sb://own');
    const existing = { kind: 'existing', hybridConnectionResourceId, connectionString } as const;
    expect(typedSettings({ ...TRAINING, relay: existing })).toMatchObject({
      settings: { 'relayserver.hybridConnectionResourceID': hybridConnectionResourceId },
      protected: { relayServerConnectionString: connectionString },
    });
    expect(
      typedSettings({ ...TRAINING, relay: { ...existing, hybridConnectionName: 'plant' } }).settings,
    ).toMatchObject({
      'relayserver.hybridConnectionName': 'plant',
    });
    const odd = hybridConnectionResourceId.replace('Microsoft.Relay', 'microsoft.relay');
    expect(
      typedSettings({ ...TRAINING, relay: { ...existing, hybridConnectionResourceId: odd } }).settings,
    ).toMatchObject({ 'relayserver.hybridConnectionResourceID': hybridConnectionResourceId });
    expect(typedSettings({ ...TRAINING, relay: { kind: 'create' } })).toStrictEqual(typedSettings(TRAINING));
  });

  test('says what is switched off', () => {
    const off: ExtensionSpec = {
      ...TRAINING,
      enableTraining: { installVolcano: false, skipResourceValidation: false },
      enableInference: false,
      nodeSelector: { 'a\\.b/c': 'x' },
      upgrades: { kind: 'auto', releaseTrain: 'preview' },
    };
    expect(typedSettings(off)).toMatchObject({
      settings: {
        enableTraining: 'True',
        enableInference: 'False',
        installVolcano: 'False',
        'amloperator.skipResourceValidation': 'false',
        'nodeSelector.a\\.b/c': 'x',
      },
      releaseTrain: 'preview',
    });
    expect(typedSettings({ ...INFERENCE, enableTraining: false }).settings).toMatchObject({ enableTraining: 'False' });
  });
});
