import { base64, isDeferred, lowerCase } from '../deferred';
import { issue, type Issue } from '../issues';
import { SecretValue } from '../secret';
import type { CliSettings } from './cli-input';
import type { CliWarning } from './cli-outcome';
import { isTruthy, isWord, lookUp, textOf, type CliMaps } from './cli-values';

/** What a step adds to the settings. */
export interface CliAddition {
  readonly settings: CliSettings;
  readonly protected: CliSettings;
  readonly warnings: readonly CliWarning[];
}

/** The content of files by their path. */
export type CliFiles = Readonly<Record<string, string | SecretValue>>;

/** The booleans that the chart reads instead of the service type and the provider. */
export const ROUTER_FLAGS = {
  nodePort: 'scoringFe.serviceType.nodePort',
  internalLoadBalancer: 'scoringFe.serviceType.internalLoadBalancer',
} as const;

/** The two PEM files: where the path is given, and where the content goes. */
const PEM_FILES = [
  ['sslCertPemFile', 'scoringFe.sslCert'],
  ['sslKeyPemFile', 'scoringFe.sslKey'],
] as const;

const SERVICE_TYPES = ['nodeport', 'loadbalancer', 'clusterip'];
const NOT_ASCII = /\P{ASCII}/u;

/** The first reason, in the order of the Azure CLI, why the router cannot be set up. */
export function routerIssue(maps: CliMaps, files: CliFiles): Issue | undefined {
  const isInsecure = isWord(lookUp('allowInsecureConnections', maps), 'true');
  return (
    tlsIssue(maps, isInsecure) ??
    serviceTypeIssue(maps) ??
    nodePortIssue(maps) ??
    (isInsecure ? undefined : pemIssue(maps, files))
  );
}

/** Why a service type that was given cannot be used; the Azure CLI crashes on one that is not text. */
export function serviceTypeIssue(maps: CliMaps): Issue | undefined {
  const received = lookUp('inferenceRouterServiceType', maps);
  const path = pathOf('inferenceRouterServiceType', maps);
  const text = textOf(received);
  if (isTruthy(received) && text === undefined) return issue('derivation/service-type-not-text', path, { received });
  if (SERVICE_TYPES.includes(lowerCase(text ?? ''))) return undefined;
  return issue('derivation/service-type', path, { received, expected: 'LoadBalancer, NodePort or ClusterIP' });
}

/** Why the PEM files that are given together cannot be read. */
export function pemIssue(maps: CliMaps, files: CliFiles): Issue | undefined {
  if (!hasPemPair(maps)) return undefined;
  return PEM_FILES.map(([key]) => pemFileIssue(key, maps, files)).find((found) => found !== undefined);
}

/** What the router adds to the settings of an install with inference. */
export function routerAddition(maps: CliMaps, files: CliFiles): CliAddition {
  const isInsecure = isWord(lookUp('allowInsecureConnections', maps), 'true');
  const service = serviceFlags(maps);
  const tls = isInsecure ? {} : tlsAddition(maps, files, lookUp('sslSecret', maps));
  return {
    settings: { ...migrationSettings(maps), ...service.settings, ...tls.settings },
    protected: { ...tls.protected },
    warnings: [...service.warnings, ...(isInsecure ? ['tls-off' as const] : [])],
  };
}

/** The certificate and key in base64 where both files are given; otherwise the name of the secret. */
export function tlsAddition(maps: CliMaps, files: CliFiles, secretName: unknown): Partial<CliAddition> {
  if (!hasPemPair(maps)) return { settings: { 'scoringFe.sslSecret': secretName } };
  const contents = PEM_FILES.map(([key, target]) => [target, encoded(pemContent(key, maps, files))]);
  return { protected: Object.fromEntries(contents) as CliSettings };
}

/** Whether both PEM files are given where the Azure CLI looks for them. */
export function hasPemPair(maps: CliMaps): boolean {
  return PEM_FILES.every(([key]) => isTruthy(maps.protected[key]));
}

function tlsIssue(maps: CliMaps, isInsecure: boolean): Issue | undefined {
  const isTls = hasPemPair(maps) || isTruthy(lookUp('sslSecret', maps));
  if (!isTls) return isInsecure ? undefined : issue('derivation/tls-undecided', []);
  return isTruthy(lookUp('sslCname', maps)) ? undefined : issue('derivation/cname-missing', pathOf('sslCname', maps));
}

function nodePortIssue(maps: CliMaps): Issue | undefined {
  if (!isNodePort(maps) || !isInternal(maps)) return undefined;
  return issue('derivation/node-port-with-internal-load-balancer', pathOf('internalLoadBalancerProvider', maps));
}

function serviceFlags(maps: CliMaps): Omit<CliAddition, 'protected'> {
  if (isNodePort(maps)) return { settings: { [ROUTER_FLAGS.nodePort]: true }, warnings: [] };
  if (!isInternal(maps)) return { settings: {}, warnings: [] };
  return { settings: { [ROUTER_FLAGS.internalLoadBalancer]: true }, warnings: ['internal-load-balancer-only-on-aks'] };
}

/** What marks a cluster whose own router of Azure Machine Learning v1 is taken over. */
function migrationSettings(maps: CliMaps): CliSettings {
  if (!isWord(lookUp('isAKSMigration', maps), 'true')) return {};
  return { 'scoringFe.namespace': 'default', isAKSMigration: 'true' };
}

/** Whether the service type is NodePort. */
export function isNodePort(maps: CliMaps): boolean {
  return isWord(lookUp('inferenceRouterServiceType', maps), 'nodeport');
}

/** Whether the provider of the internal load balancer is Azure. */
export function isInternal(maps: CliMaps): boolean {
  return isWord(lookUp('internalLoadBalancerProvider', maps), 'azure');
}

function pemFileIssue(key: string, maps: CliMaps, files: CliFiles): Issue | undefined {
  const text = pemContent(key, maps, files);
  const path = ['protected', key];
  const received = maps.protected[key];
  if (text === undefined) return issue('derivation/pem-file-missing', path, { received });
  const isLiteral = !isDeferred(text);
  return isLiteral && NOT_ASCII.test(text) ? issue('derivation/pem-file-not-ascii', path, { received }) : undefined;
}

function pemContent(key: string, maps: CliMaps, files: CliFiles): string | undefined {
  const path = textOf(maps.protected[key]);
  return path === undefined ? undefined : textOf(files[path]);
}

function encoded(text: string | undefined): SecretValue {
  return SecretValue.of(base64(text ?? ''));
}

function pathOf(key: string, maps: CliMaps): readonly string[] {
  return [Object.hasOwn(maps.settings, key) || !Object.hasOwn(maps.protected, key) ? 'settings' : 'protected', key];
}
