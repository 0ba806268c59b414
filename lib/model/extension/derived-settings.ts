import {
  CAPITAL_FLAG,
  LOWER_CASE_FLAG,
  UNDOCUMENTED,
  type CurrentSettingRow,
  type SettingChange,
  type SettingsMapName,
} from './setting-row';
import type { SettingFormat } from './setting-formats';

const FOLLOWS_THE_SERVICE = {
  effect: 'interrupts',
  workloads: ['endpoints'],
  when: 'any',
  advice: 'follows inferenceRouterServiceType and internalLoadBalancerProvider',
} as const satisfies SettingChange;

const RENEWAL = {
  effect: 'none',
  advice: 'follows the certificate; send all protected settings',
} as const satisfies SettingChange;

/** A text that is derived and whose change no document mentions. */
function derivedText<Map extends SettingsMapName, Format extends SettingFormat>(
  map: Map,
  format: Format,
  summary: string,
): { setBy: 'derived'; map: Map; value: { kind: 'text'; format: Format } } & Pick<
  CurrentSettingRow,
  'summary' | 'change' | 'source'
> {
  return { setBy: 'derived', map, value: { kind: 'text', format }, summary, change: UNDOCUMENTED, source: 'cli' };
}

/**
 * The settings that the Azure CLI adds to those that a person types. Nothing on the side of Azure adds them, so that
 * other tools have to send them too.
 */
export const DERIVED_SETTINGS = {
  cluster_name: derivedText('plain', 'anyText', 'the resource id of the cluster'),
  clusterId: derivedText('plain', 'anyText', 'the same as cluster_name'),
  'prometheus.prometheusSpec.externalLabels.cluster_name': derivedText('plain', 'anyText', 'the same as cluster_name'),
  cluster_name_friendly: derivedText('plain', 'anyText', 'the name of the cluster'),
  domain: derivedText('plain', 'hostName', '<location>.cloudapp.azure.com; the Azure CLI overwrites a given one'),
  location: derivedText('plain', 'anyText', 'the location of the cluster in lower case'),
  jobSchedulerLocation: derivedText('plain', 'anyText', 'the location of the cluster in lower case'),
  'servicebus.enabled': {
    setBy: 'derived',
    map: 'plain',
    value: LOWER_CASE_FLAG,
    summary: 'false: no release in use needs a service bus',
    change: UNDOCUMENTED,
    source: 'cli',
  },
  'relayserver.enabled': {
    setBy: 'derived',
    map: 'plain',
    value: LOWER_CASE_FLAG,
    summary: 'false on AKS; true through Azure Arc, where an Azure Relay connects the cluster',
    change: UNDOCUMENTED,
    source: 'cli',
  },
  'nginxIngress.enabled': {
    setBy: 'derived',
    map: 'plain',
    value: LOWER_CASE_FLAG,
    summary: 'the bundled nginx: true on AKS, false through Azure Arc',
    change: UNDOCUMENTED,
    source: 'cli',
  },
  clusterPurpose: {
    setBy: 'derived',
    map: 'plain',
    value: { kind: 'choice', choices: ['DevTest', 'FastProd', 'DenseProd'], letterCase: 'exact' },
    summary: 'DevTest when the cluster has fewer than three nodes; otherwise not sent',
    change: UNDOCUMENTED,
    source: 'cli',
  },
  openshift: {
    setBy: 'derived',
    map: 'plain',
    value: LOWER_CASE_FLAG,
    summary: 'true when the distribution of the cluster is OpenShift',
    change: UNDOCUMENTED,
    source: 'cli',
  },
  'scoringFe.serviceType.nodePort': {
    setBy: 'derived',
    map: 'plain',
    value: CAPITAL_FLAG,
    default: 'False',
    summary: 'true when inferenceRouterServiceType is NodePort; an update also sends false',
    capability: 'inference',
    change: FOLLOWS_THE_SERVICE,
    source: 'cli',
  },
  'scoringFe.serviceType.internalLoadBalancer': {
    setBy: 'derived',
    map: 'plain',
    value: CAPITAL_FLAG,
    default: 'False',
    summary: 'true when internalLoadBalancerProvider is azure and the type is not NodePort; an update also sends false',
    capability: 'inference',
    change: FOLLOWS_THE_SERVICE,
    source: 'cli',
  },
  'scoringFe.sslSecret': {
    setBy: 'derived',
    map: 'plain',
    value: { kind: 'text', format: 'dnsSubdomain' },
    summary: 'the same as sslSecret',
    capability: 'inference',
    change: RENEWAL,
    source: 'cli',
  },
  'scoringFe.sslCert': {
    setBy: 'derived',
    map: 'protected',
    value: { kind: 'text', format: 'base64Pem' },
    summary: 'the certificate chain, base64 of the exact bytes of the PEM text',
    capability: 'inference',
    change: RENEWAL,
    source: 'cli',
  },
  'scoringFe.sslKey': {
    setBy: 'derived',
    map: 'protected',
    value: { kind: 'text', format: 'base64Pem' },
    summary: 'the key, base64 of the exact bytes of the PEM text',
    capability: 'inference',
    change: RENEWAL,
    source: 'cli',
  },
  'scoringFe.namespace': {
    ...derivedText('plain', 'dnsLabel', 'default when isAKSMigration is true'),
    capability: 'inference',
  },
  'azure_log_analytics.enabled': {
    setBy: 'derived',
    map: 'plain',
    value: CAPITAL_FLAG,
    summary: 'true when logAnalyticsWS is true',
    change: UNDOCUMENTED,
    source: 'cli',
  },
  'azure_log_analytics.customer_id': derivedText('plain', 'anyText', 'the workspace of logAnalyticsWS'),
  'azure_log_analytics.connection_string': derivedText('protected', 'anySecret', 'the key of that workspace'),
  'relayserver.hybridConnectionResourceID': derivedText('plain', 'hybridConnectionId', 'the relay of the cluster'),
  'relayserver.hybridConnectionName': derivedText('plain', 'anyText', 'the name of its hybrid connection'),
  'relayserver.relayConnectionString': derivedText(
    'protected',
    'connectionString',
    'the same as relayServerConnectionString',
  ),
  serviceBusConnectionString: derivedText('protected', 'connectionString', 'the service bus, which is off by default'),
  'servicebus.connectionString': derivedText('protected', 'connectionString', 'the same as serviceBusConnectionString'),
  'servicebus.resourceID': derivedText('plain', 'serviceBusId', 'the service bus, which is off by default'),
  'servicebus.topicSubMapping.<topic>': derivedText(
    'plain',
    'anyText',
    'the subscription of a topic of the service bus',
  ),
} as const satisfies Readonly<Record<string, CurrentSettingRow>>;
