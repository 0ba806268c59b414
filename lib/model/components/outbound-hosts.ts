import { isGuid } from '../azure/guid';
import { lowerCase } from '../deferred';
import { fieldIssues, flag, listOf, literal, object, oneOf, optional, required, type FieldTable } from '../fields';
import { hostName } from '../names';
import { storageAccountName } from '../storage/storage-formats';
import { textFormat } from '../text-format';
import { assertValid } from '../validation-error';
import { OUTBOUND_HOSTS, type OutboundCondition, type OutboundRow } from './outbound-table';

/** A workspace that the cluster serves, and what its workloads use. */
export interface OutboundWorkspace {
  /** The GUID that the workspace has among its properties. */
  readonly workspaceId: string;
  /** The region of the workspace, for example `eastus` or `East US`. */
  readonly location: string;
  /**
   * The names of the container registries with images for workloads, without `.azurecr.io`.
   * @default - none
   */
  readonly containerRegistries?: readonly string[];
  /** The names of the storage accounts with data, models and outputs; that of the workspace is one. */
  readonly storageAccounts: readonly string[];
}

/** What decides which hosts have to be reached. All of it is known before the deployment. */
export interface OutboundOptions {
  /** A cluster of AKS, any other that is connected through Azure Arc, or one that Arc provisioned. */
  readonly cluster: 'aks' | 'arc' | 'provisioned';
  /** The region of the cluster, for example `eastus` or `East US`. */
  readonly location: string;
  /** The workspaces that the cluster serves, at least one. */
  readonly workspaces: readonly OutboundWorkspace[];
  /** @default false */
  readonly enableTraining?: boolean;
  /**
   * Whether Azure ML reaches the cluster through Azure Relay.
   * @default - true with Azure Arc
   */
  readonly relay?: boolean;
  /**
   * The hosts of the index of Python packages that environments of training jobs use.
   * @default - none
   */
  readonly packageIndexHosts?: readonly string[];
  /**
   * The hosts of the packages of the Linux distribution that environments of training jobs use.
   * @default - none
   */
  readonly distributionHosts?: readonly string[];
}

/** A host that has to be reached from the cluster; a wildcard as its first label stands for any name. */
export type OutboundHost = Omit<OutboundRow, 'condition' | 'scope'>;

type PlaceholderNames = Readonly<Record<string, readonly string[]>>;

const PLACEHOLDER = /<([^>]+)>/;

const regionName = textFormat<'RegionName'>({
  noun: 'region',
  code: 'components/region',
  expected: 'the name of a region such as eastus or East US',
  accepts: /^[A-Za-z]+( ?[A-Za-z0-9]+)*$/,
});

const workspaceId = textFormat<'WorkspaceId'>({
  noun: 'workspace id',
  code: 'components/workspace-id',
  expected: 'a GUID',
  accepts: isGuid,
});

const registryName = textFormat<'RegistryName'>({
  noun: 'container registry name',
  code: 'components/registry-name',
  expected: '5 to 50 letters and digits',
  accepts: /^[A-Za-z0-9]{5,50}$/,
});

const WORKSPACE = {
  workspaceId: required(literal(workspaceId)),
  location: required(literal(regionName)),
  containerRegistries: optional(listOf(literal(registryName))),
  storageAccounts: required(listOf(literal(storageAccountName))),
} satisfies FieldTable<OutboundWorkspace>;

const OPTIONS = {
  cluster: required(oneOf(['aks', 'arc', 'provisioned'])),
  location: required(literal(regionName)),
  workspaces: required(listOf(object(WORKSPACE))),
  enableTraining: optional(flag()),
  relay: optional(flag()),
  packageIndexHosts: optional(listOf(literal(hostName))),
  distributionHosts: optional(listOf(literal(hostName))),
} satisfies FieldTable<OutboundOptions>;

/**
 * The hosts that the extension and its workloads have to reach, each once, in the order of the table. What AKS itself
 * needs comes on top.
 * @param options - the cluster, the features that are on, and what the workloads use
 * @throws ValidationError when a name is wrong
 */
export function outboundHosts(options: OutboundOptions): OutboundHost[] {
  assertValid('outbound hosts', fieldIssues(options, OPTIONS, []));
  const hosts = OUTBOUND_HOSTS.filter(({ condition }) => holds(condition, options)).flatMap((row) =>
    namesOf(row.scope, options)
      .flatMap((names) => expand(row.host, names))
      .map((host) => outboundHost(host, row)),
  );
  return hosts.filter((one, index) => hosts.findIndex((other) => isSame(one, other)) === index);
}

function isSame(one: OutboundHost, other: OutboundHost): boolean {
  return one.host === other.host && one.port === other.port;
}

function outboundHost(host: string, { port, purpose, optional: loss, source }: OutboundRow): OutboundHost {
  return { host, port, purpose, ...(loss === undefined ? {} : { optional: loss }), source };
}

/** What the placeholders stand for: once for the cluster, or for each workspace. */
function namesOf(scope: OutboundRow['scope'], options: OutboundOptions): PlaceholderNames[] {
  const { location, workspaces, packageIndexHosts = [], distributionHosts = [] } = options;
  if (scope === 'cluster') {
    return [
      {
        region: [properRegion(location)],
        'package index': packageIndexHosts,
        'distribution packages': distributionHosts,
      },
    ];
  }
  return workspaces.map((workspace) => ({
    region: [properRegion(workspace.location)],
    'workspace id': [lowerCase(workspace.workspaceId)],
    registry: (workspace.containerRegistries ?? []).map(lowerCase),
    'storage account': workspace.storageAccounts,
  }));
}

function properRegion(location: string): string {
  return lowerCase(location).replaceAll(' ', '');
}

/** A host for each name of its placeholders. */
function expand(host: string, names: PlaceholderNames): string[] {
  const [placeholder, name = ''] = PLACEHOLDER.exec(host) ?? [];
  if (placeholder === undefined) return [host];
  return (names[name] ?? []).flatMap((one) =>
    expand(
      host.replace(placeholder, () => one),
      names,
    ),
  );
}

function holds(condition: OutboundCondition, options: OutboundOptions): boolean {
  const { cluster, enableTraining = false, relay = cluster !== 'aks' } = options;
  const conditions = {
    always: true,
    training: enableTraining,
    aks: cluster === 'aks',
    arc: cluster !== 'aks',
    relay,
  } as const satisfies Readonly<Record<OutboundCondition, boolean>>;
  return conditions[condition];
}
