import { PRIVILEGED_ACCOUNTS } from '../../lib/model/openshift/service-accounts';
import {
  DISTRIBUTIONS,
  DISTRIBUTIONS_SOURCE,
  NODE_ARCHITECTURE,
  NODE_ARCHITECTURE_SOURCE,
} from '../../lib/model/support/distributions';
import { EXTENSION_FEATURES, featureGate, type ExtensionFeature } from '../../lib/model/support/extension-features';
import { EXTENSION_RELEASES } from '../../lib/model/support/extension-releases';
import { AKS_KUBERNETES_CALENDAR, AKS_KUBERNETES_CALENDAR_SOURCE } from '../../lib/model/support/kubernetes-calendar';
import { LIMITATION_TOPICS, LIMITATIONS } from '../../lib/model/support/limitations';
import {
  LOG_COLLECTION,
  LOG_COLLECTION_SOURCE,
  LOG_CONDITIONS,
  LOG_TRANSPORT,
} from '../../lib/model/support/log-collection';
import {
  DOCUMENTED_REGIONS,
  DOCUMENTED_REGIONS_SOURCE,
  REGION_RULE,
  REGIONS_WITHOUT_EXTENSIONS,
  REGIONS_WITHOUT_EXTENSIONS_SOURCE,
} from '../../lib/model/support/regions';
import { SUPPORT_SOURCES, type SupportSource, type SupportSourceName } from '../../lib/model/support/support-sources';
import { code, table, withTables } from './markdown';

/** The page docs/support.md. */
export function supportPage(): string {
  return withTables('docs/support.md', {
    calendar: calendarTable(),
    regions: regionTable(),
    distributions: distributionTable(),
    limitations: limitationTable(),
    releases: releaseTable(),
    features: featureTable(),
    sources: sourceTable(),
  });
}

/** The page docs/logs.md. */
export function logsPage(): string {
  const pods = LOG_COLLECTION.map(({ pod, role, logged, condition }) => [
    code(pod),
    role,
    logged,
    LOG_CONDITIONS[condition],
  ]);
  return withTables('docs/logs.md', {
    pods: table(['pod', 'what it does', 'what its logs hold', 'when'], pods),
    transport: transportTable(),
    sources: table(SOURCE_HEAD, [sourceRow(LOG_COLLECTION_SOURCE), sourceRow(LOG_TRANSPORT.source)]),
  });
}

/** The page docs/openshift.md. */
export function openshiftPage(): string {
  const rows = PRIVILEGED_ACCOUNTS.map(({ namespace, name, list, arcOnly }) => [
    code(namespace),
    code(name),
    list,
    arcOnly ? 'with Azure Arc only' : '',
  ]);
  return withTables('docs/openshift.md', { accounts: table(['namespace', 'name', 'list', ''], rows) });
}

function calendarTable(): string {
  return table(
    ['minor', 'generally available', 'end of life', 'long-term support ends', 'source'],
    AKS_KUBERNETES_CALENDAR.map((row) => [
      row.minor,
      row.generallyAvailable,
      row.endOfLife,
      row.longTermSupportEnds,
      AKS_KUBERNETES_CALENDAR_SOURCE,
    ]),
  );
}

function regionTable(): string {
  const names = (rows: typeof DOCUMENTED_REGIONS): string => rows.map(({ displayName }) => displayName).join(', ');
  return table(
    ['regions', 'extension', 'source'],
    [
      [REGION_RULE.statement, 'available', REGION_RULE.source],
      [names(DOCUMENTED_REGIONS), 'available, named one by one', DOCUMENTED_REGIONS_SOURCE],
      [
        `${names(REGIONS_WITHOUT_EXTENSIONS)}, air-gapped clouds of the US government`,
        'not available',
        REGIONS_WITHOUT_EXTENSIONS_SOURCE,
      ],
    ],
  );
}

function distributionTable(): string {
  return table(
    ['distribution or nodes', 'through', 'source'],
    [
      ...DISTRIBUTIONS.map(({ name, through }) => [name, through, DISTRIBUTIONS_SOURCE]),
      [
        `any other that is CNCF-certified, on Linux nodes of architecture ${NODE_ARCHITECTURE}`,
        'Azure Arc',
        NODE_ARCHITECTURE_SOURCE,
      ],
    ],
  );
}

function limitationTable(): string {
  const rows = LIMITATIONS.map(({ topic, statement, source, disputedBy = '' }) => [
    LIMITATION_TOPICS[topic],
    statement,
    source,
    disputedBy,
  ]);
  return table(['about', 'limitation or advice', 'source', 'disputed by'], rows);
}

function releaseTable(): string {
  const rows = Object.entries(EXTENSION_RELEASES).map(([version, { date, content, source }]) => [
    version,
    date,
    content,
    source,
  ]);
  return table(['version', 'date', 'content', 'source'], rows.reverse());
}

function featureTable(): string {
  const features = Object.keys(EXTENSION_FEATURES) as ExtensionFeature[];
  const rows = features.map(featureGate).map(({ feature, summary, since, release }) => {
    return [code(feature), summary, since, release.date];
  });
  return table(['feature', 'what it is', 'since', 'date'], rows);
}

function transportTable(): string {
  const { collector, sidecarsSince, destination, hosts } = LOG_TRANSPORT;
  return table(
    ['what', 'how'],
    [
      ['collector', `${collector}, since release ${sidecarsSince} in sidecars, before in a DaemonSet`],
      ['destination', destination],
      ...hosts.map((host) => ['reached on port 443', code(host)]),
    ],
  );
}

const SOURCE_HEAD = ['name', 'document', 'date of the text'];

function sourceTable(): string {
  return table(SOURCE_HEAD, (Object.keys(SUPPORT_SOURCES) as SupportSourceName[]).map(sourceRow));
}

function sourceRow(name: SupportSourceName): string[] {
  const { document, commit, date }: SupportSource = SUPPORT_SOURCES[name];
  return [name, commit === undefined ? document : `${document}, commit ${commit}`, date];
}
