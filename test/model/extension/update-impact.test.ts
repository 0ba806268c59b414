import * as fc from 'fast-check';
import { deferred } from '../../../lib/model/deferred';
import { PROPERTY_CHANGES, type ExtensionProperties } from '../../../lib/model/extension/property-update';
import type { SettingUpdate, StoredSettings } from '../../../lib/model/extension/setting-update';
import { updateImpact, updateImpactIssues, type UpdateImpact } from '../../../lib/model/extension/update-impact';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import { CURRENT_NAMES, currentRow, rightValues, sampleKey } from '../../support/setting-samples';

const OS = String.raw`nodeSelector.kubernetes\.io/os`;
const NOTHING: UpdateImpact = {
  action: 'none',
  properties: [],
  settings: [],
  interrupts: [],
  sendAgain: [],
  deletes: [],
  resets: {},
  keeps: [],
};

/** What happens when plain settings change. */
function plain(old: StoredSettings, next: StoredSettings): UpdateImpact {
  return updateImpact({ configurationSettings: old }, { configurationSettings: next });
}

/** The one setting that a change concerns. */
function only({ settings }: UpdateImpact): SettingUpdate | undefined {
  return settings.length === 1 ? settings[0] : undefined;
}

describe('updateImpact', () => {
  test('is nothing for what is as it was', () => {
    const state = {
      name: 'azureml',
      configurationSettings: { enableTraining: 'True', sslCname: 'ml.contoso.com' },
      configurationProtectedSettings: { 'scoringFe.sslKey': SecretValue.of('a2V5') },
    };

    expect(updateImpact(state, state)).toStrictEqual(NOTHING);
    expect(updateImpact({}, { configurationSettings: null, configurationProtectedSettings: null })).toStrictEqual(
      NOTHING,
    );
  });

  test('is nothing for another spelling of a value that is read the same', () => {
    const old = { enableTraining: 'True', inferenceRouterServiceType: 'loadBalancer', inferenceRouterHA: 'true' };
    const next = { enableTraining: 'true', inferenceRouterServiceType: 'LoadBalancer' };

    expect(plain(old, next)).toStrictEqual(NOTHING);
  });

  test.each([
    ['enableTraining', 'True', 'False', ['jobs']],
    ['enableTraining', 'False', 'True', []],
    ['enableInference', 'True', 'False', ['endpoints']],
    ['enableInference', 'False', 'True', []],
    ['installNvidiaDevicePlugin', 'True', 'False', ['jobs', 'endpoints']],
    ['installNvidiaDevicePlugin', 'False', 'True', []],
    ['nodeSelector.pool', 'ml', 'gpu', ['jobs', 'endpoints']],
    [OS, 'linux', 'windows', ['jobs', 'endpoints']],
    ['allowInsecureConnections', 'True', 'False', ['endpoints']],
    ['allowInsecureConnections', 'False', 'True', ['endpoints']],
    ['inferenceRouterServiceType', 'LoadBalancer', 'NodePort', ['endpoints']],
    ['scoringFe.serviceType.nodePort', 'False', 'True', ['endpoints']],
    ['internalLoadBalancerProvider', 'azure', 'none', ['endpoints']],
    ['scoringFe.serviceType.internalLoadBalancer', 'True', 'False', ['endpoints']],
    ['sslCname', 'ml.contoso.com', 'ai.contoso.com', ['endpoints']],
    ['sslSecret', 'fe-tls', 'fe-tls-2', []],
    ['scoringFe.sslSecret', 'fe-tls', 'fe-tls-2', []],
    ['logAnalyticsWS', 'False', 'True', []],
  ] as const)('of %s from %s to %s interrupts %j', (key, from, to, interrupts) => {
    const impact = plain({ [key]: from }, { [key]: to });

    expect(impact.action).toBe('update');
    expect(impact.interrupts).toStrictEqual(interrupts);
    expect(only(impact)).toMatchObject({
      key,
      map: 'plain',
      kind: 'changed',
      certain: true,
      documented: true,
      replaces: false,
    });
  });

  test.each(['inferenceRouterHA', 'installPromOp', 'installVolcano', 'installDcgmExporter'])(
    'of %s is not documented',
    (key) => {
      expect(plain({ [key]: 'True' }, { [key]: 'False' }).settings).toStrictEqual([
        { key, map: 'plain', kind: 'changed', certain: true, replaces: false, documented: false, interrupts: [] },
      ]);
    },
  );

  test('of a setting that nobody knows is not documented', () => {
    expect(only(plain({}, { somethingNew: 'x' }))).toMatchObject({ kind: 'added', documented: false, interrupts: [] });
    expect(only(plain({}, { inferenceRouterHa: 'False' }))).toMatchObject({ kind: 'added', documented: false });
  });

  test('of the certificate and key is a renewal', () => {
    const old = { 'scoringFe.sslCert': 'YQ==', 'scoringFe.sslKey': SecretValue.of('Yg==') };
    const next = { ...old, 'scoringFe.sslKey': SecretValue.of('Yw==') };
    const impact = updateImpact({ configurationProtectedSettings: old }, { configurationProtectedSettings: next });

    expect(impact).toMatchObject({ action: 'update', interrupts: [], deletes: [] });
    expect(impact.sendAgain).toStrictEqual(['scoringFe.sslCert', 'scoringFe.sslKey']);
    expect(only(impact)).toMatchObject({
      key: 'scoringFe.sslKey',
      map: 'protected',
      kind: 'changed',
      documented: true,
    });
  });

  test('of the paths of certificate and key is one too', () => {
    const impact = updateImpact(
      { configurationProtectedSettings: { sslCertPemFile: 'a.pem', sslKeyPemFile: 'b.pem' } },
      { configurationProtectedSettings: { sslCertPemFile: 'c.pem', sslKeyPemFile: 'd.pem' } },
    );

    expect(impact.interrupts).toStrictEqual([]);
    expect(impact.sendAgain).toStrictEqual(['sslCertPemFile', 'sslKeyPemFile']);
  });
});

describe('a setting that is new', () => {
  test('is compared with its default', () => {
    expect(plain({}, { allowInsecureConnections: 'False' })).toMatchObject({ action: 'update', interrupts: [] });
    expect(plain({}, { allowInsecureConnections: 'True' }).interrupts).toStrictEqual(['endpoints']);
    expect(plain({}, { 'nodeSelector.pool': 'ml' }).interrupts).toStrictEqual(['jobs', 'endpoints']);
  });
});

describe('a setting that is gone', () => {
  test('is replaced by a new extension when it selected nodes, for no update removes that', () => {
    const impact = plain({ [OS]: 'linux', enableTraining: 'True' }, { enableTraining: 'True' });

    expect(impact.action).toBe('replacement');
    expect(impact.interrupts).toStrictEqual(['jobs', 'endpoints']);
    expect(impact.keeps).toStrictEqual([]);
    expect(only(impact)).toMatchObject({ key: OS, kind: 'removed', replaces: true });
  });

  test('stays stored, and is given its default to undo it', () => {
    const old = {
      installPromOp: 'False',
      'scoringFe.serviceType.nodePort': 'True',
      sslSecret: 'fe-tls',
      enableTraining: 'False',
    };
    const impact = plain(old, {});

    expect(impact.resets).toStrictEqual({ installPromOp: 'True', 'scoringFe.serviceType.nodePort': 'False' });
    expect(impact.keeps).toStrictEqual(['sslSecret']);
    expect(impact.interrupts).toStrictEqual(['endpoints']);
  });

  test('is deleted when it was protected', () => {
    const impact = updateImpact(
      { configurationProtectedSettings: { relayServerConnectionString: 'x', 'scoringFe.sslKey': 'y' } },
      { configurationProtectedSettings: { 'scoringFe.sslKey': 'y' } },
    );

    expect(impact.deletes).toStrictEqual(['relayServerConnectionString']);
    expect(impact.sendAgain).toStrictEqual(['scoringFe.sslKey']);
    expect(impact.keeps).toStrictEqual([]);
  });
});

describe('protected settings that Azure does not return', () => {
  test('may have changed, and are all sent', () => {
    const impact = updateImpact(
      { configurationSettings: { enableTraining: 'True' } },
      {
        configurationSettings: { enableTraining: 'True' },
        configurationProtectedSettings: { a: '1', 'scoringFe.sslKey': '2' },
      },
    );

    expect(impact.action).toBe('update');
    expect(impact.sendAgain).toStrictEqual(['a', 'scoringFe.sslKey']);
    expect(impact.settings.map(({ kind, certain }) => [kind, certain])).toStrictEqual([
      ['changed', false],
      ['changed', false],
    ]);
  });
});

describe('values that are known only at deployment', () => {
  test('may interrupt', () => {
    const impact = plain({ sslCname: 'ml.contoso.com' }, { sslCname: deferred('name') });

    expect(impact.interrupts).toStrictEqual(['endpoints']);
    expect(only(impact)).toMatchObject({ key: 'sslCname', certain: false });
    expect(updateImpactIssues(impact).map(formatIssue)).toStrictEqual([
      'configurationSettings.sslCname: the change may interrupt active endpoints; not while endpoints are active [extension/update-interrupts]',
    ]);
  });

  test('change nothing when they are the same', () => {
    expect(plain({ sslCname: deferred('name') }, { sslCname: deferred('name') })).toStrictEqual(NOTHING);
  });
});

describe('a change of a property', () => {
  const OLD: Required<ExtensionProperties> = {
    name: 'azureml',
    cluster: '/subscriptions/1/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/a',
    extensionType: 'microsoft.azureml.kubernetes',
    scope: 'cluster',
    plan: 'none',
    identityType: 'none',
    autoUpgradeMinorVersion: true,
    releaseTrain: 'stable',
    version: '1.1.76',
  };

  test.each([
    ['name', 'azureml-2'],
    ['cluster', '/subscriptions/1/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/b'],
    ['extensionType', 'microsoft.flux'],
    ['scope', 'namespace'],
    ['plan', 'paid'],
    ['identityType', 'SystemAssigned'],
  ] as const)('of %s replaces the extension', (property, value) => {
    const impact = updateImpact(OLD, { ...OLD, [property]: value });

    expect(impact).toMatchObject({ action: 'replacement', interrupts: ['jobs', 'endpoints'] });
    expect(impact.properties.map((one) => [one.property, one.replaces])).toStrictEqual([[property, true]]);
  });

  test.each([
    ['autoUpgradeMinorVersion', false],
    ['releaseTrain', 'preview'],
    ['version', '1.1.88'],
  ] as const)('of %s is an update', (property, value) => {
    expect(updateImpact(OLD, { ...OLD, [property]: value })).toStrictEqual({
      ...NOTHING,
      action: 'update',
      properties: [{ property, certain: true, replaces: false, advice: PROPERTY_CHANGES[property].advice }],
    });
  });

  test('is none when the letter case differs, or one of the two is not known', () => {
    expect(
      updateImpact(OLD, { ...OLD, extensionType: 'Microsoft.AzureML.Kubernetes', releaseTrain: 'Stable' }),
    ).toStrictEqual(NOTHING);
    expect(updateImpact(OLD, {})).toStrictEqual(NOTHING);
  });

  test('is not certain while the value is not known', () => {
    const cluster = deferred('cluster');

    expect(updateImpact(OLD, { ...OLD, cluster }).properties).toMatchObject([{ property: 'cluster', certain: false }]);
    expect(updateImpact({ ...OLD, cluster }, { ...OLD, cluster })).toStrictEqual(NOTHING);
  });
});

describe('updateImpactIssues', () => {
  test('say what replaces, interrupts, stays and is deleted', () => {
    const impact = updateImpact(
      {
        name: 'azureml',
        configurationSettings: { enableTraining: 'True', [OS]: 'linux', sslSecret: 'fe-tls', installPromOp: 'False' },
        configurationProtectedSettings: { relayServerConnectionString: 'x' },
      },
      { name: 'ml', configurationSettings: { enableTraining: 'False' }, configurationProtectedSettings: {} },
    );

    const replaces =
      'only a new extension can have the change: deleting the old one stops all jobs and endpoints and removes everything in namespace azureml; undo the change, or drain the cluster first; deleting takes about ten minutes [extension/update-replaces]';
    expect(updateImpactIssues(impact).map(formatIssue)).toStrictEqual([
      `name: ${replaces}`,
      String.raw`configurationSettings["nodeSelector.kubernetes\\.io/os"]: ${replaces}`,
      'configurationSettings.enableTraining: the change interrupts active jobs; not while jobs run; turning it on is harmless [extension/update-interrupts]',
      String.raw`configurationSettings["nodeSelector.kubernetes\\.io/os"]: the change interrupts active jobs and endpoints; not while workloads are active; can be added and changed, and cannot be removed [extension/update-interrupts]`,
      'configurationSettings.sslSecret: the setting stays stored with its old value, although it is no longer described; give it a value that means the same as leaving it out [extension/update-keeps]',
      'configurationSettings.installPromOp: the setting stays stored with its old value, although it is no longer described; send installPromOp=True [extension/update-keeps]',
      'configurationProtectedSettings.relayServerConnectionString: the update deletes the protected setting, since it does not send it again; send all protected settings with every update [extension/update-deletes]',
    ]);
  });

  test('are none for an update that nobody notices', () => {
    expect(updateImpactIssues(plain({ enableTraining: 'False' }, { enableTraining: 'True' }))).toStrictEqual([]);
  });
});

/** Settings of any keys of the catalogue with values that they may have. */
const settings = fc
  .uniqueArray(fc.constantFrom(...CURRENT_NAMES.filter((name) => currentRow(name).map === 'plain')), { maxLength: 8 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.constantFrom(...rightValues(currentRow(name).value)).map((value) => [sampleKey(name), value] as const),
      ),
    ),
  )
  .map((entries): StoredSettings => Object.fromEntries(entries));

describe('an update from any settings to any others', () => {
  test('is nothing more once it is made, with the settings to reset and without those that stay', () => {
    fc.assert(
      fc.property(settings, settings, (old, next) => {
        const impact = plain(old, next);
        const merged = { ...old, ...next, ...impact.resets };
        const described = {
          ...next,
          ...impact.resets,
          ...Object.fromEntries(impact.keeps.map((key) => [key, old[key] ?? ''])),
        };

        expect(impact.action === 'replacement' ? 'none' : plain(merged, described).action).toBe('none');
      }),
    );
  });

  test('interrupts nobody whom no changed setting interrupts', () => {
    fc.assert(
      fc.property(settings, settings, (old, next) => {
        const { action, interrupts, settings: changed } = plain(old, next);
        const named = new Set(changed.flatMap((one) => one.interrupts));

        expect(action === 'replacement' ? 2 : named.size).toBe(interrupts.length);
      }),
    );
  });
});
