import type { Issue } from '../issues';
import type { TolerationSpec } from '../scheduling/toleration';
import type { ExtensionPodKind } from '../scheduling/amlarc-taints';
import type { SecretValue } from '../secret';
import type { InferenceOptions, InferenceSpec } from './inference';
import type { TrainingSpec } from './training';

/** The type of the extension, as the Azure CLI sends it; Azure compares it in any letter case. */
export const EXTENSION_TYPE = 'microsoft.azureml.kubernetes';

/** The train of releases that upgrades follow by default. */
export const DEFAULT_RELEASE_TRAIN = 'stable';

/** Azure upgrades the extension to new minor releases by itself. */
export interface AutomaticUpgrades {
  readonly kind: 'auto';
  /**
   * The train of releases: `stable`, `preview`.
   * @default 'stable'
   */
  readonly releaseTrain?: string;
}

/** The extension stays at one version until another one is given. */
export interface PinnedVersion {
  readonly kind: 'pinned';
  /** The version, for example `1.1.88`. */
  readonly version: string;
}

/** How the extension gets new releases: a train and a version exclude each other. */
export type UpgradesSpec = AutomaticUpgrades | PinnedVersion;

/** The deployment creates the relay, as the Azure CLI does. */
export interface CreatedRelay {
  readonly kind: 'create';
}

/** A relay that exists: its rule `azureml_rw` has the rights Manage, Send and Listen. */
export interface ExistingRelay {
  readonly kind: 'existing';
  /** The resource id of the hybrid connection, or of its namespace. */
  readonly hybridConnectionResourceId: string;
  /**
   * The name of the hybrid connection.
   * @default - the name of the cluster
   */
  readonly hybridConnectionName?: string;
  /**
   * The connection string of the rule `azureml_rw`.
   * @default - the deferred secret `relay-connection-string`, which the deployment reads from the relay
   */
  readonly connectionString?: SecretValue;
}

/** No relay: the extension is told not to use one. */
export interface NoRelay {
  readonly kind: 'none';
}

/** How a cluster behind Azure Arc is reached; AKS needs no relay since release 1.1.5. */
export type RelaySpec = CreatedRelay | ExistingRelay | NoRelay;

/** Purposes of a cluster that the chart knows. */
export const CLUSTER_PURPOSES = ['DevTest', 'FastProd', 'DenseProd'] as const;

/** One of {@link CLUSTER_PURPOSES}. */
export type ClusterPurpose = (typeof CLUSTER_PURPOSES)[number];

/** Settings that the description has no property for, by their keys; values are text. */
export interface ExtraSettings {
  /**
   * Settings that anybody with access to the cluster resource may read.
   * @default - none
   */
  readonly plain?: Readonly<Record<string, string>>;
  /**
   * Settings that Azure never returns.
   * @default - none
   */
  readonly protected?: Readonly<Record<string, SecretValue>>;
}

/** What the extension has besides training and inference. */
export interface ExtensionOptions {
  /** The name of the extension resource, which is also the name of its Helm release. */
  readonly name: string;
  /**
   * The labels of the nodes that the extension's pods and workloads may use; dots in keys are escaped by the library.
   * Once set, a label can be changed but not removed without a new installation.
   * @default - any node
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Tolerations of the extension's own pods and of workloads, besides those for the amlarc taints.
   * @default - none; a platform derives them from its node pools
   */
  readonly tolerations?: Readonly<Partial<Record<ExtensionPodKind, readonly TolerationSpec[]>>>;
  /**
   * Whether the extension brings NVIDIA's device plugin along.
   * @default false
   */
  readonly installNvidiaDevicePlugin?: boolean;
  /**
   * Whether the extension brings the exporter of GPU metrics along.
   * @default false
   */
  readonly installDcgmExporter?: boolean;
  /**
   * Whether the extension brings the Prometheus operator along; `false` where one watches namespace `azureml` already.
   * @default true
   */
  readonly installPromOp?: boolean;
  /**
   * What the cluster is for.
   * @default - DevTest on a cluster that is known to have fewer than three nodes, otherwise nothing is said
   */
  readonly clusterPurpose?: ClusterPurpose;
  /**
   * The relay through which Azure reaches a cluster behind Azure Arc.
   * @default - created on Arc, none on AKS
   */
  readonly relay?: RelaySpec;
  /**
   * How the extension gets new releases.
   * @default - automatic, from the train stable
   */
  readonly upgrades?: UpgradesSpec;
  /**
   * Settings that have no property here. A key that has one, or that the library derives, is refused.
   * @default - none
   */
  readonly extraSettings?: ExtraSettings;
}

/** Training, with or without online endpoints. */
export interface WithTraining<Inference = InferenceSpec> {
  /** Training jobs and batch scoring; `true` for all defaults. */
  readonly enableTraining: true | TrainingSpec;
  /**
   * Online endpoints; how they are reached and whether they are secure has to be said.
   * @default false
   */
  readonly enableInference?: false | Inference;
}

/** Online endpoints alone. */
export interface WithInferenceOnly<Inference = InferenceSpec> {
  /** @default false */
  readonly enableTraining?: false;
  /** Online endpoints; how they are reached and whether they are secure has to be said. */
  readonly enableInference: Inference;
}

/**
 * The extension of Azure Machine Learning on one cluster, which {@link ClusterSpec} describes.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension
 */
export type ExtensionSpec = ExtensionOptions & (WithTraining | WithInferenceOnly);

/** Training with its defaults filled. */
export type ResolvedTraining = TrainingSpec & Required<Pick<TrainingSpec, 'installVolcano' | 'skipResourceValidation'>>;

/** Online endpoints with their defaults filled. */
export type ResolvedInference = InferenceSpec & Required<Pick<InferenceOptions, 'inferenceRouterHA'>>;

/** What a description has besides training and inference, with its defaults filled. */
export type CompleteOptions = Required<Omit<ExtensionOptions, 'clusterPurpose'>> &
  Pick<ExtensionOptions, 'clusterPurpose'>;

/** A description in which nothing is left to a default. It is an {@link ExtensionSpec} too. */
export type CompleteExtension = CompleteOptions &
  (
    | { readonly enableTraining: ResolvedTraining; readonly enableInference: false | ResolvedInference }
    | { readonly enableTraining: false; readonly enableInference: ResolvedInference }
  );

/** A checked extension with its defaults filled. */
export type ResolvedExtension = CompleteExtension & { readonly warnings: readonly Issue[] };
