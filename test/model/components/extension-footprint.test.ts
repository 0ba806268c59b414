import * as fc from 'fast-check';
import { resolveCluster } from '../../../lib/model/azure/resolve-cluster';
import { formatAmounts } from '../../../lib/model/components/amounts';
import { extensionFootprint, installedComponents } from '../../../lib/model/components/extension-footprint';
import { componentFootprint } from '../../../lib/model/components/footprint';
import { completeExtension } from '../../../lib/model/extension/complete-extension';
import { wireSettings } from '../../../lib/model/extension/wire-settings';
import { errorMessage } from '../../support/error-message';
import { deployments } from '../../support/extension-arbitraries';
import { AKS, ARC, EVERYTHING, INFERENCE, TRAINING } from '../../support/extensions';

/** What the chart reads of a flag: text in any letter case, or nothing for its default. */
function readFlag(settings: Readonly<Record<string, string>>, key: string, whenAbsent: boolean): boolean {
  const text = settings[key];
  return text === undefined ? whenAbsent : /^true$/i.test(text);
}

describe('installedComponents', () => {
  test('are those that the settings on the wire turn on', () => {
    fc.assert(
      fc.property(deployments, fc.integer({ min: 1, max: 9 }), ({ spec, cluster }, nodes) => {
        const { settings } = wireSettings(spec, cluster);
        const on = (key: string, whenAbsent = false): boolean => readFlag(settings, key, whenAbsent);
        const described = installedComponents(completeExtension(spec, resolveCluster(cluster)), cluster.kind);
        const wired = {
          cluster: cluster.kind,
          enableTraining: on('enableTraining'),
          enableInference: on('enableInference'),
          inferenceRouterHA: on('inferenceRouterHA', true),
          installPromOp: on('installPromOp', true),
          installVolcano: on('installVolcano', true),
          nginxIngress: on('nginxIngress.enabled'),
          relay: on('relayserver.enabled'),
          installDcgmExporter: on('installDcgmExporter'),
          installNvidiaDevicePlugin: on('installNvidiaDevicePlugin'),
        };

        expect(componentFootprint(described, { nodes })).toStrictEqual(componentFootprint(wired, { nodes }));
      }),
    );
  });
});

describe('extensionFootprint', () => {
  test('gives the totals of the page for descriptions on AKS', () => {
    const both = { ...INFERENCE, enableTraining: true } as const;
    const requests = [INFERENCE, TRAINING, both].map(
      (spec) => formatAmounts(extensionFootprint(spec, AKS).requests).cpu,
    );

    expect(requests).toStrictEqual(['3600m', '430m', '3730m']);
    expect(formatAmounts(extensionFootprint(INFERENCE, AKS, { nodes: 1 }).requests).cpu).toBe('1780m');
  });

  test('counts the nodes of the cluster, or those that are given, and sidecars', () => {
    const cpu = (...parameters: Parameters<typeof extensionFootprint>): string =>
      formatAmounts(extensionFootprint(...parameters).requests).cpu;

    expect(cpu(TRAINING, ARC)).toBe('450m');
    expect(cpu(TRAINING, ARC, { nodes: 1 })).toBe('410m');
    expect(cpu(INFERENCE, AKS, { identitySidecars: 40 })).toBe('4');
  });

  test('names what is not published', () => {
    expect(extensionFootprint(TRAINING, ARC).unknown).toStrictEqual([{ component: 'relayserver', pods: 1 }]);
    expect(extensionFootprint(EVERYTHING, AKS).unknown.map(({ component }) => component)).toStrictEqual([
      'dcgm-exporter',
      'nvidia-device-plugin-daemonset',
    ]);
  });

  test('fails on a wrong description, and when nobody knows the number of nodes', () => {
    const unknown = { ...AKS, nodeCount: undefined } as unknown as typeof AKS;

    expect(errorMessage(() => extensionFootprint(TRAINING, unknown))).toBe(
      'footprint has 1 error:\n  - nodes: a required property is missing; set the property [spec/required]',
    );
    expect(errorMessage(() => extensionFootprint({ ...TRAINING, name: 'Azure ML' }, AKS))).toMatch(/^AzureMLExtension/);
  });
});
