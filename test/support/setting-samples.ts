import type { SettingFormat } from '../../lib/model/extension/setting-formats';
import type { CurrentSettingRow, SettingValue } from '../../lib/model/extension/setting-row';
import { CURRENT_SETTINGS, type CurrentSettingName } from '../../lib/model/extension/current-settings';

const SUBSCRIPTION = '/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/rg-ml/providers';
const RELAY = `${SUBSCRIPTION}/Microsoft.Relay/namespaces/ml`;

/** Texts that a setting of a format may have, and texts that it may not. */
interface Samples {
  readonly right: readonly [string, ...string[]];
  readonly wrong: readonly [string, ...string[]];
}

const TEXTS: Readonly<Record<SettingFormat, Samples>> = {
  anyText: { right: ['eastus', 'my cluster'], wrong: ['', ' a', 'a\nb'] },
  anySecret: { right: ['S3cret=='], wrong: ['', ' '] },
  base64Pem: { right: ['LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg=='], wrong: ['-----BEGIN CERTIFICATE-----', 'bm8='] },
  bytes: { right: ['512Mi', '1G'], wrong: ['512MB', 'much', ''] },
  connectionString: {
    right: ['Endpoint=sb://ml.servicebus.windows.net/;SharedAccessKeyName=azureml_rw;SharedAccessKey=c2VjcmV0'],
    wrong: ['Endpoint=sb://ml.servicebus.windows.net/', 'SharedAccessKeyName=a;SharedAccessKey=b', ''],
  },
  controllerClass: { right: ['k8s.io/amlarc-ingress-nginx'], wrong: ['nginx', 'k8s.io/', ''] },
  cpu: { right: ['500m', '1'], wrong: ['1 core', '-1'] },
  dnsLabel: { right: ['default'], wrong: ['Default', 'a.b', ''] },
  dnsSubdomain: { right: ['fe-tls', 'fe.tls'], wrong: ['fe_tls', 'Fe', ''] },
  filePath: { right: ['./cert.pem', '/etc/tls/key.pem'], wrong: ['', '-----BEGIN CERTIFICATE-----\nMIIB'] },
  hostName: { right: ['ml.contoso.com'], wrong: ['https://ml.contoso.com', '10.0.0.4', ''] },
  hybridConnectionId: { right: [`${RELAY}/hybridConnections/ml`, RELAY], wrong: ['ml', ''] },
  interfaceName: { right: ['eth1', 'bond0.5'], wrong: ['eth 1', 'eth0:1', ''] },
  labelKey: { right: ['nvidia.com/gpu', 'sku'], wrong: ['a b', ''] },
  labelValue: { right: ['linux', ''], wrong: ['a,b', '{linux}', '-'] },
  serviceBusId: { right: [`${SUBSCRIPTION}/Microsoft.ServiceBus/namespaces/ml`], wrong: [RELAY, ''] },
};

/** The names of all current settings. */
export const CURRENT_NAMES = Object.keys(CURRENT_SETTINGS) as readonly CurrentSettingName[];

/** The row of a current setting. */
export function currentRow(name: CurrentSettingName): CurrentSettingRow {
  return CURRENT_SETTINGS[name];
}

/** A key that a name with placeholders stands for. */
export function sampleKey(name: string): string {
  return name
    .replace('<index>', '2')
    .replace('<label>', 'kubernetes\\.io/os')
    .replace('<Envoy|Xds|Clb>', 'Xds')
    .replace(/<\w+>/, 'worker-processes');
}

/** Values that a setting may have. */
export function rightValues(value: SettingValue): readonly string[] {
  switch (value.kind) {
    case 'boolean':
      return ['True', 'False', 'true', 'FALSE'];
    case 'choice':
      return value.choices;
    case 'text':
      return TEXTS[value.format].right;
  }
}

/** Texts that a setting may not have. */
export function wrongTexts(value: SettingValue): readonly string[] {
  switch (value.kind) {
    case 'boolean':
      return ['yes', '1', '', ' True', 'Tru'];
    case 'choice':
      return ['', 'bogus', ` ${value.choices[0] ?? ''}`];
    case 'text':
      return TEXTS[value.format].wrong;
  }
}
