import { deferred } from '../../../lib/model/deferred';
import type { ExtensionSpec } from '../../../lib/model/extension/extension';
import { extensionIssues } from '../../../lib/model/extension/extension.rules';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import { INFERENCE, TRAINING } from '../../support/extensions';

function messages(extraSettings: unknown): string[] {
  return extensionIssues({ ...TRAINING, extraSettings } as ExtensionSpec).map(formatIssue);
}

describe('extra settings of an extension', () => {
  test('are taken with any key that nothing else writes', () => {
    const plain = {
      'amloperator.custom_ip_interface': 'ib0',
      'list[0].name': 'x',
      'map.app\\.kubernetes\\.io/name': 'x',
      domain: deferred('domain'),
    };
    expect(messages({ plain, protected: { own: SecretValue.of('s3cr3t') } })).toStrictEqual([]);
    expect(messages({})).toStrictEqual([]);
  });

  test.each([
    ['sslCname', 'enableInference.https.sslCname'],
    ['SSLCNAME', 'enableInference.https.sslCname'],
    ['scoringFe.serviceType.nodePort', 'enableInference.inferenceRouterServiceType'],
    ['nodeSelector.purpose', 'nodeSelector'],
    ['workloadtoleration[0].key', 'tolerations.workload'],
    ['cluster_name', 'the resource id of the cluster'],
  ])('fail on %s, which %s is for', (key, owner) => {
    expect(messages({ plain: { [key]: 'x' } })).toStrictEqual([
      `extraSettings.plain${/^\w+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`}: the setting has a property, or is derived from the description (expected ${owner}); use ${owner} [extension/setting-owned]`,
    ]);
  });

  test('fail on a secret under a key with a property, without showing it', () => {
    const issues = messages({ protected: { relayServerConnectionString: SecretValue.of('s3cr3t') } });
    expect(issues).toStrictEqual([
      'extraSettings.protected.relayServerConnectionString: the setting has a property, or is derived from the description (expected relay.connectionString); use relay.connectionString [extension/setting-owned]',
    ]);
  });

  test('fail on a key in both maps', () => {
    expect(messages({ plain: { own: 'x' }, protected: { own: SecretValue.of('s3cr3t') } })).toStrictEqual([
      'extraSettings.protected.own: the setting stands in both maps; remove one of the two [extension/setting-in-both-maps]',
    ]);
  });

  test('are judged by the catalogue where it knows them', () => {
    const codesOf = (plain: object, spec: object = TRAINING): string[] =>
      extensionIssues({ ...spec, extraSettings: { plain } } as ExtensionSpec).map(
        ({ code, path }) => `${path.join('.')} ${code}`,
      );
    expect(codesOf({ enable_https: 'no' })).toStrictEqual(['extraSettings.plain.enable_https extension/setting-value']);
    expect(codesOf({ 'amloperator.custom_ip_interfac': 'ib0' })).toStrictEqual([
      'extraSettings.plain.amloperator.custom_ip_interfac extension/setting-misspelt',
    ]);
    expect(codesOf({ reuseExistingPromOp: 'True' })).toStrictEqual([
      'extraSettings.plain.reuseExistingPromOp extension/setting-retired',
    ]);
    const pinned = { ...INFERENCE, upgrades: { kind: 'pinned', version: '1.1.88' } };
    expect(codesOf({ 'amloperator.custom_ip_interface': 'ib0' }, pinned)).toStrictEqual([
      'extraSettings.plain.amloperator.custom_ip_interface extension/setting-without-capability',
    ]);
  });

  test.each(['', 'a b', 'a=b', 'a,b', '.a', 'a.', 'a..b', 'a[x]', 'a\\b', '{a}'])('fail on the key %j', (key) => {
    expect(messages({ plain: { [key]: 'x' } })).toStrictEqual([
      `extraSettings.plain[${JSON.stringify(key)}]: the text cannot be the key of a setting (received ${JSON.stringify(key)}, expected a key such as amloperator.custom_ip_interface); use names joined by dots, [0] for positions of lists, and a backslash before a dot inside a name [extension/setting-key]`,
    ]);
  });

  test('fail on settings without a value', () => {
    const message =
      'the setting cannot have this value (expected a text that is not empty); give a value of the expected form [extension/setting-value]';
    expect(messages({ plain: { own: '' }, protected: { other: SecretValue.of('') } })).toStrictEqual([
      `extraSettings.plain.own: ${message.replace('(', '(received "", ')}`,
      `extraSettings.protected.other: ${message}`,
    ]);
    expect(messages({ plain: { own: true } })).toHaveLength(1);
  });

  test.each(['a,b', '{a}', 'a\\b'])('warn of the value %j', (value) => {
    const message =
      'the value holds characters that have a meaning for Helm, and whether they are escaped on the way is undocumented';
    const fix = 'use a value without comma, braces and backslash [extension/setting-helm-characters]';
    expect(messages({ plain: { own: value } })).toStrictEqual([
      `extraSettings.plain.own: ${message} (received ${JSON.stringify(value)}); ${fix}`,
    ]);
    expect(messages({ protected: { own: SecretValue.of(value) } })).toStrictEqual([
      `extraSettings.protected.own: ${message}; ${fix}`,
    ]);
  });
});
