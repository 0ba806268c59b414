import { base64, deferred } from '../../../lib/model/deferred';
import { deriveExtensionCreate } from '../../../lib/model/extension/cli-create';
import type { CliCluster, CliCreateInput } from '../../../lib/model/extension/cli-input';
import type { CliCreateResult } from '../../../lib/model/extension/cli-outcome';
import { formatIssue } from '../../../lib/model/issues';
import { revealSecret, SecretValue } from '../../../lib/model/secret';
import { AKS, ARC, clearTexts } from '../../support/cli-inputs';

const INFERENCE = {
  enableInference: 'True',
  inferenceRouterServiceType: 'LoadBalancer',
  allowInsecureConnections: 'True',
};
const TLS = { enableInference: 'True', inferenceRouterServiceType: 'LoadBalancer', sslCname: 'ml.contoso.com' };
const PEM = { sslCertPemFile: 'cert.pem', sslKeyPemFile: 'key.pem' };
const FILES = { 'cert.pem': 'CERT\r\n', 'key.pem': SecretValue.of('KEY\n') };

function create(input: Partial<CliCreateInput>): CliCreateResult {
  const outcome = deriveExtensionCreate({ cluster: AKS, ...input });
  if (!outcome.ok) throw new Error(outcome.issues.map(formatIssue).join('\n'));
  return outcome;
}

function refusals(input: Partial<CliCreateInput>): readonly string[] {
  const outcome = deriveExtensionCreate({ cluster: AKS, ...input });
  return outcome.ok ? [] : outcome.issues.map(formatIssue);
}

describe('deriveExtensionCreate', () => {
  test('derives what training on a small AKS cluster needs', () => {
    const id = AKS.resourceId;

    expect(create({ settings: { enableTraining: 'True' }, cluster: { ...AKS, nodes: 1 } })).toStrictEqual({
      ok: true,
      settings: {
        enableTraining: 'True',
        enableInference: 'False',
        cluster_name: id,
        clusterId: id,
        'prometheus.prometheusSpec.externalLabels.cluster_name': id,
        cluster_name_friendly: 'ml-cluster',
        location: 'eastus',
        jobSchedulerLocation: 'eastus',
        domain: 'eastus.cloudapp.azure.com',
        clusterPurpose: 'DevTest',
        inferenceRouterHA: 'false',
        'nginxIngress.enabled': 'true',
        'relayserver.enabled': 'false',
        'servicebus.enabled': 'false',
      },
      protected: {},
      booleanKeys: ['enableInference'],
      warnings: [],
      createsInAzure: [],
      createIdentity: true,
      releaseTrain: 'stable',
      releaseNamespace: 'azureml',
      version: null,
      autoUpgradeMinorVersion: null,
      diagnostics: [],
    });
  });

  test('creates a relay for an Arc cluster and sends its deferred connection string', () => {
    const outcome = create({ settings: { enableTraining: 'True' }, cluster: ARC });
    const text = deferred('relay-connection-string', { secret: true, known: 'deployment-run' });

    expect(outcome.createsInAzure.map(({ kind, name }) => [kind, name])).toStrictEqual([
      ['relayNamespace', 'mlcluster00000000111122223333444444444444rgrelay'],
      ['hybridConnection', 'ml-cluster'],
      ['hybridConnectionAuthorizationRule', 'azureml_rw'],
    ]);
    expect(clearTexts(outcome.protected)).toStrictEqual({
      relayServerConnectionString: text,
      'relayserver.relayConnectionString': text,
    });
    expect(JSON.stringify(outcome.protected)).not.toContain('relay-connection-string');
  });

  test('takes the connection string of a relay that exists, and creates none', () => {
    const outcome = create({
      settings: { enableTraining: 'True' },
      cluster: ARC,
      azure: { relay: 'present', relayConnectionString: SecretValue.of('Endpoint=sb://relay') },
    });

    expect(outcome.createsInAzure).toStrictEqual([]);
    expect(clearTexts(outcome.protected)).toStrictEqual({
      relayServerConnectionString: 'Endpoint=sb://relay',
      'relayserver.relayConnectionString': 'Endpoint=sb://relay',
    });
  });

  test('keeps the bytes of PEM files and prefers them to a secret', () => {
    const outcome = create({ settings: { ...TLS, sslSecret: 'fe-tls' }, protected: PEM, files: FILES });

    expect(clearTexts(outcome.protected)).toStrictEqual({
      ...PEM,
      'scoringFe.sslCert': Buffer.from('CERT\r\n').toString('base64'),
      'scoringFe.sslKey': Buffer.from('KEY\n').toString('base64'),
    });
    expect(outcome.settings).not.toHaveProperty(['scoringFe.sslSecret']);
  });

  test('sends booleans as Python writes them, numbers as text and null as null', () => {
    const outcome = create({ settings: { ...INFERENCE, allowInsecureConnections: true, count: 3, empty: null } });

    expect(outcome.settings).toMatchObject({ allowInsecureConnections: 'True', count: '3', empty: null });
    expect(outcome.booleanKeys).toStrictEqual(['allowInsecureConnections', 'enableTraining']);
    expect(outcome.warnings).toStrictEqual(['tls-off']);
  });

  test('takes a setting that is undefined as not given', () => {
    const given = { enableTraining: 'True', location: undefined };

    expect(create({ settings: given }).settings).toMatchObject({ location: 'eastus' });
  });

  test('takes the domain that is given beside the settings', () => {
    const outcome = create({ settings: { enableTraining: 'True', doamin: 'a' }, domain: 'eastus.cloudapp.example' });

    expect(outcome.settings).toMatchObject({ domain: 'eastus.cloudapp.example', doamin: 'a' });
  });

  test('warns that a domain in the settings is overwritten', () => {
    const { settings, diagnostics } = create({ settings: { enableTraining: 'True', domain: 'ml.contoso.com' } });

    expect(settings['domain']).toBe('eastus.cloudapp.azure.com');
    expect(diagnostics.map(formatIssue)).toStrictEqual([
      'settings.domain: the setting "domain" is overwritten (received "ml.contoso.com", expected eastus.cloudapp.azure.com); give the domain beside the settings [derivation/domain-overwritten]',
    ]);
  });

  test.each([{ domain: 'eastus.cloudapp.azure.com' }, {}])('does not warn of the domain %j', (given) => {
    expect(create({ settings: { enableTraining: 'True', ...given } }).diagnostics).toStrictEqual([]);
  });

  test('lets text that flows through be deferred', () => {
    const cluster: CliCluster = {
      ...AKS,
      location: deferred('location'),
      resourceId: deferred('id'),
      name: deferred('name'),
    };
    const { settings } = create({ settings: { enableTraining: 'True' }, cluster });

    expect(settings).toMatchObject({ clusterId: deferred('id'), cluster_name_friendly: deferred('name') });
    expect(settings['domain']).toMatch(/\.cloudapp\.azure\.com$/);
  });

  test('lets a certificate and a key be deferred', () => {
    const files = { 'cert.pem': deferred('certificate'), 'key.pem': SecretValue.of(deferred('key', { secret: true })) };
    const outcome = create({ settings: TLS, protected: PEM, files });

    expect(clearTexts(outcome.protected)).toMatchObject({
      'scoringFe.sslCert': base64(deferred('certificate')),
      'scoringFe.sslKey': base64(deferred('key', { secret: true })),
    });
  });

  test('names booleans of both maps', () => {
    const outcome = create({ settings: { enableTraining: true }, protected: { b: true, a: false, c: 'True' } });

    expect(outcome.booleanKeys).toStrictEqual(['a', 'b', 'enableInference', 'enableTraining']);
    expect(clearTexts(outcome.protected)).toStrictEqual({ a: 'False', b: 'True', c: 'True' });
  });

  test('does not judge a domain that is not known yet', () => {
    const cluster = { ...AKS, location: deferred('location') };
    const settings = { enableTraining: 'True', domain: 'eastus.cloudapp.azure.com' };

    expect(create({ settings, cluster }).diagnostics).toStrictEqual([]);
  });

  test('does not take the name of a property of every object for a file', () => {
    const given = { ...PEM, sslKeyPemFile: 'toString' };

    expect(refusals({ settings: TLS, protected: given, files: FILES })).toHaveLength(1);
  });

  test('does not show a secret among the readable settings, wherever it was given', () => {
    const certificate = SecretValue.of('<own>');

    expect(refusals({ settings: { ...TLS }, protected: { sslSecret: certificate } })).toStrictEqual([
      'settings["scoringFe.sslSecret"]: a secret value stands in a field that is not secret; give the secret where a secret is asked for, or a value that is not secret [deferred/secret-in-plain-text]',
    ]);
  });

  test.each<readonly [string, Partial<CliCreateInput>]>([
    [
      'scope: the extension cannot be installed for one namespace (received "namespace"); leave the scope out: the extension belongs to the whole cluster [derivation/namespace-scope]',
      { scope: 'namespace' },
    ],
    [
      'protected.a: the key stands in the readable and in the protected settings; give it in one of the two [derivation/duplicate-key]',
      { settings: { a: '1' }, protected: { a: SecretValue.of('2') } },
    ],
    [
      'neither training nor inference is enabled; set enableTraining or enableInference to True [derivation/nothing-enabled]',
      { settings: { enableTraining: 'yes' } },
    ],
    [
      'inference has neither a certificate nor the permission to go without; give sslSecret, or sslCertPemFile and sslKeyPemFile as protected settings, or allowInsecureConnections=True [derivation/tls-undecided]',
      { settings: { enableInference: 'True' } },
    ],
    [
      'settings.sslCname: a certificate is given, but not the name that it is for; set sslCname, or remove the certificate where insecure connections are allowed [derivation/cname-missing]',
      { settings: { ...INFERENCE, sslSecret: 'fe-tls' } },
    ],
    [
      'settings.inferenceRouterServiceType: the service type of the router is missing or unknown (received "bogus", expected LoadBalancer, NodePort or ClusterIP); set inferenceRouterServiceType to LoadBalancer, NodePort or ClusterIP [derivation/service-type]',
      { settings: { ...INFERENCE, inferenceRouterServiceType: 'bogus' } },
    ],
    [
      'settings.inferenceRouterServiceType: the service type of the router is not text (received true); write inferenceRouterServiceType as text: LoadBalancer, NodePort or ClusterIP [derivation/service-type-not-text]',
      { settings: { ...INFERENCE, inferenceRouterServiceType: true } },
    ],
    [
      'protected.internalLoadBalancerProvider: a router on node ports has no load balancer that could be internal; remove internalLoadBalancerProvider, or choose the service type LoadBalancer [derivation/node-port-with-internal-load-balancer]',
      {
        settings: { ...INFERENCE, inferenceRouterServiceType: 'NodePort' },
        protected: { internalLoadBalancerProvider: 'azure' },
      },
    ],
    [
      'protected.sslKeyPemFile: the PEM file cannot be read (received "key.pem"); give the path of a file whose content is known, for certificate and key [derivation/pem-file-missing]',
      { settings: TLS, protected: PEM, files: { 'cert.pem': 'CERT' } },
    ],
    [
      'protected.sslCertPemFile: the PEM file holds more than ASCII (received "cert.pem"); remove comments and byte order marks: PEM is plain ASCII [derivation/pem-file-not-ascii]',
      { settings: TLS, protected: PEM, files: { ...FILES, 'cert.pem': '\uFEFFCERT' } },
    ],
    [
      'azure.relay: the relay of the cluster cannot be read (received "forbidden"); ask for access to it, or give relayServerConnectionString as a protected setting [derivation/relay-unreadable]',
      { settings: { enableTraining: 'True' }, cluster: ARC, azure: { relay: 'forbidden' } },
    ],
    [
      'azure.serviceBus: the service bus of the cluster cannot be read (received "forbidden"); ask for access to it, or give serviceBusConnectionString as a protected setting [derivation/service-bus-unreadable]',
      { settings: { enableTraining: 'True', 'servicebus.enabled': 'true' }, azure: { serviceBus: 'forbidden' } },
    ],
    [
      'azure.logAnalytics: the Log Analytics workspace of the cluster cannot be read (received "forbidden"); ask for access to it, or give azure_log_analytics.connection_string as a protected setting [derivation/log-analytics-unreadable]',
      { settings: { enableTraining: 'True', logAnalyticsWS: 'true' }, azure: { logAnalytics: 'forbidden' } },
    ],
    [
      'cluster.name: the value must be known when the program runs (received "<name>"); give a literal text: names, shapes or amounts are derived from it before the deployment [deferred/literal-required]',
      { settings: { enableTraining: 'True' }, cluster: { ...ARC, name: deferred('name') } },
    ],
  ])('fails: %s', (message, input) => {
    expect(refusals(input)).toStrictEqual([message]);
  });

  test('never shows the content of a key file', () => {
    const files = { ...FILES, 'key.pem': SecretValue.of('-----BEGIN KEY-----\nä') };
    const outcome = deriveExtensionCreate({ cluster: AKS, settings: TLS, protected: PEM, files });

    expect(JSON.stringify(outcome)).not.toContain('BEGIN');
  });

  test('keeps protected values that are secrets as they are', () => {
    const token = SecretValue.of('token');
    const outcome = create({ settings: { enableTraining: 'True' }, protected: { token, other: 'text' } });

    expect(outcome.protected['token']).toBe(token);
    expect(revealSecret(outcome.protected['other'] ?? SecretValue.of(''))).toBe('text');
  });
});
