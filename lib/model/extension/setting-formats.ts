import { resourceIdOf } from '../azure/resource-id';
import { dnsLabel, dnsSubdomain, hostName, labelKey, labelValue, plainText } from '../names';
import { cpuQuantity, byteQuantity } from '../quantity';
import { textFormat, type TextFormat } from '../text-format';

const INTERFACE = /^[^\s/:]{1,15}$/;
const CONTROLLER = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/[A-Za-z0-9][-\w./]*$/;
const PEM = /-----BEGIN /;
const BASE64_OF_PEM = /^LS0tLS1CRUdJTi[A-Za-z0-9+/]*={0,2}$/;
const CONNECTION_STRING_PARTS = [
  /(^|;)Endpoint=sb:\/\/[^;]+/,
  /(^|;)SharedAccessKeyName=[^;]+/,
  /(^|;)SharedAccessKey=[^;]+/,
];

/** Makes a format of a setting's text: all of them have the same code. */
function settingText(noun: string, expected: string, accepts: (text: string) => boolean): TextFormat<'SettingText'> {
  return textFormat<'SettingText'>({ noun, code: 'extension/setting-value', expected, accepts });
}

/** The grammars of the texts of settings, by the names that the catalogue of settings uses. */
export const SETTING_FORMATS = {
  /** Any text of one line. */
  anyText: plainText,
  /** The text of a secret, about which nothing is known. */
  anySecret: settingText('secret', 'a text that is not empty', (text) => text.trim() !== ''),
  base64Pem: settingText('base64 of PEM', 'the base64 of PEM text', (text) => BASE64_OF_PEM.test(text)),
  bytes: byteQuantity,
  connectionString: settingText(
    'connection string',
    'Endpoint=sb://…;SharedAccessKeyName=…;SharedAccessKey=…',
    (text) => CONNECTION_STRING_PARTS.every((part) => part.test(text)),
  ),
  controllerClass: settingText(
    'controller of an IngressClass',
    'a domain and a path such as k8s.io/ingress-nginx',
    (text) => CONTROLLER.test(text),
  ),
  cpu: cpuQuantity,
  dnsLabel,
  dnsSubdomain,
  filePath: settingText('path of a file', 'the path of a PEM file', (text) => text.trim() !== '' && !PEM.test(text)),
  hostName,
  hybridConnectionId: resourceIdOf('Microsoft.Relay/namespaces/hybridConnections', 'Microsoft.Relay/namespaces'),
  interfaceName: settingText('network interface', 'at most 15 characters without white space, "/" and ":"', (text) =>
    INTERFACE.test(text),
  ),
  labelKey,
  labelValue,
  serviceBusId: resourceIdOf('Microsoft.ServiceBus/namespaces'),
} as const satisfies Readonly<Record<string, TextFormat<string>>>;

/** The name of a grammar of {@link SETTING_FORMATS}. */
export type SettingFormat = keyof typeof SETTING_FORMATS;
