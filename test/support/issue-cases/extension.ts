import { deriveExtensionCreate } from '../../../lib/model/extension/cli-create';
import type { CliCreateInput, CliUpdateInput } from '../../../lib/model/extension/cli-input';
import { deriveExtensionUpdate } from '../../../lib/model/extension/cli-update';
import type { DERIVATION_CODES } from '../../../lib/model/extension/derivation.codes';
import type { EXTENSION_CODES } from '../../../lib/model/extension/extension.codes';
import type { EXTENSION_SPEC_CODES } from '../../../lib/model/extension/extension-spec.codes';
import type { ClusterSpec } from '../../../lib/model/azure/cluster';
import { resolveCluster } from '../../../lib/model/azure/resolve-cluster';
import type { ExtensionSpec } from '../../../lib/model/extension/extension';
import {
  extensionIssues,
  extensionOnClusterIssues,
  extensionSetIssues,
} from '../../../lib/model/extension/extension.rules';
import type { SETTING_CODES } from '../../../lib/model/extension/settings.codes';
import { settingsMapIssues, type SettingsMapOptions } from '../../../lib/model/extension/settings-map.rules';
import type { UPDATE_CODES } from '../../../lib/model/extension/update.codes';
import { updateImpact, updateImpactIssues } from '../../../lib/model/extension/update-impact';
import { SecretValue } from '../../../lib/model/secret';
import * as cli from '../cli-inputs';
import { AKS, ARC, INFERENCE, TRAINING } from '../extensions';
import { casesOf, changesOf, type IssueCases } from './issue-case';

const training = changesOf(extensionIssues, TRAINING);
const inference = casesOf((changes: object) =>
  extensionIssues({ ...INFERENCE, enableInference: { ...INFERENCE.enableInference, ...changes } }),
);
const placed = casesOf(([spec, cluster]: readonly [ExtensionSpec, ClusterSpec]) =>
  extensionOnClusterIssues(spec, cluster),
);
const routed = (changes: object): object => ({
  ...INFERENCE,
  enableInference: { ...INFERENCE.enableInference, ...changes },
});
const secured = (https: object): object => ({ allowInsecureConnections: undefined, https });
const internal = { internalLoadBalancerProvider: 'azure' };

export const EXTENSION_CASES = {
  'extension/name': training({ name: '-x' }),
  'extension/name-for-helm': training({ name: 'AzureML' }),
} satisfies IssueCases<typeof EXTENSION_CODES>;

export const EXTENSION_SPEC_CASES = {
  'extension/nothing-enabled': training({ enableTraining: false }),
  'extension/inference-choices': training({ enableInference: true }, { enableInference: INFERENCE.enableInference }),
  'extension/https-or-insecure': inference({ allowInsecureConnections: undefined }, {}),
  'extension/https-source': inference(
    secured({ sslCname: 'ml.contoso.com' }),
    secured({ sslCname: 'ml.contoso.com', sslSecret: 'tls' }),
  ),
  'extension/internal-load-balancer': inference(
    { inferenceRouterServiceType: 'NodePort', ...internal },
    { inferenceRouterServiceType: 'LoadBalancer', ...internal },
  ),
  'extension/internal-load-balancer-unused': inference(
    { inferenceRouterServiceType: 'ClusterIP', ...internal },
    { inferenceRouterServiceType: 'LoadBalancer', ...internal },
  ),
  'extension/load-balancer-pending': placed(
    [routed({ inferenceRouterServiceType: 'LoadBalancer' }), { ...ARC, distribution: 'kind' }],
    [routed({ inferenceRouterServiceType: 'LoadBalancer' }), { ...ARC, distribution: 'k3s' }],
  ),
  'extension/router-needs-three-nodes': placed(
    [routed({ inferenceRouterHA: true }), { ...AKS, nodeCount: 2 }],
    [routed({ inferenceRouterHA: true }), { ...AKS, nodeCount: 3 }],
  ),
  'extension/volcano-not-installed': training(
    { enableTraining: { installVolcano: false, volcanoSchedulerConfigMap: 'own' } },
    { enableTraining: { installVolcano: true, volcanoSchedulerConfigMap: 'own' } },
  ),
  'extension/relay-on-aks': placed(
    [{ ...TRAINING, relay: { kind: 'create' } }, AKS],
    [{ ...TRAINING, relay: { kind: 'create' } }, ARC],
  ),
  'extension/nginx-unused': placed(
    [routed({ nginxIngressController: 'k8s.io/amlarc-ingress-nginx' }), ARC],
    [routed({ nginxIngressController: 'k8s.io/amlarc-ingress-nginx' }), AKS],
  ),
  'extension/train-with-version': training(
    { upgrades: { kind: 'auto', releaseTrain: 'stable', version: '1.1.88' } },
    { upgrades: { kind: 'auto', releaseTrain: 'stable' } },
  ),
  'extension/release-too-old': placed(
    [{ ...TRAINING, upgrades: { kind: 'pinned', version: '1.1.4' } }, AKS],
    [{ ...TRAINING, upgrades: { kind: 'pinned', version: '1.1.5' } }, AKS],
  ),
  'extension/node-selector-duplicate': training(
    { nodeSelector: { 'a.b/c': 'x', 'a\\.b/c': 'y' } },
    { nodeSelector: { 'a.b/c': 'x', 'a.b/d': 'y' } },
  ),
  'extension/setting-key': training(
    { extraSettings: { plain: { 'a b': 'x' } } },
    { extraSettings: { plain: { ab: 'x' } } },
  ),
  'extension/setting-owned': training(
    { extraSettings: { plain: { sslCname: 'x' } } },
    { extraSettings: { plain: { cname: 'x' } } },
  ),
  'extension/one-per-cluster': casesOf((clusters: readonly ClusterSpec[]) =>
    extensionSetIssues(clusters.map((cluster) => resolveCluster(cluster))),
  )([AKS, AKS], [AKS, ARC]),
} satisfies IssueCases<typeof EXTENSION_SPEC_CODES>;

type Settings = Readonly<Record<string, unknown>>;
const settings = casesOf(([configurationSettings, options = {}]: readonly [Settings, SettingsMapOptions?]) =>
  settingsMapIssues({ configurationSettings }, options),
);
const maps = casesOf((given: object) => settingsMapIssues(given, { stage: 'sent' }));
const relay = {
  relayServerConnectionString: 'Endpoint=sb://relay;SharedAccessKeyName=azureml_rw;SharedAccessKey=abc',
};

export const SETTING_CASES = {
  'extension/setting-value': settings([{ enableTraining: 'yes' }], [{ enableTraining: 'True' }]),
  'extension/setting-not-text': settings([{ enableTraining: true }], [{ enableTraining: 'True' }]),
  'extension/setting-unknown': settings([{ somethingNew: 'x' }], [{ sslCname: 'ml.contoso.com' }]),
  'extension/setting-misspelt': settings([{ enableTrainings: 'True' }], [{ enableTraining: 'True' }]),
  'extension/setting-case': settings([{ inferenceRouterHa: 'False' }], [{ inferenceRouterHA: 'False' }]),
  'extension/setting-retired': settings([{ reuseExistingPromOp: 'True' }], [{ installPromOp: 'False' }]),
  'extension/setting-removed': settings([{ blobCsiDriverEnabled: 'True' }], [{ installPromOp: 'False' }]),
  'extension/setting-derived': settings([{ openshift: 'true' }], [{ openshift: 'true' }, { stage: 'sent' }]),
  'extension/setting-in-plain-map': maps({ configurationSettings: relay }, { configurationProtectedSettings: relay }),
  'extension/setting-in-protected-map': maps(
    { configurationProtectedSettings: { sslCname: 'ml.contoso.com' } },
    { configurationSettings: { sslCname: 'ml.contoso.com' } },
  ),
  'extension/setting-in-both-maps': maps(
    { configurationSettings: { a: '1' }, configurationProtectedSettings: { a: '1' } },
    { configurationSettings: { a: '1' }, configurationProtectedSettings: { b: '1' } },
  ),
  'extension/setting-helm-characters': settings([{ somethingNew: 'a,b' }], [{ somethingNew: 'a.b' }]),
  'extension/node-selector-dot': settings(
    [{ 'nodeSelector.kubernetes.io/os': 'linux' }],
    [{ 'nodeSelector.kubernetes\\.io/os': 'linux' }],
  ),
  'extension/setting-without-capability': settings(
    [{ enableTraining: 'True', sslSecret: 'fe-tls' }],
    [{ enableTraining: 'True', enableInference: 'True', sslSecret: 'fe-tls' }],
  ),
  'extension/setting-cluster-kind': settings([internal, { clusterKind: 'arc' }], [internal, { clusterKind: 'aks' }]),
  'extension/setting-release': settings(
    [{ installVolcano: 'False' }, { version: '1.0.37' }],
    [{ installVolcano: 'False' }, { version: '1.1.88' }],
  ),
} satisfies IssueCases<typeof SETTING_CODES>;

const update = casesOf(([stored, next]: readonly [object, object]) => updateImpactIssues(updateImpact(stored, next)));
const stored = (configurationSettings: object): object => ({ name: 'azureml', configurationSettings });

export const UPDATE_CASES = {
  'extension/update-replaces': update(
    [stored({ 'nodeSelector.pool': 'a' }), stored({})],
    [stored({}), stored({ 'nodeSelector.pool': 'a' })],
  ),
  'extension/update-interrupts': update(
    [stored({ enableTraining: 'True' }), stored({ enableTraining: 'False' })],
    [stored({ enableTraining: 'False' }), stored({ enableTraining: 'True' })],
  ),
  'extension/update-keeps': update(
    [stored({ sslSecret: 'fe-tls' }), stored({})],
    [stored({ sslSecret: 'fe-tls' }), stored({ sslSecret: 'fe-tls' })],
  ),
  'extension/update-deletes': update(
    [{ configurationProtectedSettings: relay }, { configurationProtectedSettings: {} }],
    [{ configurationProtectedSettings: relay }, { configurationProtectedSettings: relay }],
  ),
} satisfies IssueCases<typeof UPDATE_CODES>;

/** What `az k8s-extension create` refuses or warns about. */
const create = casesOf((input: Partial<CliCreateInput>) => {
  const outcome = deriveExtensionCreate({ cluster: cli.AKS, ...input });
  return outcome.ok ? outcome.diagnostics : outcome.issues;
});
/** What `az k8s-extension update` refuses. */
const change = casesOf((input: Partial<CliUpdateInput>) => {
  const outcome = deriveExtensionUpdate({ cluster: cli.AKS, ...input });
  return outcome.ok ? outcome.diagnostics : outcome.issues;
});
const TRAIN = { enableTraining: 'True' };
const INFER = { enableInference: 'True', inferenceRouterServiceType: 'LoadBalancer', allowInsecureConnections: 'True' };
const TLS = { enableInference: 'True', inferenceRouterServiceType: 'LoadBalancer', sslCname: 'ml.contoso.com' };
const PEM = { sslCertPemFile: 'cert.pem', sslKeyPemFile: 'key.pem' };
const FILES = { 'cert.pem': 'CERT', 'key.pem': SecretValue.of('KEY') };
const OWN = { someSecret: SecretValue.of('x') };
const CONNECTED = { 'relayserver.enabled': 'True', 'servicebus.enabled': 'True' };
const text = SecretValue.of('Endpoint=sb://x');
const PRESENT = {
  relay: 'present',
  serviceBus: 'present',
  relayConnectionString: text,
  serviceBusConnectionString: text,
};

export const DERIVATION_CASES = {
  'derivation/namespace-scope': create({ settings: TRAIN, scope: 'namespace' }, { settings: TRAIN, scope: 'cluster' }),
  'derivation/duplicate-key': create(
    { settings: { ...TRAIN, a: '1' }, protected: { a: text } },
    { settings: { ...TRAIN, a: '1' }, protected: { b: text } },
  ),
  'derivation/nothing-enabled': create({ settings: { enableTraining: 'yes' } }, { settings: TRAIN }),
  'derivation/tls-undecided': create(
    { settings: { ...INFER, allowInsecureConnections: 'False' } },
    { settings: INFER },
  ),
  'derivation/cname-missing': create(
    { settings: { ...TLS, sslCname: '', sslSecret: 'fe-tls' } },
    { settings: { ...TLS, sslSecret: 'fe-tls' } },
  ),
  'derivation/service-type': create(
    { settings: { ...INFER, inferenceRouterServiceType: 'bogus' } },
    { settings: INFER },
  ),
  'derivation/service-type-not-text': create(
    { settings: { ...INFER, inferenceRouterServiceType: true } },
    { settings: INFER },
  ),
  'derivation/node-port-with-internal-load-balancer': create(
    { settings: { ...INFER, ...internal, inferenceRouterServiceType: 'NodePort' } },
    { settings: { ...INFER, ...internal } },
  ),
  'derivation/pem-file-missing': create(
    { settings: TLS, protected: PEM, files: { 'cert.pem': 'CERT' } },
    { settings: TLS, protected: PEM, files: FILES },
  ),
  'derivation/pem-file-not-ascii': create(
    { settings: TLS, protected: PEM, files: { ...FILES, 'cert.pem': '\uFEFFCERT' } },
    { settings: TLS, protected: PEM, files: FILES },
  ),
  'derivation/relay-unreadable': create(
    { settings: TRAIN, cluster: cli.ARC, azure: { relay: 'forbidden' } },
    { settings: TRAIN, cluster: cli.AKS, azure: { relay: 'forbidden' } },
  ),
  'derivation/relay-gone': change(
    { protected: OWN, original: CONNECTED, azure: { ...PRESENT, relay: 'absent' } },
    { protected: OWN, original: CONNECTED, azure: PRESENT },
  ),
  'derivation/service-bus-unreadable': create(
    { settings: { ...TRAIN, 'servicebus.enabled': 'true' }, azure: { serviceBus: 'forbidden' } },
    { settings: TRAIN, azure: { serviceBus: 'forbidden' } },
  ),
  'derivation/service-bus-gone': change(
    { protected: OWN, original: CONNECTED, azure: { ...PRESENT, serviceBus: 'absent' } },
    { protected: OWN, original: CONNECTED, azure: PRESENT },
  ),
  'derivation/log-analytics-unreadable': create(
    { settings: { ...TRAIN, logAnalyticsWS: 'True' }, azure: { logAnalytics: 'forbidden' } },
    { settings: TRAIN, azure: { logAnalytics: 'forbidden' } },
  ),
  'derivation/stored-relay-flag': change(
    { protected: OWN, original: null },
    { protected: OWN, original: { 'relayserver.enabled': 'false', 'servicebus.enabled': 'false' } },
  ),
  'derivation/stored-service-bus-flag': change(
    { protected: OWN, original: { 'relayserver.enabled': 'false', 'servicebus.enabled': null } },
    { protected: OWN, original: { 'relayserver.enabled': 'false', 'servicebus.enabled': 'false' } },
  ),
  'derivation/declined': change(
    { settings: { enableTraining: 'False' }, original: CONNECTED, answer: 'no' },
    { settings: { enableTraining: 'False' }, original: CONNECTED, answer: 'yes' },
  ),
  'derivation/domain-overwritten': create(
    { settings: { ...TRAIN, domain: 'ml.contoso.com' } },
    { settings: { ...TRAIN, domain: 'eastus.cloudapp.azure.com' } },
  ),
} satisfies IssueCases<typeof DERIVATION_CODES>;
