import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import {
  settingsMapIssues,
  type SettingsMapOptions,
  type SettingsMaps,
} from '../../../lib/model/extension/settings-map.rules';

/** The messages about the readable map. */
function plain(configurationSettings: Readonly<Record<string, unknown>>, options: SettingsMapOptions = {}): string[] {
  return settingsMapIssues({ configurationSettings }, options).map(formatIssue);
}

/** The messages about the protected map. */
function hidden(configurationProtectedSettings: Readonly<Record<string, unknown>>): string[] {
  return settingsMapIssues({ configurationProtectedSettings }, { stage: 'sent' }).map(formatIssue);
}

describe('settingsMapIssues', () => {
  test('takes what the documentation shows', () => {
    const maps: SettingsMaps = {
      configurationSettings: {
        enableTraining: 'True',
        enableInference: 'true',
        inferenceRouterServiceType: 'loadBalancer',
        sslCname: 'ml.contoso.com',
        'nodeSelector.kubernetes\\.io/os': 'linux',
        'toleration[0].key': 'sku',
      },
      configurationProtectedSettings: { sslCertPemFile: './cert.pem', sslKeyPemFile: 'C:\\tls\\key.pem' },
    };

    expect(settingsMapIssues(maps)).toStrictEqual([]);
    expect(settingsMapIssues({})).toStrictEqual([]);
    expect(settingsMapIssues({ configurationSettings: null, configurationProtectedSettings: null })).toStrictEqual([]);
  });

  test('fails for maps that are none', () => {
    expect(settingsMapIssues({ configurationProtectedSettings: '' as never }).map(formatIssue)).toStrictEqual([
      'configurationProtectedSettings: the value has the wrong type (received "a string", expected an object); give a value of the expected type [spec/type]',
    ]);
    expect(
      settingsMapIssues({ configurationSettings: ['enableTraining=True'] as never }, {}, ['extension']).map(
        formatIssue,
      ),
    ).toStrictEqual([
      'extension.configurationSettings: the value has the wrong type (received "a list", expected an object); give a value of the expected type [spec/type]',
    ]);
  });
});

describe('names of settings', () => {
  test('fail in another letter case', () => {
    expect(plain({ inferenceRouterHa: 'False', 'workloadToleration[1].key': 'gpu' })).toStrictEqual([
      'configurationSettings.inferenceRouterHa: the name of the setting is read in another letter case only; write inferenceRouterHA [extension/setting-case]',
      'configurationSettings["workloadToleration[1].key"]: the name of the setting is read in another letter case only; write workLoadToleration[1].key [extension/setting-case]',
    ]);
  });

  test('fail with a typing error', () => {
    expect(
      plain({ inferenceRouterServicType: 'ClusterIP', 'tolerations[3].effect': 'x', 'nodeSelektor.a.b/c': 'x' }),
    ).toStrictEqual([
      'configurationSettings.inferenceRouterServicType: no setting has this name, but a similar one exists; did you mean inferenceRouterServiceType? [extension/setting-misspelt]',
      'configurationSettings["tolerations[3].effect"]: no setting has this name, but a similar one exists; did you mean toleration[3].effect? [extension/setting-misspelt]',
      String.raw`configurationSettings["nodeSelektor.a.b/c"]: no setting has this name, but a similar one exists; did you mean nodeSelector.a\.b/c? [extension/setting-misspelt]`,
    ]);
  });

  test('warn when nothing similar exists', () => {
    expect(plain({ somethingNew: 'x', ['y'.repeat(1_000)]: 'x' }).map((text) => text.slice(-130))).toStrictEqual(
      [
        'no known setting has this name; look the name up; Azure stores it whether anything reads it or not [extension/setting-unknown]',
        'no known setting has this name; look the name up; Azure stores it whether anything reads it or not [extension/setting-unknown]',
      ].map((text) => expect.stringContaining(text) as string),
    );
  });

  test.each([
    ['privateEndpointILB', 'True', 'internalLoadBalancerProvider=azure instead'],
    ['privateEndpointILB', 'False', 'internalLoadBalancerProvider instead'],
    ['privateEndpointILB', 'yes', 'internalLoadBalancerProvider=azure instead, if it was true'],
    ['privateEndpointNodeport', 'true', 'inferenceRouterServiceType=NodePort instead'],
    ['inferenceLoadBalancerHA', 'False', 'inferenceRouterHA=False instead'],
    ['reuseExistingPromOp', 'True', 'installPromOp=False instead'],
    ['reuseExistingPromOp', 'false', 'installPromOp=True instead'],
    ['reuseExistingPromOp', 'no', 'installPromOp instead, whose value is the opposite'],
    ['volcanoScheduler.enable', 'false', 'installVolcano=false instead'],
    ['relayConnectionString', 'Endpoint=sb://secret', 'relayServerConnectionString instead'],
    ['installPrometheusOperator', 'True', 'installPromOp=True instead'],
    ['installVolcanoScheduler', 'True', 'installVolcano=True instead'],
    ['internalLbProvider', 'azure', 'internalLoadBalancerProvider instead'],
    ['sslSecretName', 'fe-tls', 'sslSecret instead'],
    ['InferenceLoadBalancerHa', 'False', 'inferenceRouterHA=False instead (read as inferenceLoadBalancerHA)'],
  ])('fail when another has their place: %s of %s', (key, value, instead) => {
    const [message = ''] = plain({ [key]: value });

    expect(message.replace(/^\S+ /, '')).toBe(
      `nothing reads this name any longer; another setting has its place; use ${instead} [extension/setting-retired]`,
    );
  });

  test('warn when nothing has their place', () => {
    expect(plain({ blobCsiDriverEnabled: 'True', '--config-settings': 'x' })).toStrictEqual([
      'configurationSettings.blobCsiDriverEnabled: nothing reads this setting: the extension no longer installs the CSI driver of Azure Blob; remove it [extension/setting-removed]',
      'configurationSettings["--config-settings"]: nothing reads this setting: a deprecated option of the Azure CLI and no setting; the option is --config now; remove it [extension/setting-removed]',
    ]);
  });

  test('fail when documents misspell them', () => {
    expect(hidden({ sslCertKeyFile: 'key.pem', sslCertPemFIle: 'cert.pem' })).toStrictEqual([
      'configurationProtectedSettings.sslCertKeyFile: no setting has this name, but a similar one exists; did you mean sslKeyPemFile? [extension/setting-misspelt]',
      'configurationProtectedSettings.sslCertPemFIle: no setting has this name, but a similar one exists; did you mean sslCertPemFile? [extension/setting-misspelt]',
    ]);
  });

  test.each(['nodeSelector.a.', 'NODESELECTOR.', 'cluster_nam'])('show nothing of a private key after %s', (start) => {
    const found = plain({ [`${start}-----BEGIN PRIVATE KEY-----\nMIIhunter2`]: 'x' });
    expect(found.length).toBeGreaterThan(0);
    expect(found.join()).not.toContain('hunter2');
  });

  test('fail when they are not known yet', () => {
    expect(plain({ [deferred('key')]: 'x' })).toStrictEqual([
      'configurationSettings["<key>"]: the value must be known when the program runs (received "<key>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
    ]);
  });
});

describe('maps of settings', () => {
  test('fail with a secret in the plain one, and warn of the contrary', () => {
    const key = 'relayServerConnectionString';
    const secret = 'Endpoint=sb://relay;SharedAccessKeyName=azureml_rw;SharedAccessKey=S3cret';

    expect(plain({ [key]: secret })).toStrictEqual([
      `configurationSettings.${key}: the setting is a secret, and this map can be read by everybody who can read the extension; move it to the protected settings [extension/setting-in-plain-map]`,
    ]);
    expect(hidden({ sslCname: 'ml.contoso.com' })).toStrictEqual([
      'configurationProtectedSettings.sslCname: the setting is no secret, and what stands among protected settings cannot be read back; move it to the plain settings; each update has to repeat all protected ones [extension/setting-in-protected-map]',
    ]);
  });

  test('fail with a setting in both', () => {
    const maps = { configurationSettings: { a: '1' }, configurationProtectedSettings: { a: '1' } };

    expect(settingsMapIssues(maps).map(formatIssue)).toContain(
      'configurationProtectedSettings.a: the setting stands in both maps; remove one of the two [extension/setting-in-both-maps]',
    );
  });
});

describe('values of settings', () => {
  test.each([
    [
      'enableTraining',
      'yes',
      'the setting cannot have this value (received "yes", expected True or False); give a value of the expected form [extension/setting-value]',
    ],
    [
      'relayserver.enabled',
      '0',
      'the setting cannot have this value (received "0", expected true or false); give a value of the expected form [extension/setting-value]',
    ],
    [
      'inferenceRouterServiceType',
      'loadBalancr',
      'the setting cannot have this value (received "loadBalancr", expected one of LoadBalancer, NodePort, ClusterIP); did you mean "LoadBalancer"? [extension/setting-value]',
    ],
    [
      'clusterPurpose',
      'devtest',
      'the setting cannot have this value (received "devtest", expected one of DevTest, FastProd, DenseProd); did you mean "DevTest"? [extension/setting-value]',
    ],
    [
      'toleration[0].effect',
      'NoSchddule',
      'the setting cannot have this value (received "NoSchddule", expected one of NoSchedule, NoExecute, PreferNoSchedule); did you mean "NoSchedule"? [extension/setting-value]',
    ],
    [
      'sslSecret',
      'fe_tls',
      'the text is not a DNS subdomain name (received "fe_tls", expected at most 253 lower-case letters, digits, hyphens and dots); use lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part [name/dns-subdomain]',
    ],
    [
      'amloperator.custom_ip_interface',
      'eth 1',
      'the setting cannot have this value (received "eth 1", expected at most 15 characters without white space, "/" and ":"); give a value of the expected form [extension/setting-value]',
    ],
    [
      'somethingNew',
      '',
      'the setting cannot have this value (received "", expected a text that is not empty); give a value of the expected form [extension/setting-value]',
    ],
    [
      'enableTraining',
      true,
      'the value of a setting is a text (received "a boolean", expected a text); write the text "True" [extension/setting-not-text]',
    ],
    [
      'somethingNew',
      5,
      'the value of a setting is a text (received "a number", expected a text); write the text "5" [extension/setting-not-text]',
    ],
    [
      'sslCname',
      null,
      'the value of a setting is a text (received "null", expected a text); write it as text [extension/setting-not-text]',
    ],
    [
      'enableTraining',
      deferred('training'),
      'the value must be known when the program runs (received "<training>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
    ],
    [
      'sslCname',
      deferred('name', { secret: true }),
      'a secret value stands in a field that is not secret (received "<name>"); give the secret where a secret is asked for, or a value that is not secret [deferred/secret-in-plain-text]',
    ],
    [
      'nginxIngress.controllerConfig.server-snippet',
      'a{b}',
      'the value holds characters that have a meaning for Helm, and whether they are escaped on the way is undocumented (received "a{b}"); use a value without comma, braces and backslash [extension/setting-helm-characters]',
    ],
    [
      'somethingNew',
      'a,b',
      'the value holds characters that have a meaning for Helm, and whether they are escaped on the way is undocumented (received "a,b"); use a value without comma, braces and backslash [extension/setting-helm-characters]',
    ],
  ])('are reported for %s of %j', (key, value, message) => {
    const found = plain({ [key]: value }, { stage: 'sent' }).map((text) => text.slice(text.indexOf(': ') + 2));

    expect(found.at(-1)).toBe(message);
  });

  test('may be known only at deployment where text flows through', () => {
    expect(
      plain({ sslCname: `${deferred('name')}.contoso.com`, domain: deferred('domain') }, { stage: 'sent' }),
    ).toStrictEqual([]);
    expect(hidden({ relayServerConnectionString: SecretValue.of(deferred('relay', { secret: true })) })).toStrictEqual(
      [],
    );
    expect(hidden({ 'scoringFe.sslKey': deferred('key', { secret: true }) })).toStrictEqual([]);
  });

  test('are not shown when they stand among secrets', () => {
    expect(hidden({ 'scoringFe.sslKey': 'S3cret', someSecret: 'S3,cret', inferenceRouterHA: 'S3cret' })).toStrictEqual([
      'configurationProtectedSettings["scoringFe.sslKey"]: the setting cannot have this value (expected the base64 of PEM text); give a value of the expected form [extension/setting-value]',
      'configurationProtectedSettings.someSecret: no known setting has this name; look the name up; Azure stores it whether anything reads it or not [extension/setting-unknown]',
      'configurationProtectedSettings.someSecret: the value holds characters that have a meaning for Helm, and whether they are escaped on the way is undocumented; use a value without comma, braces and backslash [extension/setting-helm-characters]',
      'configurationProtectedSettings.inferenceRouterHA: the setting is no secret, and what stands among protected settings cannot be read back; move it to the plain settings; each update has to repeat all protected ones [extension/setting-in-protected-map]',
      'configurationProtectedSettings.inferenceRouterHA: the setting cannot have this value (expected True or False); give a value of the expected form [extension/setting-value]',
    ]);
  });
});

describe('node selectors', () => {
  test('fail with a dot that is not escaped', () => {
    expect(plain({ 'nodeSelector.kubernetes.io/os': 'linux' })).toStrictEqual([
      String.raw`configurationSettings["nodeSelector.kubernetes.io/os"]: a dot in the label of a node selector has to be escaped, otherwise it nests the rest as another value; write nodeSelector.kubernetes\.io/os, in JSON and TypeScript with two backslashes in place of each one [extension/node-selector-dot]`,
    ]);
  });

  test('fail with what is no label', () => {
    expect(
      plain({ 'nodeSelector.a b': 'linux', 'nodeSelector.pool': '{ml}' }).map((text) => /\[[^[]*\]$/.exec(text)?.[0]),
    ).toStrictEqual(['[name/label-key]', '[name/label-value]', '[extension/setting-helm-characters]']);
  });
});

describe('what settings need', () => {
  test('is the capability that they serve', () => {
    expect(plain({ enableTraining: 'True', sslSecret: 'fe-tls', installVolcano: 'False' })).toStrictEqual([
      'configurationSettings.sslSecret: the setting has no effect without a capability that is not enabled; set enableInference=True or remove the setting [extension/setting-without-capability]',
    ]);
    expect(plain({ enableInference: 'True', installVolcano: 'False' })).toStrictEqual([
      'configurationSettings.installVolcano: the setting has no effect without a capability that is not enabled; set enableTraining=True or remove the setting [extension/setting-without-capability]',
    ]);
  });

  test('is not judged in a part of the settings, nor when derived settings are sent', () => {
    expect(plain({ sslSecret: 'fe-tls', installVolcano: 'False' })).toStrictEqual([]);
    expect(plain({ enableTraining: 'True', inferenceRouterHA: 'false' }, { stage: 'sent' })).toStrictEqual([]);
  });

  test('is the kind of cluster that they work on', () => {
    expect(plain({ internalLoadBalancerProvider: 'azure' }, { clusterKind: 'aks' })).toStrictEqual([]);
    expect(plain({ internalLoadBalancerProvider: 'azure' }, { clusterKind: 'arc' })).toStrictEqual([
      'configurationSettings.internalLoadBalancerProvider: the setting does not work on this kind of cluster (received "arc", expected aks); remove it [extension/setting-cluster-kind]',
    ]);
  });

  test('is a release that has them', () => {
    expect(plain({ installVolcano: 'False' }, { version: '1.1.88' })).toStrictEqual([]);
    expect(plain({ installVolcano: 'False' }, { version: 'newest' })).toStrictEqual([]);
    expect(plain({ installVolcano: 'False' }, { version: '1.0.37' })).toStrictEqual([
      'configurationSettings.installVolcano: the release of the extension does not have this setting yet (received "1.0.37", expected 1.1.5 or newer); use a newer release or remove the setting [extension/setting-release]',
    ]);
  });

  test('is nothing for derived settings, which are left out', () => {
    expect(plain({ openshift: 'true' }, { stage: 'sent' })).toStrictEqual([]);
    expect(plain({ openshift: 'true' })).toStrictEqual([
      'configurationSettings.openshift: the setting is derived from the cluster and other settings; leave it out, unless it has to differ from what is derived [extension/setting-derived]',
    ]);
  });
});
