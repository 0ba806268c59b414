import type { NginxScoringIngressSpec } from '../ingress/scoring-ingress';
import type { AzureMLPlatformSpec, PlatformIngressSpec } from './azureml-platform';

/** The class of the extension's nginx, which every other ingress-nginx has too unless it is told otherwise. */
const DEFAULT_CLASS = 'k8s.io/ingress-nginx';

/** Whether the extension brings an nginx along; `undefined` when the kind of the cluster is not known. */
export function hasBundledNginx({ cluster, extension }: AzureMLPlatformSpec): boolean | undefined {
  if (cluster === undefined) return undefined;
  return cluster.kind === 'aks' && isOn(extension.enableInference);
}

/** Whether the nginx of the extension has a class of its own. */
export function hasOwnNginxClass({ extension: { enableInference } }: AzureMLPlatformSpec): boolean {
  if (!isOn(enableInference)) return false;
  return (enableInference.nginxIngressController ?? DEFAULT_CLASS) !== DEFAULT_CLASS;
}

/** An ingress of nginx with what the rest of the description says about the extension's own nginx. */
export function withBundledNginx(spec: AzureMLPlatformSpec, ingress: PlatformIngressSpec): PlatformIngressSpec {
  if (ingress.controller !== 'nginx' || ingress.bundledNginx !== undefined) return ingress;
  const bundledNginx = bundledNginxOf(spec);
  return bundledNginx === undefined ? ingress : { ...ingress, bundledNginx };
}

function bundledNginxOf(spec: AzureMLPlatformSpec): NginxScoringIngressSpec['bundledNginx'] {
  if (hasBundledNginx(spec) === false) return 'absent';
  return hasOwnNginxClass(spec) ? 'ownClass' : undefined;
}

function isOn<Spec>(spec: Spec | false | undefined): spec is Spec {
  return spec !== undefined && spec !== false;
}
