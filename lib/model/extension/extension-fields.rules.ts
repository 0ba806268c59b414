import {
  fieldIssues,
  flag,
  isWellShaped,
  listOf,
  literal,
  mapOf,
  object,
  oneOf,
  optional,
  required,
  secret,
  text,
  variant,
  type Check,
  type FieldTable,
} from '../fields';
import { resourceIdOf } from '../azure/resource-id';
import { issue, type Issue, type Path } from '../issues';
import { dnsSubdomain, labelKey, labelValue, plainText } from '../names';
import { tolerationIssues } from '../scheduling/toleration.rules';
import type { TolerationSpec } from '../scheduling/toleration';
import { textFormat } from '../text-format';
import {
  CLUSTER_PURPOSES,
  type AutomaticUpgrades,
  type CreatedRelay,
  type ExistingRelay,
  type ExtensionSpec,
  type ExtraSettings,
  type NoRelay,
  type PinnedVersion,
} from './extension';
import { extensionNameCheck } from './extension-name';
import { inferenceIssues } from './inference.rules';
import { plainLabel } from './node-selector-key';
import type { TrainingSpec } from './training';

const SETTING_KEY = /^[^\s=,{}[\].\\](?:[^\s=,{}[\].\\]|\\\.|\[\d+\]|\.(?=[^.]))*$/;

const TRAINING = {
  skipResourceValidation: optional(flag()),
  installVolcano: optional(flag()),
  volcanoSchedulerConfigMap: optional(text(dnsSubdomain)),
} satisfies FieldTable<TrainingSpec>;

const toleration: Check = (value, path) => tolerationIssues(value as TolerationSpec, path);

const KIND = required(() => []);

const UPGRADES = variant('kind', {
  auto: object<AutomaticUpgrades>({ kind: KIND, releaseTrain: optional(literal(plainText)) }),
  pinned: object<PinnedVersion>({ kind: KIND, version: required(text(plainText)) }),
});

const RELAY = variant('kind', {
  create: object<CreatedRelay>({ kind: KIND }),
  none: object<NoRelay>({ kind: KIND }),
  existing: object<ExistingRelay>({
    kind: KIND,
    hybridConnectionResourceId: required(
      text(resourceIdOf('Microsoft.Relay/namespaces', 'Microsoft.Relay/namespaces/hybridConnections')),
    ),
    hybridConnectionName: optional(text(plainText)),
    connectionString: optional(secret()),
  }),
});

const settingKey = textFormat<'SettingKey'>({
  noun: 'setting key',
  code: 'extension/setting-key',
  expected: 'a key such as amloperator.custom_ip_interface',
  accepts: SETTING_KEY,
});

const settingText = textFormat<'SettingValue'>({
  noun: 'setting',
  code: 'extension/setting-value',
  expected: 'a text',
  accepts: () => true,
});

const EXTRA_SETTINGS = {
  plain: optional(mapOf(settingKey, text(settingText))),
  protected: optional(mapOf(settingKey, secret())),
} satisfies FieldTable<ExtraSettings>;

const EXTENSION = {
  name: required(extensionNameCheck()),
  enableTraining: optional(trainingIssues),
  enableInference: optional(inferenceIssues),
  nodeSelector: optional(nodeSelectorIssues),
  tolerations: optional(object({ extensionSystem: tolerationsField(), workload: tolerationsField() })),
  installNvidiaDevicePlugin: optional(flag()),
  installDcgmExporter: optional(flag()),
  installPromOp: optional(flag()),
  clusterPurpose: optional(oneOf(CLUSTER_PURPOSES)),
  relay: optional(RELAY),
  upgrades: optional(upgradesIssues),
  extraSettings: optional(object(EXTRA_SETTINGS)),
} satisfies FieldTable<ExtensionSpec>;

/**
 * What is wrong with the shape of an extension: what its types refuse, and the grammar of its texts.
 * @param spec - the extension as given
 * @param path - where it is in a larger description
 */
export function extensionFieldIssues(spec: ExtensionSpec, path: Path): Issue[] {
  const shape = fieldIssues(spec, EXTENSION, path);
  if (!isWellShaped(shape)) return shape;
  const enabled = [spec.enableTraining, spec.enableInference].some((part) => part !== undefined && part !== false);
  return enabled ? shape : [...shape, issue('extension/nothing-enabled', path)];
}

function trainingIssues(value: unknown, path: Path): Issue[] {
  if (typeof value === 'boolean') return [];
  const shape = object(TRAINING)(value, path);
  if (!isWellShaped(shape)) return shape;
  const { installVolcano = true, volcanoSchedulerConfigMap } = value as TrainingSpec;
  if (installVolcano || volcanoSchedulerConfigMap === undefined) return shape;
  return [...shape, issue('extension/volcano-not-installed', [...path, 'volcanoSchedulerConfigMap'])];
}

function upgradesIssues(value: unknown, path: Path): Issue[] {
  const both = typeof value === 'object' && value !== null && 'releaseTrain' in value && 'version' in value;
  return both ? [issue('extension/train-with-version', path)] : UPGRADES(value, path);
}

/** Keys are taken with and without the backslashes that settings need. */
function nodeSelectorIssues(value: unknown, path: Path): Issue[] {
  const shape = mapOf(selectorKey, selectorValue)(value, path);
  if (!isWellShaped(shape)) return shape;
  const keys = Object.keys(value as object);
  const plain = keys.map(plainLabel);
  return [
    ...shape,
    ...keys
      .filter((_, index) => plain.indexOf(plain[index] ?? '') < index)
      .map((key) => issue('extension/node-selector-duplicate', [...path, key], { received: key })),
  ];
}

const selectorKey = {
  ...labelKey,
  literalIssues: (value: unknown, path: Path) =>
    labelKey.literalIssues(typeof value === 'string' ? plainLabel(value) : value, path),
};

/** An empty label value would be a setting without a value. */
const selectorValue: Check = (value, path) =>
  value === ''
    ? [issue('extension/setting-value', path, { expected: 'a text that is not empty' })]
    : labelValue.issues(value, path);

function tolerationsField(): ReturnType<typeof optional> {
  return optional(listOf(toleration));
}
