import { deriveExtensionUpdate } from '../../../lib/model/extension/cli-update';
import type { CliUpdateInput } from '../../../lib/model/extension/cli-input';
import type { CliUpdateResult } from '../../../lib/model/extension/cli-outcome';
import { formatIssue } from '../../../lib/model/issues';
import { SecretValue } from '../../../lib/model/secret';
import { AKS, ARC, clearTexts } from '../../support/cli-inputs';

const STORED = { 'relayserver.enabled': 'false', 'servicebus.enabled': 'false' };
const PEM = { sslCertPemFile: 'cert.pem', sslKeyPemFile: 'key.pem' };
const FILES = { 'cert.pem': 'CERT', 'key.pem': SecretValue.of('KEY') };

function update(input: Partial<CliUpdateInput>): CliUpdateResult {
  const outcome = deriveExtensionUpdate({ cluster: AKS, original: STORED, ...input });
  if (!outcome.ok) throw new Error(outcome.issues.map(formatIssue).join('\n'));
  return outcome;
}

function refusals(input: Partial<CliUpdateInput>): readonly string[] {
  const outcome = deriveExtensionUpdate({ cluster: AKS, original: STORED, ...input });
  return outcome.ok ? [] : outcome.issues.map(formatIssue);
}

describe('deriveExtensionUpdate', () => {
  test('sends what is given and asks nothing when nobody is hurt', () => {
    expect(update({ settings: { installPromOp: 'False' }, version: '1.1.61' })).toStrictEqual({
      ok: true,
      settings: { installPromOp: 'False' },
      protected: null,
      booleanKeys: [],
      warnings: [],
      releaseTrain: null,
      version: '1.1.61',
      autoUpgradeMinorVersion: null,
      confirmation: null,
      diagnostics: [],
    });
  });

  test('tells a map that is not given from an empty one', () => {
    expect(update({ settings: null, protected: {} })).toMatchObject({ settings: null, protected: {} });
    expect(update({ settings: {} })).toMatchObject({ settings: {}, protected: null });
  });

  test.each([
    [{ enableTraining: 'false' }, ['jobs'], ['enableTraining']],
    [{ enableTraining: false, enableInference: 'FALSE' }, ['jobs', 'endpoints'], ['enableTraining', 'enableInference']],
    [{ installNvidiaDevicePlugin: 'False' }, ['jobs', 'endpoints'], ['installNvidiaDevicePlugin']],
    [{ sslCname: '', allowInsecureConnections: 'x' }, ['endpoints'], ['allowInsecureConnections', 'sslCname']],
    [{ 'a.nodeSelector.b': 'c' }, ['jobs', 'endpoints'], ['nodeSelector']],
    [{ logAnalyticsWS: 'TRUE' }, [], ['logAnalyticsWS']],
    [{ logAnalyticsWS: true, enableTraining: 'False' }, ['jobs'], ['enableTraining', 'logAnalyticsWS']],
  ])('asks about %j', (settings, impact, items) => {
    expect(update({ settings }).confirmation).toStrictEqual({ impact, items });
  });

  test.each([
    { enableTraining: 'True' },
    { enableInference: null },
    { installNvidiaDevicePlugin: 'True' },
    { logAnalyticsWS: 'no' },
    { nodeselector: 'x' },
  ])('does not ask about %j', (settings) => {
    expect(update({ settings }).confirmation).toBeNull();
  });

  test('asks about protected settings only when there are readable ones too', () => {
    const secret = { enableTraining: 'False' };

    expect(update({ protected: secret }).confirmation).toBeNull();
    expect(update({ settings: { a: 'b' }, protected: secret }).confirmation).toStrictEqual({
      impact: ['jobs'],
      items: ['enableTraining'],
    });
  });

  test('sends the connection strings of relay and service bus again, and the key of the workspace', () => {
    const outcome = update({
      cluster: ARC,
      protected: { someSecret: SecretValue.of('x') },
      original: { 'relayserver.enabled': 'True', 'servicebus.enabled': '' },
      azure: {
        relay: 'present',
        serviceBus: 'present',
        logAnalytics: 'present',
        relayConnectionString: SecretValue.of('relay'),
        serviceBusConnectionString: SecretValue.of('bus'),
        logAnalyticsSharedKey: SecretValue.of('key'),
      },
    });

    expect(clearTexts(outcome.protected ?? {})).toStrictEqual({
      someSecret: 'x',
      relayServerConnectionString: 'relay',
      'relayserver.relayConnectionString': 'relay',
      serviceBusConnectionString: 'bus',
      'servicebus.connectionString': 'bus',
      'azure_log_analytics.connection_string': 'key',
    });
  });

  test('does not ask for what is given, even if it is empty', () => {
    const given = {
      relayServerConnectionString: '',
      serviceBusConnectionString: null,
      'azure_log_analytics.connection_string': '<own>',
    };
    const outcome = update({
      protected: given,
      original: { 'relayserver.enabled': 'true', 'servicebus.enabled': 'true' },
      azure: { relay: 'absent', serviceBus: 'forbidden', logAnalytics: 'present' },
    });

    expect(clearTexts(outcome.protected ?? {})).toStrictEqual({
      ...given,
      'relayserver.relayConnectionString': '',
      'servicebus.connectionString': null,
    });
  });

  test('prefers PEM files to a secret, and sends the secret where one of the files is missing', () => {
    const settings = { sslSecret: 'fe-tls' };
    const both = update({ settings, protected: PEM, files: FILES });
    const one = update({ settings, protected: { sslKeyPemFile: 'key.pem' }, files: FILES });

    expect(both.settings).toStrictEqual(settings);
    expect(clearTexts(both.protected ?? {})).toStrictEqual({
      ...PEM,
      'scoringFe.sslCert': Buffer.from('CERT').toString('base64'),
      'scoringFe.sslKey': Buffer.from('KEY').toString('base64'),
    });
    expect(one.settings).toStrictEqual({ ...settings, 'scoringFe.sslSecret': 'fe-tls' });
  });

  test('resets the stored flag of an internal load balancer with the change to NodePort', () => {
    const flag = 'scoringFe.serviceType.internalLoadBalancer';
    const settings = { inferenceRouterServiceType: 'nodePort' };

    expect(update({ settings, original: { ...STORED, [flag]: 'True' } })).toMatchObject({
      settings: { ...settings, 'scoringFe.serviceType.nodePort': 'True', [flag]: 'False' },
      booleanKeys: [flag, 'scoringFe.serviceType.nodePort'],
      warnings: [],
    });
    expect(update({ settings }).settings).not.toHaveProperty([flag]);
  });

  test('does not show a secret among the readable settings', () => {
    expect(refusals({ settings: { sslSecret: SecretValue.of('fe-tls') } })).toStrictEqual([
      'settings.sslSecret: a secret value stands in a field that is not secret; give the secret where a secret is asked for, or a value that is not secret [deferred/secret-in-plain-text]',
    ]);
  });

  const secret = { k: 'v' };
  const connected = { 'relayserver.enabled': 'true', 'servicebus.enabled': 'true' };
  test.each<readonly [string, Partial<CliUpdateInput>]>([
    [
      'settings.inferenceRouterServiceType: the service type of the router is missing or unknown (received "bogus", expected LoadBalancer, NodePort or ClusterIP); set inferenceRouterServiceType to LoadBalancer, NodePort or ClusterIP [derivation/service-type]',
      { settings: { inferenceRouterServiceType: 'bogus' } },
    ],
    [
      'answer: the question about what the update interrupts was answered with no; update when no job runs and no endpoint is used, and confirm [derivation/declined]',
      { settings: { enableTraining: 'False' }, answer: 'no' },
    ],
    [
      'original["relayserver.enabled"]: protected settings cannot be updated: the stored settings do not say whether there is a relay (received nothing); first update the readable settings alone, with relayserver.enabled [derivation/stored-relay-flag]',
      { protected: secret, original: null },
    ],
    [
      'original["servicebus.enabled"]: protected settings cannot be updated: the stored settings do not say whether there is a service bus (received null); first update the readable settings alone, with servicebus.enabled [derivation/stored-service-bus-flag]',
      { protected: secret, original: { 'relayserver.enabled': 'false', 'servicebus.enabled': null } },
    ],
    [
      'azure.relay: the relay of the cluster does not exist any more (received "absent"); give relayServerConnectionString as a protected setting, or create the extension again [derivation/relay-gone]',
      { protected: secret, original: connected },
    ],
    [
      'azure.relay: the relay of the cluster cannot be read (received "forbidden"); ask for access to it, or give relayServerConnectionString as a protected setting [derivation/relay-unreadable]',
      { protected: secret, original: connected, azure: { relay: 'forbidden', serviceBus: 'forbidden' } },
    ],
    [
      'azure.serviceBus: the service bus of the cluster does not exist any more (received "absent"); give serviceBusConnectionString as a protected setting, or create the extension again [derivation/service-bus-gone]',
      { protected: secret, original: connected, azure: { relay: 'present' } },
    ],
    [
      'azure.serviceBus: the service bus of the cluster cannot be read (received "forbidden"); ask for access to it, or give serviceBusConnectionString as a protected setting [derivation/service-bus-unreadable]',
      { protected: secret, original: connected, azure: { relay: 'present', serviceBus: 'forbidden' } },
    ],
    [
      'protected.sslCertPemFile: the PEM file cannot be read (received "cert.pem"); give the path of a file whose content is known, for certificate and key [derivation/pem-file-missing]',
      { protected: PEM },
    ],
  ])('fails: %s', (message, input) => {
    expect(refusals(input)[0]).toBe(message);
  });

  test('says what it asked before it refused', () => {
    const settings = { sslCname: 'ml.contoso.com' };
    const outcome = deriveExtensionUpdate({ cluster: AKS, original: null, settings, protected: secret });

    expect(outcome).toMatchObject({ ok: false, confirmation: { impact: ['endpoints'], items: ['sslCname'] } });
  });
});
