import type { ExtensionSpec } from '../../../lib/model/extension/extension';
import { resolveExtension } from '../../../lib/model/extension/resolve-extension';
import { AKS, ARC, EVERYTHING, INFERENCE, SUBSCRIPTION, TRAINING } from '../../support/extensions';

const DEFAULTS = {
  name: 'azureml',
  nodeSelector: {},
  tolerations: {},
  installNvidiaDevicePlugin: false,
  installDcgmExporter: false,
  installPromOp: true,
  upgrades: { kind: 'auto', releaseTrain: 'stable' },
  extraSettings: { plain: {}, protected: {} },
  warnings: [],
};

describe('resolveExtension', () => {
  test('fills the defaults of training', () => {
    expect(resolveExtension(TRAINING, ARC)).toStrictEqual({
      ...DEFAULTS,
      enableTraining: { installVolcano: true, skipResourceValidation: false },
      enableInference: false,
      relay: { kind: 'create' },
    });
    const own = { installVolcano: false, skipResourceValidation: true } as const;
    expect(resolveExtension({ ...TRAINING, enableTraining: own }, AKS).enableTraining).toStrictEqual(own);
  });

  test('fills the defaults of online endpoints', () => {
    expect(resolveExtension(INFERENCE, AKS)).toStrictEqual({
      ...DEFAULTS,
      enableTraining: false,
      enableInference: {
        inferenceRouterServiceType: 'ClusterIP',
        allowInsecureConnections: true,
        inferenceRouterHA: true,
      },
      relay: { kind: 'none' },
    });
  });

  test('takes a cluster with fewer than three nodes for a small one', () => {
    const small = resolveExtension(INFERENCE, { ...AKS, nodeCount: 2 });
    expect(small).toMatchObject({ clusterPurpose: 'DevTest', enableInference: { inferenceRouterHA: false } });
    expect(resolveExtension({ ...INFERENCE, clusterPurpose: 'DenseProd' }, { ...AKS, nodeCount: 2 })).toMatchObject({
      clusterPurpose: 'DenseProd',
    });
    const unknown = resolveExtension(INFERENCE, {
      kind: 'provisioned',
      subscriptionId: SUBSCRIPTION,
      resourceGroup: 'rg',
      name: 'edge',
      location: 'eastus',
    });
    expect(unknown).not.toHaveProperty('clusterPurpose');
    expect(unknown).toMatchObject({ enableInference: { inferenceRouterHA: true }, relay: { kind: 'create' } });
  });

  test('writes everything that is said in one form', () => {
    const spec: ExtensionSpec = {
      ...EVERYTHING,
      nodeSelector: { 'kubernetes\\.io/os': 'linux', purpose: 'ml' },
      tolerations: {
        ...EVERYTHING.tolerations,
        workload: [{ operator: 'Equal', key: 'sku', value: '' }, ...EVERYTHING.tolerations.workload],
      },
    };
    expect(resolveExtension(spec, AKS)).toStrictEqual({
      ...EVERYTHING,
      tolerations: {
        ...EVERYTHING.tolerations,
        workload: [{ operator: 'Equal', key: 'sku' }, ...EVERYTHING.tolerations.workload],
      },
      warnings: [],
    });
  });

  test('gives a description that resolves to itself', () => {
    for (const [spec, cluster] of [
      [TRAINING, ARC],
      [INFERENCE, AKS],
      [EVERYTHING, AKS],
    ] as const) {
      const { warnings, ...complete } = resolveExtension(spec, cluster);
      expect(resolveExtension(complete, cluster)).toStrictEqual({ ...complete, warnings });
    }
  });

  test('fails with the issues of cluster and extension together', () => {
    const spec: ExtensionSpec = { ...TRAINING, name: '' };
    expect(() => resolveExtension(spec, { ...AKS, location: 'East US' }, { subject: 'AzureMLExtension ml' })).toThrow(
      /^AzureMLExtension ml has 2 errors:\n {2}- cluster\.location: .*\n {2}- name: /,
    );
    expect(() => resolveExtension({ ...TRAINING, relay: { kind: 'create' } }, AKS)).toThrow(
      /^AzureMLExtension has 1 error:\n {2}- relay\.kind: AKS is reached without a relay/,
    );
  });

  test('gives the warnings', () => {
    const { warnings } = resolveExtension({ ...TRAINING, name: 'AzureML' }, { ...AKS, location: 'qatarcentral' });
    expect(warnings.map(({ code, path }) => [code, path])).toStrictEqual([
      ['support/region', ['cluster', 'location']],
      ['extension/name-for-helm', ['name']],
    ]);
  });
});
