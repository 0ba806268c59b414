import { issue, type Issue } from '../issues';
import { SecretValue } from '../secret';
import type { CliSettings } from './cli-input';
import type { WireProtectedSettings, WireSettings } from './cli-outcome';
import { isSecret, pythonText, type CliMaps } from './cli-values';

/** Keys whose value is also sent under other keys of the same map, where those are not given. */
const COPIES = [
  ['relayServerConnectionString', ['relayserver.relayConnectionString']],
  ['serviceBusConnectionString', ['servicebus.connectionString']],
  ['cluster_name', ['clusterId', 'prometheus.prometheusSpec.externalLabels.cluster_name']],
] as const;

/** A map with the copies of what it holds. */
export function withCopies(map: CliSettings): CliSettings {
  const copies = COPIES.filter(([from]) => Object.hasOwn(map, from)).flatMap(([from, to]) =>
    to.map((key) => [key, map[from]] as const),
  );
  return { ...Object.fromEntries(copies), ...map };
}

/** Readable settings as text; null stays null. */
export function settingsTexts(map: CliSettings): WireSettings {
  return mapValues(map, pythonText);
}

/** Protected settings as secrets; null stays null. */
export function protectedSecrets(map: CliSettings): WireProtectedSettings {
  return mapValues(map, (value) => (SecretValue.isSecretValue(value) ? value : SecretValue.of(pythonText(value))));
}

/** The keys of both maps whose values are booleans, sorted. */
export function booleanKeys(maps: CliMaps): readonly string[] {
  const entries = [...Object.entries(maps.settings), ...Object.entries(maps.protected)];
  const keys = entries.filter(([, value]) => typeof value === 'boolean').map(([key]) => key);
  return [...new Set(keys)].sort();
}

/** Secrets that would be sent where everybody can read them. */
export function readableSecretIssue(map: CliSettings): Issue | undefined {
  const [key] = Object.entries(map).find(([, value]) => isSecret(value)) ?? [];
  return key === undefined ? undefined : issue('deferred/secret-in-plain-text', ['settings', key]);
}

function mapValues<T>(map: CliSettings, change: (value: unknown) => T): Record<string, T | null> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, value === null ? null : change(value)]));
}
