import * as pulumi from '@pulumi/pulumi';
import * as model from 'azureml-kubernetes';
import { replaceTexts, type InClusterDescription, type InClusterKind } from './descriptions';

type Resolve = (spec: never) => unknown;

const RESOLVE: Readonly<Record<InClusterKind, Resolve>> = {
  ComputeNamespace: model.resolveComputeNamespace,
  DevicePlugin: model.resolveDevicePlugin,
  IngressTlsSecret: model.resolveIngressTlsSecret,
  InstanceType: model.resolveInstanceType,
  JobDataVolume: model.resolveJobDataVolume,
  NfsMountConfig: model.resolveNfsMountConfig,
  OpenShiftSccGrant: model.resolveOpenShiftSccGrant,
  RouterTlsSecret: model.resolveRouterTlsSecret,
  ScoringIngress: model.resolveScoringIngress,
};

/** Checks the description of something in a cluster. */
export function resolveInCluster({ kind, spec }: InClusterDescription): unknown {
  return RESOLVE[kind](spec as never);
}

/**
 * Some of the places of a description whose text may be known late, as the model has it. Empty texts are none of them:
 * they leave a setting out, which what is known late can't do.
 * @param spec - a right description
 * @param resolve - checks it
 * @param isChosen - which places are taken
 */
export function lateTexts<Spec>(
  spec: Spec,
  resolve: (spec: Spec) => unknown,
  isChosen: (path: readonly (string | number)[]) => boolean,
): string[] {
  const paths: string[] = [];
  replaceTexts(spec, (text, path) => {
    if (text !== '' && isChosen(path)) paths.push(JSON.stringify(path));
    return text;
  });
  return paths.filter((path) => isAccepted(() => resolve(withMarker(spec, path) as Spec)));
}

/** A description with Outputs in place of what is deferred in it. */
export function withOutputsOf(spec: object, lookup: model.DeferredLookup): object {
  return replaceTexts(spec, (text) => {
    const plain = model.SecretValue.isSecretValue(text) ? model.revealSecret(text) : String(text);
    return model.isDeferred(plain) ? pulumi.output(model.substituteDeferred(plain, lookup)) : text;
  }) as object;
}

/** A description with Outputs at some of its places. */
export function withOutputs(spec: unknown, places: readonly string[]): object {
  return replaceTexts(spec, (text, path) => {
    if (!places.includes(JSON.stringify(path))) return text;
    return model.SecretValue.isSecretValue(text) ? pulumi.secret(model.revealSecret(text)) : pulumi.output(text);
  }) as object;
}

function withMarker(spec: unknown, place: string): unknown {
  return replaceTexts(spec, (text, path) => {
    if (JSON.stringify(path) !== place) return text;
    return model.SecretValue.isSecretValue(text)
      ? model.SecretValue.of(model.deferred('late', { secret: true }))
      : model.deferred('late');
  });
}

function isAccepted(resolve: () => unknown): boolean {
  try {
    resolve();
    return true;
  } catch {
    return false;
  }
}
