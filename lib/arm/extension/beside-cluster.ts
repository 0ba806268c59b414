import { apiVersionOf, type ApiVersionChoice, type VersionedType } from '../../model/azure/api-versions';
import {
  DEPLOYED_VALUES,
  LOG_ANALYTICS_SKU,
  RELAY_RULE,
  RELAY_SKU,
  type CliResource,
} from '../../model/extension/cli-resources';
import type { RelaySpec } from '../../model/extension/extension';
import { call, property, type ArmExpression } from '../template/expression';
import type { TemplateValue } from '../template/render-template';

/** The resources beside the cluster, and where their secrets are read. */
export interface BesideCluster {
  readonly resources: readonly TemplateValue[];
  /** The expressions of the deferred connection strings, by their names. */
  readonly expressions: Readonly<Record<string, ArmExpression>>;
  /** The ids that the extension depends on. */
  readonly ids: readonly ArmExpression[];
}

/** A resource of the group that the template is deployed to. */
interface Placed {
  readonly type: string;
  readonly version: string;
  readonly names: readonly string[];
}

const NOTHING: BesideCluster = { resources: [], expressions: {}, ids: [] };
const TYPES = {
  relay: 'Microsoft.Relay/namespaces',
  serviceBus: 'Microsoft.ServiceBus/namespaces',
  logAnalytics: 'Microsoft.OperationalInsights/workspaces',
} as const satisfies Readonly<Record<string, VersionedType>>;

/** The rule of a Service Bus namespace that Azure makes with it, whose connection string the Azure CLI takes. */
const ROOT_RULE = 'RootManageSharedAccessKey';

/**
 * What the Azure CLI would create beside the extension, as resources of the template.
 * @param creates - the resources, see `ExtensionOnWire.createsInAzure`
 */
export function besideCluster(creates: readonly CliResource[], choice: ApiVersionChoice = {}): BesideCluster {
  const parts = [
    relay(creates, apiVersionOf(TYPES.relay, choice)),
    serviceBus(creates, apiVersionOf(TYPES.serviceBus, choice)),
    logAnalytics(creates, apiVersionOf(TYPES.logAnalytics, choice)),
  ];
  return {
    resources: parts.flatMap(({ resources }) => resources),
    expressions: Object.assign({}, ...parts.map(({ expressions }) => expressions)) as BesideCluster['expressions'],
    ids: parts.flatMap(({ ids }) => ids),
  };
}

/**
 * Where the connection string of an existing relay is read, when the description does not give it.
 * @param relay - the relay of the description
 */
export function existingRelay(
  relay: RelaySpec | undefined,
  choice: ApiVersionChoice = {},
): Readonly<Record<string, ArmExpression>> {
  if (relay?.kind !== 'existing' || relay.connectionString !== undefined) return {};
  const rule = `${relay.hybridConnectionResourceId}/authorizationRules/${RELAY_RULE}`;
  const keys = call('listKeys', rule, apiVersionOf(TYPES.relay, choice));
  return { [DEPLOYED_VALUES.relayConnection]: property(keys, 'primaryConnectionString') };
}

function relay(creates: readonly CliResource[], version: string): BesideCluster {
  const namespace = ofKind(creates, 'relayNamespace');
  const connection = ofKind(creates, 'hybridConnection');
  const rule = ofKind(creates, 'hybridConnectionAuthorizationRule');
  if (namespace === undefined || connection === undefined || rule === undefined) return NOTHING;
  const places = {
    namespace: { type: TYPES.relay, version, names: [namespace.name] },
    connection: { type: `${TYPES.relay}/hybridConnections`, version, names: [namespace.name, connection.name] },
    rule: {
      type: `${TYPES.relay}/hybridConnections/authorizationRules`,
      version,
      names: [namespace.name, connection.name, rule.name],
    },
  };
  return {
    resources: [
      resource(places.namespace, {
        location: namespace.location,
        tags: namespace.tags,
        sku: RELAY_SKU,
        properties: {},
      }),
      resource(places.connection, {
        dependsOn: [idOf(places.namespace)],
        properties: { requiresClientAuthorization: connection.requiresClientAuthorization },
      }),
      resource(places.rule, { dependsOn: [idOf(places.connection)], properties: { rights: rule.rights } }),
    ],
    expressions: { [DEPLOYED_VALUES.relayConnection]: keyOf(places.rule, 'primaryConnectionString') },
    ids: [idOf(places.rule)],
  };
}

function serviceBus(creates: readonly CliResource[], version: string): BesideCluster {
  const namespace = ofKind(creates, 'serviceBusNamespace');
  if (namespace === undefined) return NOTHING;
  const { name, location, tags, sku } = namespace;
  const place = { type: TYPES.serviceBus, version, names: [name] };
  const topics = allOfKind(creates, 'serviceBusTopic').map(({ kind, name: topic, ...properties }) => ({
    kind,
    place: { type: `${TYPES.serviceBus}/topics`, version, names: [name, topic] },
    body: { dependsOn: [idOf(place)], properties },
  }));
  const subscriptions = allOfKind(creates, 'serviceBusSubscription').map(
    ({ kind, topic, name: subscription, ...properties }) => ({
      kind,
      place: { type: `${TYPES.serviceBus}/topics/subscriptions`, version, names: [name, topic, subscription] },
      body: {
        dependsOn: [idOf({ type: `${TYPES.serviceBus}/topics`, version, names: [name, topic] })],
        properties,
      },
    }),
  );
  const rule = { type: `${TYPES.serviceBus}/authorizationRules`, version, names: [name, ROOT_RULE] };
  return {
    resources: [
      resource(place, { location, tags, sku: { name: sku, tier: sku }, properties: {} }),
      ...[...topics, ...subscriptions].map((one) => resource(one.place, one.body)),
    ],
    expressions: { [DEPLOYED_VALUES.serviceBusConnection]: keyOf(rule, 'primaryConnectionString') },
    ids: [idOf(place), ...subscriptions.map((one) => idOf(one.place))],
  };
}

function logAnalytics(creates: readonly CliResource[], version: string): BesideCluster {
  const workspace = ofKind(creates, 'logAnalyticsWorkspace');
  if (workspace === undefined) return NOTHING;
  const { name, location, tags } = workspace;
  const place = { type: TYPES.logAnalytics, version, names: [name] };
  return {
    resources: [resource(place, { location, tags, properties: { sku: LOG_ANALYTICS_SKU } })],
    expressions: {
      [DEPLOYED_VALUES.logAnalyticsKey]: keyOf(place, 'primarySharedKey'),
      [DEPLOYED_VALUES.logAnalyticsCustomer]: property(call('reference', idOf(place), version), 'customerId'),
    },
    ids: [idOf(place)],
  };
}

function resource({ type, version, names }: Placed, body: Readonly<Record<string, TemplateValue>>): TemplateValue {
  return { type, apiVersion: version, name: names.join('/'), ...body };
}

function idOf({ type, names }: Placed): ArmExpression {
  return call('resourceId', type, ...names);
}

function keyOf(place: Placed, key: string): ArmExpression {
  return property(call('listKeys', idOf(place), place.version), key);
}

function ofKind<Kind extends CliResource['kind']>(
  creates: readonly CliResource[],
  kind: Kind,
): Extract<CliResource, { readonly kind: Kind }> | undefined {
  return allOfKind(creates, kind)[0];
}

function allOfKind<Kind extends CliResource['kind']>(
  creates: readonly CliResource[],
  kind: Kind,
): Extract<CliResource, { readonly kind: Kind }>[] {
  return creates.filter((one): one is Extract<CliResource, { readonly kind: Kind }> => one.kind === kind);
}
