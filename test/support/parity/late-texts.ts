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

/** The places of a description whose text may be known late, as the model has it. */
export function lateTexts({ kind, spec }: InClusterDescription): string[] {
  const paths: string[] = [];
  replaceTexts(spec, (text, path) => {
    paths.push(JSON.stringify(path));
    return text;
  });
  return paths.filter((path) => isAccepted(() => RESOLVE[kind](withMarker(spec, path) as never)));
}

/** The description with Outputs at some of its places. */
export function withOutputs({ spec }: InClusterDescription, places: readonly string[]): object {
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
