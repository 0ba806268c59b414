import type { ResolvedCluster } from '../azure/cluster';
import { givenProperties } from '../given-properties';
import type { TolerationSpec } from '../scheduling/toleration';
import {
  DEFAULT_RELEASE_TRAIN,
  type CompleteExtension,
  type CompleteOptions,
  type ExtensionOptions,
  type ExtensionSpec,
  type ResolvedInference,
  type ResolvedTraining,
  type RelaySpec,
  type UpgradesSpec,
} from './extension';
import { FEWEST_NODES } from './cli-create';
import { deployedRelayConnection } from './cli-resources';
import type { InferenceSpec, RouterExposure, RouterSecurity } from './inference';
import { plainLabel } from './node-selector-key';
import type { TrainingSpec } from './training';

/**
 * A checked description with every default written out. It is a description too, and gives the same settings.
 * @param spec - the extension
 * @param cluster - the cluster that some defaults follow from
 */
export function completeExtension(spec: ExtensionSpec, cluster: ResolvedCluster): CompleteExtension {
  const { enableTraining = false, enableInference = false } = spec;
  const options = completeOptions(spec, cluster);
  const inference = enableInference === false ? false : completeInference(enableInference, cluster);
  if (enableTraining !== false) {
    return { ...options, enableTraining: completeTraining(enableTraining), enableInference: inference };
  }
  return { ...options, enableTraining: false, enableInference: inference } as CompleteExtension;
}

/** Whether so few nodes are known that the Azure CLI sets a cluster up for development and tests. */
export function isSmallCluster({ nodeCount = FEWEST_NODES }: Pick<ResolvedCluster, 'nodeCount'>): boolean {
  return nodeCount < FEWEST_NODES;
}

const OPTION_DEFAULTS = {
  installNvidiaDevicePlugin: false,
  installDcgmExporter: false,
  installPromOp: true,
} as const satisfies Partial<ExtensionOptions>;

function completeOptions(spec: ExtensionOptions, cluster: ResolvedCluster): CompleteOptions {
  const { name, clusterPurpose, installNvidiaDevicePlugin, installDcgmExporter, installPromOp } = spec;
  return {
    name,
    ...OPTION_DEFAULTS,
    ...(isSmallCluster(cluster) ? { clusterPurpose: 'DevTest' } : {}),
    ...givenProperties({ clusterPurpose, installNvidiaDevicePlugin, installDcgmExporter, installPromOp }),
    ...completePlacement(spec),
    relay: completeRelay(spec.relay ?? { kind: cluster.kind === 'aks' ? 'none' : 'create' }),
    upgrades: completeUpgrades(spec.upgrades),
    extraSettings: { plain: {}, protected: {}, ...givenProperties(spec.extraSettings ?? {}) },
  };
}

/** The connection string of an existing relay is the secret that typed settings name, when it is not given. */
function completeRelay(relay: RelaySpec): RelaySpec {
  return relay.kind === 'existing' ? { connectionString: deployedRelayConnection(), ...relay } : relay;
}

function completePlacement({
  nodeSelector = {},
  tolerations = {},
}: ExtensionOptions): Pick<CompleteOptions, 'nodeSelector' | 'tolerations'> {
  const labels = Object.entries(nodeSelector).map(([key, value]): [string, string] => [plainLabel(key), value]);
  return {
    nodeSelector: Object.fromEntries(labels),
    tolerations: givenProperties({
      extensionSystem: tolerations.extensionSystem?.map(completeToleration),
      workload: tolerations.workload?.map(completeToleration),
    }),
  };
}

function completeUpgrades(upgrades: UpgradesSpec = { kind: 'auto' }): UpgradesSpec {
  return upgrades.kind === 'auto' ? { releaseTrain: DEFAULT_RELEASE_TRAIN, ...upgrades } : upgrades;
}

function completeTraining(spec: true | TrainingSpec): ResolvedTraining {
  const given = spec === true ? {} : spec;
  return { installVolcano: true, skipResourceValidation: false, ...givenProperties(given) };
}

/** What is not said about HTTPS is left out, so that two descriptions of the same are equal. */
function completeInference(spec: InferenceSpec, cluster: ResolvedCluster): ResolvedInference {
  const { inferenceRouterServiceType, internalLoadBalancerProvider, nginxIngressController } = spec;
  return {
    ...(givenProperties({ inferenceRouterServiceType, internalLoadBalancerProvider }) as RouterExposure),
    ...completeSecurity(spec),
    inferenceRouterHA: spec.inferenceRouterHA ?? !isSmallCluster(cluster),
    ...givenProperties({ nginxIngressController }),
  };
}

function completeSecurity(spec: RouterSecurity): RouterSecurity {
  return spec.https === undefined ? { allowInsecureConnections: true } : { https: spec.https };
}

/** A taint without a value is tolerated by saying nothing about one. */
function completeToleration(spec: TolerationSpec): TolerationSpec {
  const value = spec.operator === 'Equal' && spec.value !== '' ? spec.value : undefined;
  return givenProperties({ ...spec, value });
}
