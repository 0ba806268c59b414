import { isOpenShift } from '../azure/cluster';
import { clusterIssues } from '../azure/cluster.rules';
import { equalText } from '../deferred';
import type { ExtensionSpec } from '../extension/extension';
import { extensionIssues, extensionOnClusterIssues } from '../extension/extension.rules';
import { isWellShaped } from '../fields';
import { SCORING_INGRESS_REQUIREMENTS } from '../ingress/scoring-ingress';
import { errorsOf, issue, type Issue, type Path } from '../issues';
import type { AzureMLPlatformSpec, PlatformIngressSpec } from './azureml-platform';
import { hasBundledNginx, hasOwnNginxClass } from './bundled-nginx';

const EXTENSION: Path = ['extension'];

/**
 * Whether the description of an extension has the shape that its types say: what is missing may follow from other parts.
 * @param value - what was given
 * @param path - where it is
 */
export function platformExtensionShape(value: unknown, path: Path): Issue[] {
  const issues = extensionIssues(value as ExtensionSpec, path);
  return isWellShaped(issues) ? [] : issues;
}

/**
 * Everything that is wrong or unwise with the extension of a platform: by itself, on its cluster, and with the ways in.
 * @param spec - the platform, of the right shape
 * @param extension - the extension with everything that follows from the platform
 * @param routerSecret - the name of the Secret that `routerTls` describes
 */
export function platformExtensionIssues(
  spec: AzureMLPlatformSpec,
  extension: ExtensionSpec,
  routerSecret: string | undefined,
): Issue[] {
  const own = extensionIssues(extension, EXTENSION);
  if (errorsOf(own).length > 0) return own;
  return [
    ...own,
    ...(spec.cluster === undefined ? [] : onClusterIssues(spec.cluster, extension)),
    ...routerSecretIssues(extension, routerSecret),
    ...openShiftIssues(spec),
    ...ingressRouterIssues(spec, extension),
    ...ingressNginxIssues(spec),
  ];
}

function onClusterIssues(cluster: NonNullable<AzureMLPlatformSpec['cluster']>, extension: ExtensionSpec): Issue[] {
  return errorsOf(clusterIssues(cluster)).length > 0 ? [] : extensionOnClusterIssues(extension, cluster, EXTENSION);
}

/** Whether HTTPS of azureml-fe uses the Secret that is described. */
function routerSecretIssues({ enableInference }: ExtensionSpec, routerSecret: string | undefined): Issue[] {
  const received =
    enableInference === undefined || enableInference === false ? undefined : enableInference.https?.sslSecret;
  if (received === undefined || routerSecret === undefined || equalText(received, routerSecret) !== false) return [];
  const path = [...EXTENSION, 'enableInference', 'https', 'sslSecret'];
  return [issue('platform/router-secret-differs', path, { received, expected: routerSecret })];
}

function openShiftIssues({ cluster, openShift }: AzureMLPlatformSpec): Issue[] {
  if (cluster === undefined) return [];
  if (cluster.kind === 'aks' && openShift !== undefined) return [issue('platform/openshift-on-aks', ['openShift'])];
  if (cluster.kind !== 'arc' || cluster.distribution === undefined) return [];
  if (isOpenShift(cluster) === (openShift !== undefined)) return [];
  const code = openShift === undefined ? 'platform/openshift-without-grants' : 'platform/openshift-elsewhere';
  return [issue(code, ['cluster', 'distribution'], { received: cluster.distribution })];
}

/** Whether azureml-fe is as an ingress in front of it needs it. */
function ingressRouterIssues({ ingresses = {} }: AzureMLPlatformSpec, { enableInference }: ExtensionSpec): Issue[] {
  const names = Object.keys(ingresses);
  if (names.length === 0) return [];
  if (enableInference === undefined || enableInference === false) {
    return names.map((name) => issue('platform/ingress-without-inference', ['ingresses', name]));
  }
  return SCORING_INGRESS_REQUIREMENTS.flatMap(({ setting, value, reason }) => {
    const received = enableInference[setting] ?? false;
    const path = [...EXTENSION, 'enableInference', setting];
    const expected = `${String(value)} for ${names.join(', ')}: ${reason}`;
    return received === value ? [] : [issue('platform/ingress-router', path, { received, expected })];
  });
}

/** Whether an ingress of nginx says about the bundled nginx what the extension says. */
function ingressNginxIssues(spec: AzureMLPlatformSpec): Issue[] {
  return Object.entries(spec.ingresses ?? {}).flatMap(([name, ingress]) => {
    const received = ingress.controller === 'nginx' ? ingress.bundledNginx : undefined;
    if (received === undefined || !contradicts(received, spec)) return [];
    return [issue('platform/bundled-nginx', ['ingresses', name, 'bundledNginx'], { received })];
  });
}

function contradicts(
  said: NonNullable<Extract<PlatformIngressSpec, { controller: 'nginx' }>['bundledNginx']>,
  spec: AzureMLPlatformSpec,
): boolean {
  return said === 'absent' ? hasBundledNginx(spec) === true : hasBundledNginx(spec) === true && !hasOwnNginxClass(spec);
}
