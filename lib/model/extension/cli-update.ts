import { issue, type Issue } from '../issues';
import { updateConfirmation } from './cli-confirmation';
import type { CliAzure, CliSettings, CliUpdateInput } from './cli-input';
import type { CliUpdateOutcome, CliWarning } from './cli-outcome';
import { refusal } from './cli-refusal';
import { connections, RESOURCE_KEYS } from './cli-resources';
import {
  hasPemPair,
  isInternal,
  isNodePort,
  pemIssue,
  ROUTER_FLAGS,
  serviceTypeIssue,
  tlsAddition,
} from './cli-router';
import { givenMaps, isTruthy, isWord, lookUp, type CliMaps } from './cli-values';
import { booleanKeys, readableSecretIssue, protectedSecrets, settingsTexts, withCopies } from './cli-wire';

/** What stops an update that has protected settings, by the resource whose connection string must be sent again. */
const STOPS = {
  relay: {
    unknown: 'derivation/stored-relay-flag',
    absent: 'derivation/relay-gone',
    forbidden: 'derivation/relay-unreadable',
  },
  serviceBus: {
    unknown: 'derivation/stored-service-bus-flag',
    absent: 'derivation/service-bus-gone',
    forbidden: 'derivation/service-bus-unreadable',
  },
} as const;

const CONNECTED = ['relay', 'serviceBus'] as const;

/**
 * What `az k8s-extension update` makes of the settings that a person types: both maps on the wire, the question it
 * would ask, or why it refuses. Readable settings are merged by the service key by key, protected ones replace all that
 * were stored. Rules that the Azure CLI checks for an install only are not checked here either; where it crashes, the
 * outcome is an issue.
 *
 * It differs from the Azure CLI in this: the change to NodePort also resets the flag of an internal load balancer that
 * is stored; PEM files keep their line ends.
 * @param input - settings, stored settings and everything else that the Azure CLI would read
 * @see https://github.com/Azure/azure-cli-extensions/tree/main/src/k8s-extension
 */
export function deriveExtensionUpdate(input: CliUpdateInput): CliUpdateOutcome {
  const given = givenMaps(input);
  const mistyped = isTruthy(lookUp('inferenceRouterServiceType', given)) ? serviceTypeIssue(given) : undefined;
  if (mistyped !== undefined) return refusal(mistyped);

  const { maps: flagged, warnings } = withRouterFlags(given, input.original ?? {});
  const confirmation = updateConfirmation(flagged);
  const maps = withTls(withConnections(flagged, input), input);
  const [stopped] = updateIssues(input, flagged, maps, confirmation !== null);
  if (stopped !== undefined) return refusal(stopped, confirmation);

  return {
    ok: true,
    settings: isNotGiven(input.settings, maps.settings) ? null : settingsTexts(maps.settings),
    protected: isNotGiven(input.protected, maps.protected) ? null : protectedSecrets(maps.protected),
    booleanKeys: booleanKeys(maps),
    warnings,
    releaseTrain: input.releaseTrain ?? null,
    version: input.version ?? null,
    autoUpgradeMinorVersion: input.autoUpgradeMinorVersion ?? null,
    confirmation,
    diagnostics: [],
  };
}

/** Everything that stops an update, in the order of the Azure CLI. */
function updateIssues(input: CliUpdateInput, flagged: CliMaps, sent: CliMaps, isAsked: boolean): readonly Issue[] {
  const declined = isAsked && input.answer === 'no' ? [issue('derivation/declined', ['answer'])] : [];
  const found = [pemIssue(flagged, input.files ?? {}), readableSecretIssue(sent.settings)];
  return [...declined, ...connectionIssues(flagged, input), ...found.filter((one) => one !== undefined)];
}

/** The booleans that follow from a service type and a provider, where these are given. */
function withRouterFlags(given: CliMaps, original: CliSettings): { maps: CliMaps; warnings: readonly CliWarning[] } {
  const hasType = isTruthy(lookUp('inferenceRouterServiceType', given));
  const hasProvider = isTruthy(lookUp('internalLoadBalancerProvider', given));
  const isLeftOver = isNodePort(given) && isWord(original[ROUTER_FLAGS.internalLoadBalancer], 'true');
  const settings = {
    ...given.settings,
    ...(hasType ? { [ROUTER_FLAGS.nodePort]: isNodePort(given) } : {}),
    ...(hasProvider || isLeftOver ? { [ROUTER_FLAGS.internalLoadBalancer]: isInternal(given) } : {}),
  };
  return {
    maps: { settings, protected: given.protected },
    warnings: hasProvider ? ['internal-load-balancer-only-on-aks'] : [],
  };
}

/** Protected settings replace all that were stored, so the connection strings are read and sent again. */
function withConnections(maps: CliMaps, { azure = {}, original }: CliUpdateInput): CliMaps {
  if (Object.keys(maps.protected).length === 0) return maps;
  const wanted = CONNECTED.filter((resource) => isFetched(resource, maps, original ?? {}));
  const found = azure.logAnalytics === 'present' ? (['logAnalytics', ...wanted] as const) : wanted;
  return { settings: maps.settings, protected: withCopies({ ...connections(found, azure), ...maps.protected }) };
}

function isFetched(resource: (typeof CONNECTED)[number], maps: CliMaps, original: CliSettings): boolean {
  const { enabled, connection } = RESOURCE_KEYS[resource];
  return !isWord(original[enabled], 'false') && !Object.hasOwn(maps.protected, connection);
}

function connectionIssues(maps: CliMaps, { azure = {}, original }: CliUpdateInput): readonly Issue[] {
  if (Object.keys(maps.protected).length === 0) return [];
  return CONNECTED.flatMap((resource) => {
    const { enabled } = RESOURCE_KEYS[resource];
    const stored = original?.[enabled];
    if (typeof stored !== 'string')
      return [issue(STOPS[resource].unknown, ['original', enabled], { received: stored })];
    if (!isFetched(resource, maps, original ?? {})) return [];
    return unreadableIssues(resource, azure);
  });
}

function unreadableIssues(resource: (typeof CONNECTED)[number], azure: CliAzure): readonly Issue[] {
  const state = azure[resource] ?? 'absent';
  return state === 'present' ? [] : [issue(STOPS[resource][state], ['azure', resource], { received: state })];
}

/** Certificate and key where both files are given, otherwise the name of the secret where one is. */
function withTls(maps: CliMaps, input: CliUpdateInput): CliMaps {
  const secretName = lookUp('sslSecret', maps);
  if (!hasPemPair(maps) && !isTruthy(secretName)) return maps;
  const tls = tlsAddition(maps, input.files ?? {}, secretName);
  return {
    settings: { ...maps.settings, ...tls.settings },
    protected: { ...maps.protected, ...tls.protected },
  };
}

function isNotGiven(given: CliSettings | null | undefined, sent: CliSettings): boolean {
  return (given ?? null) === null && Object.keys(sent).length === 0;
}
