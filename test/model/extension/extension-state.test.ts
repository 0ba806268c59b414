import * as fc from 'fast-check';
import type { ClusterSpec } from '../../../lib/model/azure/cluster';
import type { ExtensionSpec } from '../../../lib/model/extension/extension';
import { extensionState } from '../../../lib/model/extension/extension-state';
import type { InferenceSpec } from '../../../lib/model/extension/inference';
import { settingsMapIssues } from '../../../lib/model/extension/settings-map.rules';
import { updateImpact, type ExtensionState, type UpdateImpact } from '../../../lib/model/extension/update-impact';
import { SecretValue } from '../../../lib/model/secret';
import { CERTIFICATE, PRIVATE_KEY } from '../../support/certificates';
import { deployments } from '../../support/extension-arbitraries';
import { AKS, ARC, EVERYTHING, INFERENCE, SUBSCRIPTION, TRAINING } from '../../support/extensions';

const NAME = { sslCname: 'ml.contoso.com' } as const;

/** What it takes from one description to another. */
function impact(
  old: ExtensionSpec,
  next: ExtensionSpec,
  from: ClusterSpec = AKS,
  to: ClusterSpec = from,
): UpdateImpact {
  return updateImpact(extensionState(old, from), extensionState(next, to));
}

/** The extension with online endpoints. */
function serving(enableInference: InferenceSpec): ExtensionSpec {
  return { ...TRAINING, enableInference };
}

describe('extensionState', () => {
  test('is what a description brings an extension to', () => {
    const { configurationSettings, configurationProtectedSettings, ...properties } = extensionState(TRAINING, ARC);

    expect(properties).toStrictEqual({
      name: 'azureml',
      cluster: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-ml/providers/Microsoft.Kubernetes/connectedClusters/plant`,
      extensionType: 'microsoft.azureml.kubernetes',
      scope: 'cluster',
      plan: 'none',
      identityType: 'SystemAssigned',
      autoUpgradeMinorVersion: true,
      releaseTrain: 'stable',
    });
    expect(configurationSettings).toMatchObject({ enableTraining: 'True', location: 'westeurope' });
    expect(Object.keys(configurationProtectedSettings ?? {}).sort()).toStrictEqual([
      'relayServerConnectionString',
      'relayserver.relayConnectionString',
    ]);
  });

  test('fails for a description that is wrong', () => {
    expect(() => extensionState({ name: 'azureml' } as never, AKS)).toThrow(/extension\/nothing-enabled/);
  });

  test('has settings that the catalogue takes, and is no change from itself', () => {
    fc.assert(
      fc.property(deployments, ({ spec, cluster }) => {
        const state = extensionState(spec, cluster);
        const found = settingsMapIssues(state, { stage: 'sent' }).filter(({ code }) => !EXPECTED.has(code));

        // The relay of the samples has no complete connection string.
        expect(found.filter(({ expected }) => expected?.startsWith('Endpoint=') !== true)).toStrictEqual([]);
        expect(updateImpact(state, state).action).toBe('none');
      }),
      { numRuns: 200 },
    );
  });
});

/** What extra settings may be. */
const EXPECTED: ReadonlySet<string> = new Set(['extension/setting-unknown', 'extension/setting-helm-characters']);

describe('an update from one description to another', () => {
  test('interrupts jobs and endpoints when their capability is turned off', () => {
    expect(impact(serving(INFERENCE.enableInference), INFERENCE).interrupts).toStrictEqual(['jobs']);
    expect(impact(serving(INFERENCE.enableInference), TRAINING).interrupts).toStrictEqual(['endpoints']);
    expect(impact(TRAINING, { ...TRAINING, installDcgmExporter: true }).interrupts).toStrictEqual([]);
  });

  test('interrupts whoever uses GPUs when their device plugin is removed', () => {
    const found = impact({ ...TRAINING, installNvidiaDevicePlugin: true }, TRAINING);

    expect(found.interrupts).toStrictEqual(['jobs', 'endpoints']);
  });

  test('interrupts endpoints when the Service changes, and resets the flags of the old type', () => {
    const insecure = { allowInsecureConnections: true } as const;
    const nodePort = serving({ inferenceRouterServiceType: 'NodePort', ...insecure });
    const balanced = serving({ inferenceRouterServiceType: 'LoadBalancer', ...insecure });
    const internal = serving({
      inferenceRouterServiceType: 'LoadBalancer',
      internalLoadBalancerProvider: 'azure',
      ...insecure,
    });

    expect(impact(balanced, nodePort)).toMatchObject({ interrupts: ['endpoints'], resets: {}, keeps: [] });
    expect(impact(nodePort, balanced)).toMatchObject({
      interrupts: ['endpoints'],
      resets: { 'scoringFe.serviceType.nodePort': 'False' },
    });
    expect(impact(internal, balanced)).toMatchObject({
      interrupts: ['endpoints'],
      resets: { 'scoringFe.serviceType.internalLoadBalancer': 'False' },
      keeps: ['internalLoadBalancerProvider'],
    });
  });

  test('keeps the Secret and name of HTTPS that is turned off', () => {
    const old = serving({ inferenceRouterServiceType: 'ClusterIP', https: { ...NAME, sslSecret: 'fe-tls' } });
    const found = impact(old, serving(INFERENCE.enableInference));

    expect(found.interrupts).toStrictEqual(['endpoints']);
    expect([...found.keeps].sort()).toStrictEqual(['scoringFe.sslSecret', 'sslCname', 'sslSecret']);
  });

  test('renews a certificate without interruption, and sends certificate and key again', () => {
    const withKey = (key: string): ExtensionSpec =>
      serving({
        inferenceRouterServiceType: 'LoadBalancer',
        https: { ...NAME, certificate: CERTIFICATE, key: SecretValue.of(key) },
      });
    const found = impact(withKey(PRIVATE_KEY), withKey(PRIVATE_KEY));
    const stored: ExtensionState = {
      configurationSettings: extensionState(withKey(PRIVATE_KEY), AKS).configurationSettings,
    };
    const renewed = updateImpact(stored, extensionState(withKey(PRIVATE_KEY), AKS));

    expect(found.action).toBe('none');
    expect(renewed).toMatchObject({ action: 'update', interrupts: [], deletes: [] });
    expect([...renewed.sendAgain].sort()).toStrictEqual(['scoringFe.sslCert', 'scoringFe.sslKey']);
  });

  test('takes a new extension without a node selector that it had', () => {
    const selecting = { ...TRAINING, nodeSelector: { 'kubernetes.io/os': 'linux' } };

    expect(impact(TRAINING, selecting)).toMatchObject({ action: 'update', interrupts: ['jobs', 'endpoints'] });
    expect(impact(selecting, TRAINING)).toMatchObject({ action: 'replacement', interrupts: ['jobs', 'endpoints'] });
  });

  test('takes a new extension with another name or cluster, and so another identity', () => {
    const replaced = (found: UpdateImpact): string[] =>
      found.properties.filter(({ replaces }) => replaces).map(({ property }) => property);

    expect(replaced(impact(TRAINING, { ...TRAINING, name: 'ml' }))).toStrictEqual(['name']);
    expect(replaced(impact(TRAINING, TRAINING, AKS, { ...AKS, name: 'ml2' }))).toStrictEqual(['cluster']);
    expect(replaced(impact(TRAINING, TRAINING, AKS, ARC))).toStrictEqual(['cluster', 'identityType']);
  });

  test('changes upgrades in place', () => {
    const pinned: ExtensionSpec = { ...TRAINING, upgrades: { kind: 'pinned', version: '1.1.76' } };
    const newer: ExtensionSpec = { ...TRAINING, upgrades: { kind: 'pinned', version: '1.1.88' } };

    expect(impact(pinned, newer)).toMatchObject({
      action: 'update',
      interrupts: [],
      properties: [{ property: 'version' }],
    });
    expect(impact(pinned, TRAINING).properties.map(({ property }) => property)).toStrictEqual([
      'autoUpgradeMinorVersion',
    ]);
  });

  test('resets what the old one turned off', () => {
    const found = impact(EVERYTHING, { ...EVERYTHING, installPromOp: true });

    expect(found.settings).toMatchObject([{ key: 'installPromOp', documented: false, interrupts: [] }]);
  });
});
