import type { CurrentSettingName } from './current-settings';
import { recogniseSetting } from './recognise-setting';
import type { CurrentSettingRow } from './setting-row';
import type { EXTENSION_SETTINGS } from './settings-catalogue';

/** Derived settings that may differ from what is derived, or that belong to what only extra settings turn on. */
type FreeSetting = 'domain' | `azure_log_analytics.${string}` | `scoringFe.namespace`;

type NamesSetBy<Who extends CurrentSettingRow['setBy']> = {
  [Name in CurrentSettingName]: (typeof EXTENSION_SETTINGS)[Name]['setBy'] extends Who ? Name : never;
}[CurrentSettingName];

type OwnedSetting = Exclude<NamesSetBy<'user' | 'derived'>, FreeSetting>;

const NO_SERVICE_BUS = 'nothing: the extension needs no service bus since release 1.1.5';
const CLUSTER_ID = 'the resource id of the cluster';
const CLUSTER_LOCATION = 'the location of the cluster';

/**
 * What to use in place of a setting: the property that writes it, or what it is derived from, in words. Every setting
 * that a user types by the documentation, or that is derived, has a row; some for special needs have one too.
 */
const SETTING_OWNERS: { readonly [Name in OwnedSetting]: string } & Readonly<Record<string, string>> = {
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
  'nodeSelector.<label>': 'nodeSelector',
  'toleration[<index>].key': 'tolerations.extensionSystem',
  'toleration[<index>].operator': 'tolerations.extensionSystem',
  'toleration[<index>].value': 'tolerations.extensionSystem',
  'toleration[<index>].effect': 'tolerations.extensionSystem',
  'workLoadToleration[<index>].key': 'tolerations.workload',
  'workLoadToleration[<index>].operator': 'tolerations.workload',
  'workLoadToleration[<index>].value': 'tolerations.workload',
  'workLoadToleration[<index>].effect': 'tolerations.workload',
  installNvidiaDevicePlugin: 'installNvidiaDevicePlugin',
  installDcgmExporter: 'installDcgmExporter',
  installPromOp: 'installPromOp',
  clusterPurpose: 'clusterPurpose',
  'relayserver.enabled': 'relay.kind',
  'relayserver.hybridConnectionResourceID': 'relay.hybridConnectionResourceId',
  'relayserver.hybridConnectionName': 'relay.hybridConnectionName',
  relayServerConnectionString: 'relay.connectionString',
  'relayserver.relayConnectionString': 'relay.connectionString',
  cluster_name: CLUSTER_ID,
  clusterId: CLUSTER_ID,
  'prometheus.prometheusSpec.externalLabels.cluster_name': CLUSTER_ID,
  cluster_name_friendly: 'the name of the cluster',
  location: CLUSTER_LOCATION,
  jobSchedulerLocation: CLUSTER_LOCATION,
  'servicebus.enabled': NO_SERVICE_BUS,
  'servicebus.resourceID': NO_SERVICE_BUS,
  'servicebus.topicSubMapping.<topic>': NO_SERVICE_BUS,
  'servicebus.connectionString': NO_SERVICE_BUS,
  serviceBusConnectionString: NO_SERVICE_BUS,
  'nginxIngress.enabled': 'the kind of the cluster',
  openshift: 'the distribution of the cluster',
};

/**
 * What writes a setting: a property of the description, or a fact of the cluster in words.
 * @param key - the key of a setting, in any letter case
 * @returns `undefined` for a setting that only extra settings write
 */
export function settingOwner(key: string): string | undefined {
  const found = recogniseSetting(key);
  return found === undefined || found.match === 'near' ? undefined : SETTING_OWNERS[found.name];
}
