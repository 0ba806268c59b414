import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { base64, type CliCreateInput, type CliUpdateInput } from '../../lib/model';
import { derive, type Case } from '../../tools/vectors/cases';
import { DEVIATIONS, deviate } from '../../tools/vectors/deviations';
import type { Texts, VectorResult } from '../../tools/vectors/vector';
import { AKS, ARC } from '../support/cli-inputs';

const TRAINING = { enableTraining: 'True' };
const STORED = { 'relayserver.enabled': 'false', 'servicebus.enabled': 'false' };
const ILB = 'scoringFe.serviceType.internalLoadBalancer';

function install(input: Partial<CliCreateInput>): Case {
  return { op: 'create', input: { cluster: AKS, settings: TRAINING, ...input } };
}

function change(input: Partial<CliUpdateInput>): Case {
  return { op: 'update', input: { cluster: AKS, original: STORED, ...input } };
}

function appliedTo(one: Case): readonly string[] {
  return DEVIATIONS.filter(({ applies }) => applies(one)).map(({ name }) => name);
}

/** What the Azure CLI sends for training on a cluster, but for what a test is about. */
function sent(one: Case, settings: Texts, others: Partial<VectorResult> = {}): VectorResult {
  const { resourceId, name } = one.input.cluster;
  return {
    ok: true,
    settings: {
      enableTraining: 'True',
      enableInference: 'False',
      cluster_name: resourceId,
      clusterId: resourceId,
      'prometheus.prometheusSpec.externalLabels.cluster_name': resourceId,
      cluster_name_friendly: name,
      location: 'eastus',
      jobSchedulerLocation: 'eastus',
      domain: 'eastus.cloudapp.azure.com',
      'servicebus.enabled': 'false',
      ...settings,
    },
    protected: {},
    bool: ['enableInference'],
    releaseTrain: 'stable',
    releaseNamespace: 'azureml',
    version: null,
    autoUpgradeMinorVersion: null,
    createIdentity: true,
    ...others,
  };
}

const RELAY_ID =
  '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg/providers/Microsoft.Relay/namespaces/mlcluster00000000111122223333444444444444rgrelay/hybridConnections/ml-cluster';
const RELAY = { 'relayserver.hybridConnectionResourceID': RELAY_ID, 'relayserver.hybridConnectionName': 'ml-cluster' };
const RELAY_SECRETS = {
  relayServerConnectionString: '<relay-connection-string>',
  'relayserver.relayConnectionString': '<relay-connection-string>',
};
const AS_ARC = { 'relayserver.enabled': 'true', 'nginxIngress.enabled': 'false' };
const AS_AKS = { 'relayserver.enabled': 'false', 'nginxIngress.enabled': 'true' };
const CREATED = {
  createsInAzure: [
    {
      kind: 'relayNamespace' as const,
      name: 'mlcluster00000000111122223333444444444444rgrelay',
      location: 'eastus',
      tags: { created_by: 'Azure Arc-enabled ML' },
    },
    { kind: 'hybridConnection' as const, name: 'ml-cluster', requiresClientAuthorization: true },
    {
      kind: 'hybridConnectionAuthorizationRule' as const,
      name: 'azureml_rw',
      rights: ['Manage', 'Send', 'Listen'],
    },
  ],
};

describe('the deviation cluster-type-letter-case', () => {
  const cluster = { ...AKS, type: 'managedclusters' };

  test('applies to installs on AKS whose type is typed in another case', () => {
    expect(appliedTo(install({ cluster }))).toStrictEqual(['cluster-type-letter-case']);
    expect(appliedTo(install({}))).toStrictEqual([]);
    expect(appliedTo(install({ cluster: { ...ARC, type: 'connectedclusters' } }))).toStrictEqual([]);
    expect(appliedTo(change({ cluster, settings: TRAINING }))).toStrictEqual([]);
  });

  test.each<readonly [string, Partial<CliCreateInput>, Texts, Partial<VectorResult>]>([
    ['the relay that was created', {}, { ...AS_ARC, ...RELAY }, { protected: RELAY_SECRETS, ...CREATED }],
    [
      'the relay that was there, and keeps what it overwrote',
      {
        azure: { relay: 'present' },
        settings: { ...TRAINING, 'relayserver.hybridConnectionName': 'own' },
        protected: { relayServerConnectionString: '' },
      },
      { ...AS_ARC, ...RELAY },
      { protected: RELAY_SECRETS },
    ],
    [
      'nothing of an own relay',
      { protected: { relayServerConnectionString: '<own>' } },
      AS_ARC,
      { protected: { relayServerConnectionString: '<own>', 'relayserver.relayConnectionString': '<own>' } },
    ],
    [
      'nothing of a relay that is asked for',
      { settings: { ...TRAINING, 'relayserver.enabled': 'true', 'nginxIngress.enabled': 'x' } },
      { ...AS_ARC, 'nginxIngress.enabled': 'x', ...RELAY },
      { protected: RELAY_SECRETS, ...CREATED },
    ],
  ])('removes %s', (_, input, settings, others) => {
    const one = install({ cluster, ...input });
    const { outcome } = deviate(sent(one, settings, others), one);

    expect(outcome).toStrictEqual(derive(one));
  });

  test('names a boolean that the relay overwrote', () => {
    const one = install({ cluster, settings: { ...TRAINING, 'relayserver.hybridConnectionName': true } });
    const { outcome } = deviate(sent(one, { ...AS_ARC, ...RELAY }, { protected: RELAY_SECRETS, ...CREATED }), one);

    expect(outcome).toStrictEqual(derive(one));
    expect(outcome).toMatchObject({ bool: ['enableInference', 'relayserver.hybridConnectionName'] });
  });
});

describe('the deviation openshift-without-node-count', () => {
  const distribution = 'OpenShift';

  test.each([
    { ...ARC, nodes: null, distribution },
    { ...AKS, pools: [1, null], nodes: null, distribution },
    { ...AKS, pools: null, nodes: null, distribution },
  ])('applies to %j', (cluster) => {
    const one = install({ cluster });
    const isAks = cluster.type === AKS.type;
    const theirs = isAks
      ? sent(one, AS_AKS)
      : sent(one, { ...AS_ARC, ...RELAY }, { protected: RELAY_SECRETS, ...CREATED });

    expect(appliedTo(one)).toStrictEqual(['openshift-without-node-count']);
    expect(deviate(theirs, one).outcome).toStrictEqual(derive(one));
  });

  test.each([
    { ...ARC, distribution },
    { ...AKS, pools: [1], distribution },
    { ...ARC, nodes: null, distribution: 'k3s' },
    { ...ARC, type: 'provisionedClusters', nodes: null, distribution },
  ])('does not apply to %j', (cluster) => {
    expect(appliedTo(install({ cluster }))).toStrictEqual([]);
  });

  test('turns a mark that was given as a boolean into text', () => {
    const one = install({
      cluster: { ...AKS, nodes: null, distribution },
      settings: { ...TRAINING, openshift: false },
    });
    const theirs = sent(one, { ...AS_AKS, openshift: 'False' }, { bool: ['enableInference', 'openshift'] });

    expect(deviate(theirs, one).outcome).toStrictEqual(derive(one));
  });
});

describe('the deviation node-port-resets-internal-load-balancer', () => {
  const settings = { inferenceRouterServiceType: 'NodePort' };
  const original = { ...STORED, [ILB]: 'True' };

  test('applies to updates to NodePort where an internal load balancer is stored', () => {
    expect(appliedTo(change({ settings, original }))).toStrictEqual(['node-port-resets-internal-load-balancer']);
    expect(appliedTo(change({ protected: settings, original }))).toHaveLength(1);
    expect(appliedTo(change({ settings }))).toStrictEqual([]);
    expect(appliedTo(change({ settings: { inferenceRouterServiceType: 'ClusterIP' }, original }))).toStrictEqual([]);
    expect(appliedTo(change({ settings: { ...settings, internalLoadBalancerProvider: 'x' }, original }))).toStrictEqual(
      [],
    );
  });

  test.each([{}, { [ILB]: true }])('resets the flag, also where %j is given', (given) => {
    const one = change({ settings: { ...settings, ...given }, original });
    const theirs = {
      ok: true as const,
      settings: { ...settings, 'scoringFe.serviceType.nodePort': 'True', ...(ILB in given ? { [ILB]: 'True' } : {}) },
      protected: null,
      bool: [...Object.keys(given), 'scoringFe.serviceType.nodePort'],
      releaseTrain: null,
      version: null,
      autoUpgradeMinorVersion: null,
      confirmation: { impact: ['endpoints' as const], items: ['inferenceRouterServiceType'] },
    };

    expect(deviate(theirs, one).outcome).toStrictEqual(derive(one));
  });
});

describe('the deviation pem-line-ends-kept', () => {
  const secrets = { sslCertPemFile: 'cert.pem', sslKeyPemFile: 'key.pem' };
  const files = { 'cert.pem': 'CERT\r\n', 'key.pem': 'KEY\n' };

  test('applies to PEM files with carriage returns', () => {
    expect(appliedTo(change({ protected: secrets, files }))).toStrictEqual(['pem-line-ends-kept']);
    expect(appliedTo(change({ protected: secrets, files: { ...files, 'cert.pem': 'CERT\n' } }))).toStrictEqual([]);
    expect(appliedTo(install({ files }))).toStrictEqual([]);
  });

  test('sends the exact bytes', () => {
    const one = change({ protected: secrets, files });
    const theirs = {
      ok: true as const,
      settings: null,
      protected: { ...secrets, 'scoringFe.sslCert': base64('CERT\n'), 'scoringFe.sslKey': base64('KEY\n') },
      bool: [],
      releaseTrain: null,
      version: null,
      autoUpgradeMinorVersion: null,
      confirmation: null,
    };

    expect(deviate(theirs, one).outcome).toStrictEqual(derive(one));
  });

  test('leaves settings alone for which no file was read', () => {
    const one = install({ protected: secrets, files });

    expect(deviate(sent(one, AS_AKS, { protected: secrets }), one).outcome).toStrictEqual(derive(one));
  });
});

describe('the deviations', () => {
  test('leave refusals as they are', () => {
    const refusal = { ok: false as const, rule: 'nothing-enabled', errorType: 'InvalidArgumentValueError' };
    const one = install({ cluster: { ...AKS, type: 'managedclusters' }, settings: {} });

    expect(deviate(refusal, one)).toStrictEqual({ outcome: refusal, names: [] });
  });

  test('are each named in the documentation', () => {
    const page = readFileSync(join(__dirname, '../../docs/extension-derivation.md'), 'utf8');

    expect(DEVIATIONS.map(({ name }) => name).filter((name) => !page.includes(`\`${name}\``))).toStrictEqual([]);
  });
});
