import { deferred } from '../../../lib/model/deferred';
import type { ExtensionSpec } from '../../../lib/model/extension/extension';
import {
  inferenceBehindIngressExtension,
  productionGpuExtension,
  productionInferenceExtension,
  testExtension,
  testInferenceExtension,
  trainingExtension,
} from '../../../lib/model/extension/presets';
import { resolveExtension } from '../../../lib/model/extension/resolve-extension';
import { typedSettings } from '../../../lib/model/extension/typed-settings';
import { SecretValue } from '../../../lib/model/secret';
import { AKS, ARC } from '../../support/extensions';

const name = 'azureml';
const upgrades = { kind: 'pinned', version: '1.1.88' } as const;
const sslCname = 'ml.contoso.com';
const certificate = deferred('certificate');
const key = SecretValue.of(deferred('key', { secret: true }));

const PRESETS: readonly (readonly [string, ExtensionSpec, object])[] = [
  ['training', trainingExtension({ name }), { enableTraining: 'True' }],
  [
    'inference, test',
    testInferenceExtension({ name, inferenceRouterServiceType: 'NodePort' }),
    {
      enableInference: 'True',
      inferenceRouterServiceType: 'NodePort',
      allowInsecureConnections: 'True',
      inferenceRouterHA: 'False',
    },
  ],
  [
    'inference, production',
    productionInferenceExtension({ name, upgrades, https: { sslCname, sslSecret: 'router-tls' } }),
    {
      enableInference: 'True',
      inferenceRouterServiceType: 'LoadBalancer',
      inferenceRouterHA: 'True',
      sslCname,
      sslSecret: 'router-tls',
    },
  ],
  [
    'both, test',
    testExtension({ name }),
    {
      enableTraining: 'True',
      enableInference: 'True',
      inferenceRouterServiceType: 'LoadBalancer',
      allowInsecureConnections: 'True',
      inferenceRouterHA: 'False',
    },
  ],
  [
    'both, production with GPUs on Arc',
    productionGpuExtension({ name, upgrades, https: { sslCname, certificate, key } }),
    {
      enableTraining: 'True',
      enableInference: 'True',
      inferenceRouterServiceType: 'NodePort',
      sslCname,
      installNvidiaDevicePlugin: 'True',
      installDcgmExporter: 'True',
    },
  ],
  [
    'behind an ingress',
    inferenceBehindIngressExtension({ name }),
    { enableInference: 'True', inferenceRouterServiceType: 'ClusterIP', allowInsecureConnections: 'True' },
  ],
];

describe('presets', () => {
  test.each(PRESETS)('%s gives the documented settings', (_scenario, spec, settings) => {
    expect(typedSettings(spec).settings).toStrictEqual(settings);
  });

  test.each(PRESETS)('%s has no issue where it belongs', (scenario, spec) => {
    expect(resolveExtension(spec, scenario.endsWith('Arc') ? ARC : AKS).warnings).toStrictEqual([]);
  });

  test('take what is to be different', () => {
    expect(trainingExtension({ name, installPromOp: false }).installPromOp).toBe(false);
    const https = { sslCname, sslSecret: 'router-tls' };
    const spec = productionGpuExtension({ name, upgrades, https, installDcgmExporter: false });
    expect(spec).toMatchObject({ installDcgmExporter: false, installNvidiaDevicePlugin: true, upgrades });
  });
});
