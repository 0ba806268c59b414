import type {
  CreatedRelay,
  ExistingRelay,
  ExtensionOptions,
  ExtensionSpec,
  ExtraSettings,
  NoRelay,
  WithInferenceOnly,
  WithTraining,
} from '../extension/extension';
import type { HttpsBySecret, HttpsSpec, InferenceSpec } from '../extension/inference';
import { givenProperties } from '../given-properties';
import { extensionTolerations } from '../scheduling/extension-tolerations';
import type { ResolvedNodePool } from '../scheduling/node-pool';
import type { TolerationSpec } from '../scheduling/toleration';

/** Where azureml-fe has its certificate from; the description refers to it and does not hold it. */
export interface PlatformHttpsSpec extends Pick<HttpsBySecret, 'sslCname'> {
  /**
   * The name of the Secret in namespace `azureml`.
   * @default - the one that `routerTls` describes
   */
  readonly sslSecret?: string;
}

/** A relay that exists; the deployment reads its connection string. */
export type PlatformRelaySpec = CreatedRelay | Omit<ExistingRelay, 'connectionString'> | NoRelay;

/** What the extension has besides training and inference; secrets among the settings stay out of the description. */
export interface PlatformExtensionOptions extends Omit<ExtensionOptions, 'relay' | 'extraSettings'> {
  /**
   * The relay through which Azure reaches a cluster behind Azure Arc.
   * @default - created on Arc, none on AKS
   */
  readonly relay?: PlatformRelaySpec;
  /**
   * Settings that have no property here.
   * @default - none
   */
  readonly extraSettings?: Pick<ExtraSettings, 'plain'>;
}

/** Online endpoints of a platform. */
export type PlatformInferenceSpec = InferenceSpec<PlatformHttpsSpec>;

/**
 * The extension of a platform: an {@link ExtensionSpec} without secrets. What follows from the node pools is added:
 * tolerations, and that jobs may wait for GPU nodes of pools that scale from zero.
 */
export type PlatformExtensionSpec = PlatformExtensionOptions &
  (WithTraining<PlatformInferenceSpec> | WithInferenceOnly<PlatformInferenceSpec>);

/** What the extension of a platform takes over from its other parts. */
export interface PlatformFacts {
  readonly pools: readonly ResolvedNodePool[];
  /** The name of the Secret that `routerTls` describes. */
  readonly routerSecret?: string | undefined;
}

/**
 * The whole description of the extension of a platform.
 * @param extension - what the platform says about it
 * @param facts - what follows from the other parts
 */
export function completePlatformExtension(extension: PlatformExtensionSpec, facts: PlatformFacts): ExtensionSpec {
  const { enableTraining, enableInference, tolerations } = extension;
  return {
    ...extension,
    ...givenProperties({
      enableTraining: trainingOn(enableTraining, facts.pools),
      enableInference: inferenceWith(enableInference, facts.routerSecret),
      tolerations: tolerationsOn(tolerations, facts.pools),
    }),
  } as ExtensionSpec;
}

/** The pools whose GPU nodes come only when a job asks for them. */
export function poolsFromZero(pools: readonly ResolvedNodePool[]): ResolvedNodePool[] {
  return pools.filter(({ gpus, minCount, maxCount }) => gpus > 0 && minCount === 0 && maxCount > 0);
}

function trainingOn(
  training: PlatformExtensionSpec['enableTraining'],
  pools: readonly ResolvedNodePool[],
): PlatformExtensionSpec['enableTraining'] {
  if (training === undefined || training === false || poolsFromZero(pools).length === 0) return training;
  return { skipResourceValidation: true, ...(training === true ? {} : training) };
}

/** What is no object is left for the rules. */
function inferenceWith(
  spec: PlatformExtensionSpec['enableInference'],
  routerSecret: string | undefined,
): ExtensionSpec['enableInference'] {
  if (typeof spec !== 'object') return spec;
  const { https, ...others } = spec;
  return { ...others, ...givenProperties({ https: https && httpsWith(https, routerSecret) }) } as InferenceSpec;
}

function httpsWith(https: PlatformHttpsSpec, sslSecret: string | undefined): HttpsSpec {
  return { ...givenProperties({ sslSecret }), ...https };
}

/** Those of the description first, then those that the pools ask for and it does not have. */
function tolerationsOn(
  given: ExtensionOptions['tolerations'] = {},
  pools: readonly ResolvedNodePool[],
): ExtensionOptions['tolerations'] {
  const derived = extensionTolerations(pools);
  const all = givenProperties({
    extensionSystem: joined(given.extensionSystem, derived.extensionSystem),
    workload: joined(given.workload, derived.workload),
  });
  return Object.keys(all).length === 0 ? undefined : all;
}

function joined(
  given: readonly TolerationSpec[] = [],
  derived: readonly TolerationSpec[],
): readonly TolerationSpec[] | undefined {
  const added = derived.filter((one) => !given.some((other) => isSame(one, other)));
  const all = [...given, ...added];
  return all.length === 0 ? undefined : all;
}

function isSame(one: TolerationSpec, other: TolerationSpec): boolean {
  const fields = ['operator', 'key', 'value', 'effect'] as const;
  const valueOf = (toleration: TolerationSpec, field: (typeof fields)[number]): unknown =>
    Object.entries(toleration).find(([name]) => name === field)?.[1];
  return fields.every((field) => valueOf(one, field) === valueOf(other, field));
}
