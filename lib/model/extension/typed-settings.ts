import { resourceId } from '../azure/resource-id';
import { givenProperties } from '../given-properties';
import { extensionTolerationSettings } from '../scheduling/extension-tolerations';
import type { SecretValue } from '../secret';
import {
  DEFAULT_RELEASE_TRAIN,
  type ExtensionOptions,
  type ExtensionSpec,
  type RelaySpec,
  type UpgradesSpec,
} from './extension';
import { deployedRelayConnection } from './cli-resources';
import type { HttpsSpec, InferenceSpec } from './inference';
import { nodeSelectorKey, plainLabel } from './node-selector-key';
import { flagText } from './setting-flag';
import type { TrainingSpec } from './training';

/** The names of the files that hold certificate and key where settings are typed. */
export const PEM_FILES = { certificate: 'certificate.pem', key: 'key.pem' } as const;

/** What a person would type to install an extension with the Azure CLI. */
export interface TypedSettings {
  /** The readable settings, `--config`. */
  readonly settings: Readonly<Record<string, string>>;
  /** The protected settings, `--config-protected`: secrets, and the names of {@link PEM_FILES}. */
  readonly protected: Readonly<Record<string, string | SecretValue>>;
  /** The content of the files that the protected settings name, by file. */
  readonly files: Readonly<Record<string, string | SecretValue>>;
  /** @default - none: a version is pinned */
  readonly releaseTrain?: string;
  /** @default - none: Azure upgrades by itself */
  readonly version?: string;
  readonly autoUpgradeMinorVersion: boolean;
}

type SettingsPart = Pick<TypedSettings, 'settings' | 'protected' | 'files'>;

/**
 * The settings that a person would have typed for a description, and what goes with them. Only what the description
 * says is there; the Azure CLI adds the rest.
 * @param spec - a description that has passed its rules
 */
export function typedSettings(spec: ExtensionSpec): TypedSettings {
  const { enableInference: inference } = spec;
  const https = inference === undefined || inference === false ? undefined : inference.https;
  const parts: readonly SettingsPart[] = [
    plain({ ...trainingSettings(spec.enableTraining), ...inferenceSettings(inference), ...optionSettings(spec) }),
    https === undefined ? NOTHING : httpsSettings(https),
    spec.relay === undefined ? NOTHING : relaySettings(spec.relay),
    { settings: spec.extraSettings?.plain ?? {}, protected: spec.extraSettings?.protected ?? {}, files: {} },
  ];
  return {
    settings: Object.fromEntries(parts.flatMap(({ settings }) => Object.entries(settings))),
    protected: Object.fromEntries(parts.flatMap((part) => Object.entries(part.protected))),
    files: Object.fromEntries(parts.flatMap(({ files }) => Object.entries(files))),
    ...upgradeOptions(spec.upgrades),
  };
}

const NOTHING: SettingsPart = { settings: {}, protected: {}, files: {} };

function plain(settings: Readonly<Record<string, string | undefined>>): SettingsPart {
  return { settings: givenProperties(settings) as Readonly<Record<string, string>>, protected: {}, files: {} };
}

function trainingSettings(training: boolean | TrainingSpec | undefined): Record<string, string | undefined> {
  if (training === undefined) return {};
  if (typeof training === 'boolean') return { enableTraining: flagText(training) };
  const { skipResourceValidation } = training;
  return {
    enableTraining: flagText(true),
    installVolcano: optionalFlag(training.installVolcano),
    'volcanoScheduler.schedulerConfigMap': training.volcanoSchedulerConfigMap,
    'amloperator.skipResourceValidation':
      skipResourceValidation === undefined ? undefined : String(skipResourceValidation),
  };
}

function inferenceSettings(inference: false | InferenceSpec | undefined): Record<string, string | undefined> {
  if (inference === undefined) return {};
  if (inference === false) return { enableInference: flagText(false) };
  return {
    enableInference: flagText(true),
    inferenceRouterServiceType: inference.inferenceRouterServiceType,
    internalLoadBalancerProvider: inference.internalLoadBalancerProvider,
    allowInsecureConnections: optionalFlag(inference.allowInsecureConnections),
    inferenceRouterHA: optionalFlag(inference.inferenceRouterHA),
    'nginxIngress.controller': inference.nginxIngressController,
  };
}

function optionSettings(spec: ExtensionOptions): Record<string, string | undefined> {
  const selector = Object.entries(spec.nodeSelector ?? {});
  return {
    ...Object.fromEntries(selector.map(([key, value]) => [nodeSelectorKey(plainLabel(key)), value])),
    ...extensionTolerationSettings(spec.tolerations ?? {}),
    installNvidiaDevicePlugin: optionalFlag(spec.installNvidiaDevicePlugin),
    installDcgmExporter: optionalFlag(spec.installDcgmExporter),
    installPromOp: optionalFlag(spec.installPromOp),
    clusterPurpose: spec.clusterPurpose,
  };
}

function httpsSettings(https: HttpsSpec): SettingsPart {
  const { sslCname } = https;
  if (https.sslSecret !== undefined) return plain({ sslCname, sslSecret: https.sslSecret });
  return {
    settings: { sslCname },
    protected: { sslCertPemFile: PEM_FILES.certificate, sslKeyPemFile: PEM_FILES.key },
    files: { [PEM_FILES.certificate]: https.certificate, [PEM_FILES.key]: https.key },
  };
}

function relaySettings(relay: RelaySpec): SettingsPart {
  switch (relay.kind) {
    case 'create':
      return NOTHING;
    case 'none':
      return plain({ 'relayserver.enabled': 'false' });
    case 'existing':
      return {
        ...plain({
          'relayserver.hybridConnectionResourceID': resourceId.parse(relay.hybridConnectionResourceId),
          'relayserver.hybridConnectionName': relay.hybridConnectionName,
        }),
        protected: { relayServerConnectionString: relay.connectionString ?? deployedRelayConnection() },
      };
  }
}

function upgradeOptions(
  upgrades: UpgradesSpec = { kind: 'auto' },
): Pick<TypedSettings, 'releaseTrain' | 'version' | 'autoUpgradeMinorVersion'> {
  return upgrades.kind === 'auto'
    ? { releaseTrain: upgrades.releaseTrain ?? DEFAULT_RELEASE_TRAIN, autoUpgradeMinorVersion: true }
    : { version: upgrades.version, autoUpgradeMinorVersion: false };
}

function optionalFlag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : flagText(value);
}
