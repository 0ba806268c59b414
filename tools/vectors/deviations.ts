import { base64, revealSecret, type CliSettings, type SecretValue } from '../../lib/model';
import { isTruthy } from '../../lib/model/extension/cli-values';
import { booleanKeys, settingsTexts, withCopies } from '../../lib/model/extension/cli-wire';
import type { Case } from './cases';
import { without, type Texts, type VectorOutcome, type VectorResult } from './vector';

/** One deliberate difference to the Azure CLI. */
export interface Deviation {
  readonly name: string;
  /** What the Azure CLI does and why the library does not. */
  readonly reason: string;
  /** Whether the difference concerns a case; decided on the input alone. */
  readonly applies: (one: Case) => boolean;
  /** Our outcome from that of the Azure CLI, where it sends something; refusals are the same. */
  readonly ours: (theirs: VectorResult, one: Case) => VectorResult;
}

const RELAY_KINDS = ['relayNamespace', 'hybridConnection', 'hybridConnectionAuthorizationRule'];
const RELAY_SETTINGS = ['relayserver.hybridConnectionResourceID', 'relayserver.hybridConnectionName'];
const RELAY_SECRET = 'relayServerConnectionString';
const RELAY_SECRET_COPY = 'relayserver.relayConnectionString';
const INTERNAL_FLAG = 'scoringFe.serviceType.internalLoadBalancer';
const PEM_TARGETS = { sslCertPemFile: 'scoringFe.sslCert', sslKeyPemFile: 'scoringFe.sslKey' } as const;

/** Every deliberate difference. */
export const DEVIATIONS: readonly Deviation[] = [
  {
    name: 'cluster-type-letter-case',
    reason:
      'the Azure CLI compares the cluster type with "managedClusters" letter by letter when it decides about relay and ' +
      'nginx, and without regard to case everywhere else: an AKS cluster typed otherwise gets a relay and no nginx',
    applies: ({ op, input: { cluster } }) =>
      op === 'create' && cluster.type !== 'managedClusters' && isAks(cluster.type),
    ours: asAks,
  },
  {
    name: 'openshift-without-node-count',
    reason:
      'the Azure CLI reads node count and distribution in one block that swallows every error, so that an unreadable ' +
      'count also hides that the cluster is OpenShift',
    applies: ({ op, input: { cluster } }) =>
      op === 'create' && cluster.distribution?.toLowerCase() === 'openshift' && hasUnreadableCount(cluster),
    ours: (theirs, { input }) => ({
      ...theirs,
      settings: { ...theirs.settings, openshift: 'true' },
      bool: theirs.bool.filter((key) => key !== 'openshift' || typeof input.protected?.[key] === 'boolean'),
    }),
  },
  {
    name: 'node-port-resets-internal-load-balancer',
    reason:
      'the Azure CLI leaves the stored flag of an internal load balancer on when the router changes to NodePort, and ' +
      'the chart is told both',
    applies: ({ op, input }) => op === 'update' && isNodePortAlone(input) && isTrue(input.original?.[INTERNAL_FLAG]),
    ours: (theirs) => ({
      ...theirs,
      settings: { ...theirs.settings, [INTERNAL_FLAG]: 'False' },
      bool: sorted([...theirs.bool, INTERNAL_FLAG]),
    }),
  },
  {
    name: 'pem-line-ends-kept',
    reason:
      'the Azure CLI reads PEM files as text, which turns CR LF and CR into LF; the library sends the bytes of the file',
    applies: ({ input }) => Object.keys(PEM_TARGETS).some((key) => contentOf(key, input).includes('\r')),
    ours: (theirs, { input }) => ({ ...theirs, protected: withExactContents(theirs.protected, input) }),
  },
];

/** Our outcome of a case by the deviations that apply, and their names. */
export function deviate(theirs: VectorOutcome, one: Case): { outcome: VectorOutcome; names: readonly string[] } {
  const applied = DEVIATIONS.filter(({ applies }) => applies(one));
  if (!theirs.ok) return { outcome: theirs, names: [] };
  const outcome = applied.reduce<VectorResult>((result, { ours }) => ours(result, one), theirs);
  return { outcome, names: applied.map(({ name }) => name) };
}

/** An AKS cluster has no relay and has nginx, where nothing else is said; what was typed stays. */
function asAks(theirs: VectorResult, { input }: Case): VectorResult {
  const given = input.settings ?? {};
  const nginx = has(given, 'nginxIngress.enabled') ? {} : { 'nginxIngress.enabled': 'true' };
  const settings = { ...theirs.settings, ...nginx };
  if (has(given, 'relayserver.enabled')) return { ...theirs, settings };
  const withoutRelay = { ...theirs, settings: { ...settings, 'relayserver.enabled': 'false' } };
  return hasOwnRelay(input) ? withoutRelay : withoutCreatedRelay(withoutRelay, input);
}

/** The outcome as if the relay had not been created; keys that its creation overwrote are again as they were given. */
function withoutCreatedRelay(theirs: VectorResult, input: Case['input']): VectorResult {
  const others = (theirs.createsInAzure ?? []).filter(({ kind }) => !RELAY_KINDS.includes(kind));
  const typed = given(input.settings, RELAY_SETTINGS);
  const secrets = given(withCopies(input.protected ?? {}), [RELAY_SECRET, RELAY_SECRET_COPY]);
  return {
    ...without(theirs, 'createsInAzure'),
    settings: { ...without(theirs.settings ?? {}, ...RELAY_SETTINGS), ...settingsTexts(typed) },
    protected: { ...without(theirs.protected ?? {}, RELAY_SECRET, RELAY_SECRET_COPY), ...settingsTexts(secrets) },
    bool: sorted([...theirs.bool, ...booleanKeys({ settings: typed, protected: secrets })]),
    ...(others.length === 0 ? {} : { createsInAzure: others }),
  };
}

/** What is given of some keys. */
function given(map: CliSettings | null | undefined, keys: readonly string[]): CliSettings {
  return Object.fromEntries(Object.entries(map ?? {}).filter(([key]) => keys.includes(key)));
}

function hasOwnRelay({ settings, protected: protectedSettings }: Case['input']): boolean {
  return [settings, protectedSettings].some((map) => isTruthy(map?.[RELAY_SECRET]));
}

function hasUnreadableCount({ type, nodes, pools }: Case['input']['cluster']): boolean {
  if (type.toLowerCase() === 'connectedclusters') return (nodes ?? null) === null;
  if (!isAks(type)) return false;
  return pools === undefined || pools === null ? (nodes ?? null) === null : pools.includes(null);
}

function isNodePortAlone({ settings, protected: protectedSettings }: Case['input']): boolean {
  const maps = [settings ?? {}, protectedSettings ?? {}];
  const value = (key: string): unknown => maps.find((map) => has(map, key))?.[key];
  const type = value('inferenceRouterServiceType');
  return (
    typeof type === 'string' && type.toLowerCase() === 'nodeport' && !isTruthy(value('internalLoadBalancerProvider'))
  );
}

function withExactContents(map: Texts | null, input: Case['input']): Texts {
  const sent = Object.entries(PEM_TARGETS).filter(([, target]) => has(map ?? {}, target));
  return { ...map, ...Object.fromEntries(sent.map(([key, target]) => [target, base64(contentOf(key, input))])) };
}

function contentOf(key: string, { files, protected: protectedSettings }: Case['input']): string {
  const path = protectedSettings?.[key];
  return typeof path === 'string' && has(files ?? {}, path) ? clear(files?.[path] ?? '') : '';
}

function clear(text: string | SecretValue): string {
  return typeof text === 'string' ? text : revealSecret(text);
}

function sorted(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].sort();
}

function isAks(type: string): boolean {
  return type.toLowerCase() === 'managedclusters';
}

function isTrue(value: unknown): boolean {
  return String(value).toLowerCase() === 'true';
}

function has(map: object, key: string): boolean {
  return Object.hasOwn(map, key);
}
