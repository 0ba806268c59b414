import * as fc from 'fast-check';
import type { CliCluster, CliCreateInput, CliSettings, CliUpdateInput } from '../../lib/model/extension/cli-input';
import { AKS, ARC } from './cli-inputs';

/** A word with its letters in any case. */
export function inAnyCase(word: string): fc.Arbitrary<string> {
  const letters = [...word].map((letter) => fc.constantFrom(letter.toLowerCase(), letter.toUpperCase()));
  return fc.tuple(...letters).map((cased) => cased.join(''));
}

/** What people write for yes and no, and what the Azure CLI does not take for either. */
const flags: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('True', 'False') },
  { weight: 3, arbitrary: fc.oneof(inAnyCase('true'), inAnyCase('false')) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>('', ' True', 'true ', 'yes', '1', null, true, false, 0, 1) },
);

const serviceTypes: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('LoadBalancer', 'NodePort', 'ClusterIP') },
  { weight: 2, arbitrary: fc.oneof(...['loadbalancer', 'nodeport', 'clusterip'].map(inAnyCase)) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('', 'bogus', ' NodePort', null, true, 1, ['NodePort']) },
);

const texts: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('x', 'ml.contoso.com') },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('', null, 0, true, 1.5, [], ['a']) },
);

const paths = fc.constantFrom<unknown>('cert.pem', 'cert.pem', 'key.pem', 'missing.pem', 'latin.pem', '', null);

const VALUES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  enableTraining: flags,
  enableInference: flags,
  allowInsecureConnections: flags,
  isAKSMigration: flags,
  inferenceRouterHA: flags,
  clusterPurpose: texts,
  inferenceRouterServiceType: serviceTypes,
  internalLoadBalancerProvider: fc.oneof(inAnyCase('azure'), texts),
  sslSecret: texts,
  sslCname: texts,
  sslCertPemFile: paths,
  sslKeyPemFile: paths,
  'relayserver.enabled': flags,
  'servicebus.enabled': flags,
  logAnalyticsWS: flags,
  'nginxIngress.enabled': flags,
  openshift: flags,
  relayServerConnectionString: texts,
  serviceBusConnectionString: texts,
  'relayserver.hybridConnectionName': texts,
  'azure_log_analytics.connection_string': texts,
  cluster_name: texts,
  clusterId: texts,
  location: texts,
  domain: texts,
  doamin: texts,
  'nodeSelector.pool': texts,
  someKey: texts,
};

/** Settings of any kind, each present in about every third map. */
const cliSettings: fc.Arbitrary<CliSettings> = fc
  .record(Object.fromEntries(Object.entries(VALUES).map(([key, value]) => [key, sometimes(value)])))
  .map((map) => Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)));

function sometimes(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

/** Files with a certificate, a key, and text that is not ASCII. */
const CLI_FILES = { 'cert.pem': 'CERT', 'key.pem': 'KEY', 'latin.pem': 'é' };

/** Clusters of every type, with node counts known and unknown. */
const cliClusters: fc.Arbitrary<CliCluster> = fc
  .record({
    base: fc.constantFrom(AKS, ARC),
    type: fc.constantFrom(undefined, undefined, 'managedclusters', 'ConnectedClusters', 'provisionedClusters'),
    name: fc.constantFrom('aks', 'ml-cluster', 'aml-production-west-01', 'größe'),
    nodes: fc.constantFrom(null, 0, 1, 2, 3, 5),
    distribution: fc.constantFrom(null, null, 'openshift', 'OpenShift', 'aks_edge_k3s'),
  })
  .map(({ base, type, ...rest }) => ({ ...base, ...rest, type: type ?? base.type }));

const states = fc.constantFrom('present' as const, 'absent' as const);

/** Inputs of an install: maps of any kind, every key in one of the two. */
export const createInputs: fc.Arbitrary<CliCreateInput> = fc
  .record({
    cluster: cliClusters,
    settings: cliSettings,
    protected: cliSettings,
    azure: fc.record({ relay: states, serviceBus: states, logAnalytics: states }),
  })
  .map((input) => ({ ...input, protected: missingIn(input.settings, input.protected), files: CLI_FILES }));

/** What makes an install acceptable, whatever else is given. */
const acceptable: fc.Arbitrary<CliSettings> = fc.oneof(
  fc.constant({ enableTraining: 'True', enableInference: null }),
  fc.record({
    enableInference: fc.constantFrom('True', true),
    allowInsecureConnections: fc.constantFrom('true', true),
    sslCname: fc.constant('ml.contoso.com'),
    inferenceRouterServiceType: fc.constantFrom('LoadBalancer', 'clusterIP'),
  }),
  fc.record({
    enableInference: fc.constant('true'),
    allowInsecureConnections: fc.constantFrom(null, 'no'),
    sslSecret: fc.constant('fe-tls'),
    sslCname: fc.constant('ml.contoso.com'),
    inferenceRouterServiceType: fc.constant('nodePort'),
    internalLoadBalancerProvider: fc.constantFrom(null, '', 'other'),
    sslCertPemFile: fc.constant(null),
  }),
);

/** Inputs of an install that nothing refuses. */
export const acceptedInputs: fc.Arbitrary<CliCreateInput> = fc
  .tuple(createInputs, acceptable)
  .map(([input, settings]) => ({
    ...input,
    settings: { ...input.settings, ...settings },
    protected: missingIn(settings, input.protected ?? {}),
  }));

const storedFlags = fc.constantFrom<unknown>('false', 'False', 'true', 'True', '', null);

/** Inputs of an update: few or many settings, in one map or in both. */
export const updateInputs: fc.Arbitrary<CliUpdateInput> = fc
  .record({
    input: createInputs,
    keep: fc.constantFrom('both', 'settings', 'protected'),
    plugin: fc.option(flags),
    original: fc.record({ 'relayserver.enabled': storedFlags, 'servicebus.enabled': storedFlags }),
    answer: fc.constantFrom('yes' as const, 'no' as const, 'yes flag' as const),
  })
  .map(({ input, keep, plugin, original, answer }) => ({
    ...input,
    settings:
      keep === 'protected'
        ? {}
        : { ...input.settings, ...(plugin === null ? {} : { installNvidiaDevicePlugin: plugin }) },
    protected: keep === 'settings' ? {} : (input.protected ?? {}),
    original,
    answer,
  }));

/** The entries of a map whose keys another map does not have. */
function missingIn(other: CliSettings, map: CliSettings): CliSettings {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !Object.hasOwn(other, key)));
}
