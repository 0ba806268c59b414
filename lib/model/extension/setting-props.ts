import { lowerCase } from '../deferred';

/** The settings that a property or the derivation of the library writes, each with what to use instead. */
const OWNED_SETTINGS: Readonly<Record<string, string>> = {
  enableTraining: 'enableTraining',
  enableInference: 'enableInference',
  installVolcano: 'enableTraining.installVolcano',
  'volcanoScheduler.schedulerConfigMap': 'enableTraining.volcanoSchedulerConfigMap',
  'amloperator.skipResourceValidation': 'enableTraining.skipResourceValidation',
  inferenceRouterServiceType: 'enableInference.inferenceRouterServiceType',
  'scoringFe.serviceType.nodePort': 'enableInference.inferenceRouterServiceType',
  internalLoadBalancerProvider: 'enableInference.internalLoadBalancerProvider',
  'scoringFe.serviceType.internalLoadBalancer': 'enableInference.internalLoadBalancerProvider',
  allowInsecureConnections: 'enableInference.allowInsecureConnections',
  inferenceRouterHA: 'enableInference.inferenceRouterHA',
  sslCname: 'enableInference.https.sslCname',
  sslSecret: 'enableInference.https.sslSecret',
  'scoringFe.sslSecret': 'enableInference.https.sslSecret',
  sslCertPemFile: 'enableInference.https.certificate',
  'scoringFe.sslCert': 'enableInference.https.certificate',
  sslKeyPemFile: 'enableInference.https.key',
  'scoringFe.sslKey': 'enableInference.https.key',
  'nginxIngress.controller': 'enableInference.nginxIngressController',
  installNvidiaDevicePlugin: 'installNvidiaDevicePlugin',
  installDcgmExporter: 'installDcgmExporter',
  installPromOp: 'installPromOp',
  clusterPurpose: 'clusterPurpose',
  'relayserver.enabled': 'relay.kind',
  'relayserver.hybridConnectionResourceID': 'relay.hybridConnectionResourceId',
  'relayserver.hybridConnectionName': 'relay.hybridConnectionName',
  relayServerConnectionString: 'relay.connectionString',
  'relayserver.relayConnectionString': 'relay.connectionString',
  cluster_name: 'the resource id of the cluster',
  clusterId: 'the resource id of the cluster',
  'prometheus.prometheusSpec.externalLabels.cluster_name': 'the resource id of the cluster',
  cluster_name_friendly: 'the name of the cluster',
  location: 'the location of the cluster',
  jobSchedulerLocation: 'the location of the cluster',
  'nginxIngress.enabled': 'the kind of the cluster',
  openshift: 'the distribution of the cluster',
};

/** The settings with a key for every label or position, by what their keys start with. */
const OWNED_FAMILIES: Readonly<Record<string, string>> = {
  'nodeSelector.': 'nodeSelector',
  'toleration[': 'tolerations.extensionSystem',
  'workLoadToleration[': 'tolerations.workload',
};

const BY_LOWER_CASE = new Map(Object.entries(OWNED_SETTINGS).map(([key, prop]) => [lowerCase(key), prop]));

/**
 * What writes a setting: a property of the description, or a fact of the cluster in words.
 * @param key - the key of a setting, in any letter case
 * @returns `undefined` for a setting that only extra settings write
 */
export function settingOwner(key: string): string | undefined {
  const folded = lowerCase(key);
  const family = Object.keys(OWNED_FAMILIES).find((prefix) => folded.startsWith(lowerCase(prefix)));
  return family === undefined ? BY_LOWER_CASE.get(folded) : OWNED_FAMILIES[family];
}
