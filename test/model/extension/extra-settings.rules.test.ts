import { deferred } from '../../../lib/model/deferred';
import type { ExtensionSpec } from '../../../lib/model/extension/extension';
import { extensionIssues } from '../../../lib/model/extension/extension.rules';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import { TRAINING } from '../../support/extensions';

function messages(extraSettings: unknown): string[] {
  return extensionIssues({ ...TRAINING, extraSettings } as ExtensionSpec).map(formatIssue);
}

describe('extra settings of an extension', () => {
  test('are taken with any key that nothing else writes', () => {
    const plain = {
      'amloperator.custom_ip_interface': 'ib0',
      'scoringFe.resourcesEnvoy.limits.memory': '500Mi',
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
      'extraSettings.protected.own: the setting is among the plain and the protected ones; keep it in one of the two [extension/setting-in-both-maps]',
    ]);
  });

  test.each(['', 'a b', 'a=b', 'a,b', '.a', 'a.', 'a..b', 'a[x]', 'a\\b', '{a}'])('fail on the key %j', (key) => {
    expect(messages({ plain: { [key]: 'x' } })).toStrictEqual([
      `extraSettings.plain[${JSON.stringify(key)}]: the text cannot be the key of a setting (received ${JSON.stringify(key)}, expected a key such as amloperator.custom_ip_interface); use names joined by dots, [0] for positions of lists, and a backslash before a dot inside a name [extension/setting-key]`,
    ]);
  });

  test('fail on settings without a value', () => {
    const fix = 'give a text that is not empty, or leave the setting out [extension/setting-value]';
    expect(messages({ plain: { own: '' }, protected: { other: SecretValue.of('') } })).toStrictEqual([
      `extraSettings.plain.own: a setting has no value; ${fix}`,
      `extraSettings.protected.other: a setting has no value; ${fix}`,
    ]);
    expect(messages({ plain: { own: true } })).toHaveLength(1);
  });

  test.each(['a,b', '{a}', 'a\\b'])('warn of the value %j', (value) => {
    const message =
      'the value holds characters that Helm --set reads as more than text; avoid comma, braces and backslash in values, or check that the chart receives what is meant [extension/setting-special-characters]';
    expect(messages({ plain: { own: value } })).toStrictEqual([`extraSettings.plain.own: ${message}`]);
    expect(messages({ protected: { own: SecretValue.of(value) } })).toStrictEqual([
      `extraSettings.protected.own: ${message}`,
    ]);
  });
});
