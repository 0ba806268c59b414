import type { ExtensionSourceName } from './extension-sources';
import type { SettingFormat } from './setting-formats';
import { CAPITAL_FLAG, LOWER_CASE_FLAG, UNDOCUMENTED, type CurrentSettingRow } from './setting-row';
import { TAINT_EFFECTS } from '../scheduling/taint';

const OPERATOR = { kind: 'choice', choices: ['Equal', 'Exists'], letterCase: 'exact' } as const;
const EFFECT = { kind: 'choice', choices: TAINT_EFFECTS, letterCase: 'exact' } as const;
const SYSTEM_PODS = 'a toleration of the pods of the extension itself';
const WORKLOAD_PODS = 'a toleration of the pods of jobs and deployments';

/** A readable setting with all that most of them have in common. */
function advanced<Value extends CurrentSettingRow['value']>(
  value: Value,
  summary: string,
  source: ExtensionSourceName,
): { setBy: 'advanced'; map: 'plain'; value: Value } & Pick<CurrentSettingRow, 'summary' | 'change' | 'source'> {
  return { setBy: 'advanced', map: 'plain', value, summary, change: UNDOCUMENTED, source };
}

function text<Format extends SettingFormat>(format: Format): { kind: 'text'; format: Format } {
  return { kind: 'text', format };
}

/** A resource of one of the three containers of a router pod. */
function routerResource<Format extends SettingFormat>(
  format: Format,
  summary: string,
): ReturnType<typeof advanced<{ kind: 'text'; format: Format }>> & { capability: 'inference'; since: 'routerV2' } {
  return { ...advanced(text(format), summary, 'chartValues'), capability: 'inference', since: 'routerV2' };
}

/** Settings that work and stand in no table of settings. */
export const ADVANCED_SETTINGS = {
  'toleration[<index>].key': advanced(text('labelKey'), `${SYSTEM_PODS}: the key of the taint`, 'edgeAi'),
  'toleration[<index>].operator': advanced(OPERATOR, `${SYSTEM_PODS}: Equal or Exists`, 'edgeAi'),
  'toleration[<index>].value': advanced(text('labelValue'), `${SYSTEM_PODS}: the value of the taint`, 'edgeAi'),
  'toleration[<index>].effect': advanced(EFFECT, `${SYSTEM_PODS}: the effect of the taint`, 'edgeAi'),
  'workLoadToleration[<index>].key': advanced(text('labelKey'), `${WORKLOAD_PODS}: the key of the taint`, 'edgeAi'),
  'workLoadToleration[<index>].operator': advanced(OPERATOR, `${WORKLOAD_PODS}: Equal or Exists`, 'edgeAi'),
  'workLoadToleration[<index>].value': advanced(
    text('labelValue'),
    `${WORKLOAD_PODS}: the value of the taint`,
    'edgeAi',
  ),
  'workLoadToleration[<index>].effect': advanced(EFFECT, `${WORKLOAD_PODS}: the effect of the taint`, 'edgeAi'),
  'amloperator.skipResourceValidation': {
    ...advanced(
      LOWER_CASE_FLAG,
      'takes jobs that no ready node can hold, for pools of GPUs that scale from zero',
      'physicalAi',
    ),
    default: 'false',
    capability: 'training',
  },
  'amloperator.custom_ip_interface_enabled': {
    ...advanced(CAPITAL_FLAG, 'MPI jobs use the interface of amloperator.custom_ip_interface', 'amlKubernetes'),
    capability: 'training',
  },
  'amloperator.custom_ip_interface': {
    ...advanced(text('interfaceName'), 'the network interface of MPI jobs on nodes without eth0', 'amlKubernetes'),
    capability: 'training',
  },
  enable_https: advanced(
    LOWER_CASE_FLAG,
    'false for clusters whose controller manager has no signing certificate and key',
    'amlKubernetes',
  ),
  'volcanoScheduler.schedulerConfigMap': {
    ...advanced(text('dnsSubdomain'), 'the ConfigMap with a configuration of the Volcano scheduler', 'troubleshooting'),
    capability: 'training',
    since: 'volcano',
  },
  'nginxIngress.controller': {
    ...advanced(
      text('controllerClass'),
      'the controller class of the bundled nginx, to keep it apart from another nginx controller',
      'troubleshooting',
    ),
    default: 'k8s.io/ingress-nginx',
  },
  'nginxIngress.controllerConfig.<option>': advanced(
    text('anyText'),
    'an option of the bundled nginx such as worker-processes',
    'troubleshooting',
  ),
  'nginxIngress.resources.controller.limits.memory': advanced(
    text('bytes'),
    'the memory limit of the bundled nginx',
    'troubleshooting',
  ),
  'scoringFe.enableUpgrade': {
    ...advanced(LOWER_CASE_FLAG, 'the router takes over from an azureml-fe of the first generation', 'amlKubernetes'),
    capability: 'inference',
    onlyOn: 'aks',
  },
  isAKSMigration: {
    ...advanced(LOWER_CASE_FLAG, 'the router takes the place of one in namespace default', 'cli'),
    capability: 'inference',
    onlyOn: 'aks',
    cliSince: '0.7.0',
  },
  'scoringFe.resources<Envoy|Xds|Clb>.requests.cpu': routerResource(
    'cpu',
    'CPU request of a container of the router; by default 500m, 100m and 300m',
  ),
  'scoringFe.resources<Envoy|Xds|Clb>.requests.memory': routerResource(
    'bytes',
    'memory request of a container of the router; by default 300Mi, 200Mi and 300Mi',
  ),
  'scoringFe.resources<Envoy|Xds|Clb>.limits.cpu': routerResource(
    'cpu',
    'CPU limit of a container of the router; by default 1200m, 100m and 700m',
  ),
  'scoringFe.resources<Envoy|Xds|Clb>.limits.memory': routerResource(
    'bytes',
    'memory limit of a container of the router; by default 500Mi, 200Mi and 500Mi',
  ),
  relayServerConnectionString: {
    setBy: 'advanced',
    map: 'protected',
    value: text('connectionString'),
    summary: 'an Azure Relay of your own, with relayserver.hybridConnectionResourceID; its policy is called azureml_rw',
    change: UNDOCUMENTED,
    source: 'amlKubernetes',
  },
  logAnalyticsWS: {
    ...advanced(LOWER_CASE_FLAG, 'logs go to a Log Analytics workspace; still handled by the Azure CLI', 'cli'),
    change: { effect: 'none', advice: 'send all protected settings when it is turned on' },
  },
  clusterName: advanced(
    text('anyText'),
    'the name of the cluster; sent by one project and not by the Azure CLI',
    'edgeAi',
  ),
} as const satisfies Readonly<Record<string, CurrentSettingRow>>;
