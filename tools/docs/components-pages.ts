import { AKS_RESERVATIONS } from '../../lib/model/components/aks-reservations';
import {
  extensionComponent,
  COMPONENT_GROUPS,
  COMPONENT_NAMES,
  COMPONENT_SCALING,
  COMPONENT_SWITCHES,
  RETIRED_COMPONENTS,
  type ExtensionComponent,
} from '../../lib/model/components/component-table';
import { componentFootprint } from '../../lib/model/components/footprint';
import { formatAmounts } from '../../lib/model/components/amounts';
import {
  AKS_SYSTEM_POOL_MINIMUM,
  MINIMUM_REQUIREMENTS,
  MINIMUM_REQUIREMENTS_SOURCE,
  PRODUCTION_NODE_MINIMUM,
  SIZING_PURPOSES,
  type MinimumRequirementRow,
} from '../../lib/model/components/minimum-requirements';
import { OUTBOUND_CONDITIONS, OUTBOUND_HOSTS } from '../../lib/model/components/outbound-table';
import { VM_SIZES, VM_SIZES_SOURCE, type VmSizeRow } from '../../lib/model/components/vm-sizes';
import { code, table, withTables } from './markdown';

/** The page docs/components.md. */
export function componentsPage(): string {
  return withTables('docs/components.md', {
    components: componentTable(),
    retired: retiredTable(),
    minimum: minimumTable(),
    others: otherMinimaTable(),
    sizes: sizeTable(),
    cpu: cpuTable(),
    memory: memoryTable(),
  });
}

/** The page docs/network.md. */
export function networkPage(): string {
  const rows = OUTBOUND_HOSTS.map((row) => [
    code(row.host),
    String(row.port),
    OUTBOUND_CONDITIONS[row.condition],
    row.purpose,
    row.optional ?? '',
    row.source,
  ]);
  return withTables('docs/network.md', {
    hosts: table(['host', 'port', 'when', 'what for', 'optional', 'source'], rows),
  });
}

function componentTable(): string {
  const rows = COMPONENT_NAMES.map((name) => extensionComponent(name)).map((row) => [
    code(row.name),
    row.kind,
    conditionsOf(row).join(', ') || 'always',
    COMPONENT_SCALING[row.scaling],
    ...figuresOf(row),
    [row.objectName, ...row.otherNames]
      .filter((name) => name !== row.name)
      .map(code)
      .join(', '),
    row.source,
  ]);
  return table(
    [
      'component',
      'kind',
      'when',
      'pods',
      'CPU request',
      'CPU limit',
      'memory request',
      'memory limit',
      'other names',
      'source',
    ],
    rows,
  );
}

function conditionsOf({ group, switch: needed }: ExtensionComponent): string[] {
  const ofGroup = group === 'common' ? [] : [COMPONENT_GROUPS[group]];
  return needed === undefined ? ofGroup : [...ofGroup, COMPONENT_SWITCHES[needed]];
}

function figuresOf({ figures }: ExtensionComponent): string[] {
  if (figures === 'userDefined') return Array.from({ length: 4 }, () => 'yours');
  if (figures === 'unpublished') return Array.from({ length: 4 }, () => 'not published');
  return [figures.requests.cpu, figures.limits.cpu, figures.requests.memory, figures.limits.memory];
}

function retiredTable(): string {
  const rows = Object.entries<{ readonly successor?: string }>(RETIRED_COMPONENTS).map(([name, { successor }]) => [
    code(name),
    successor === undefined ? '' : code(successor),
  ]);
  return table(['component', 'now'], rows);
}

function minimumTable(): string {
  return table(
    [
      'for',
      'features',
      'CPU request',
      'CPU limit',
      'memory request',
      'memory limit',
      'nodes',
      'each at least',
      'AKS size',
      'judged by',
      'remark',
      'source',
    ],
    MINIMUM_REQUIREMENTS.map(minimumRow),
  );
}

function minimumRow(row: MinimumRequirementRow): string[] {
  const { purpose, enableInference, enableTraining, nodes, vm } = row;
  const total = componentFootprint({ cluster: 'aks', enableInference, enableTraining }, { nodes });
  const [requests, limits] = [formatAmounts(total.requests), formatAmounts(total.limits)];
  return [
    purpose,
    [...(enableInference ? ['inference'] : []), ...(enableTraining ? ['training'] : [])].join(' and '),
    requests.cpu,
    limits.cpu,
    requests.memory,
    limits.memory,
    String(nodes),
    `${String(vm.vCpus)} vCPUs, ${vm.memory}, ${String(vm.diskIops)} IOPS, ${String(vm.networkMbps)} Mbps`,
    `${code(row.vmSize)} (${row.pageSku})`,
    SIZING_PURPOSES[purpose].judgedBy,
    row.remark ?? '',
    MINIMUM_REQUIREMENTS_SOURCE,
  ];
}

function otherMinimaTable(): string {
  const [production, system] = [PRODUCTION_NODE_MINIMUM, AKS_SYSTEM_POOL_MINIMUM];
  return table(
    ['what', 'at least', 'source'],
    [
      ['each node in production', `${String(production.vCpus)} vCPUs, ${production.memory}`, production.source],
      [
        'the system node pool of AKS',
        `${String(system.nodes)} nodes of ${String(system.vCpus)} vCPUs, ${system.memory}, ${String(system.maxPods)} pods`,
        system.source,
      ],
    ],
  );
}

function sizeTable(): string {
  const rows = Object.entries<VmSizeRow>(VM_SIZES).map(([name, size]) => [
    code(name),
    String(size.vCpus),
    size.memory,
    String(size.diskIops),
    String(size.diskMegabytesPerSecond),
    String(size.networkMbps),
    VM_SIZES_SOURCE,
  ]);
  return table(['size', 'vCPUs', 'memory', 'disk IOPS', 'disk MB/s', 'network Mbps', 'source'], rows);
}

function cpuTable(): string {
  const rows = AKS_RESERVATIONS.cpu.map(({ millicoresPerCore, ...step }) => [
    'upTo' in step ? `up to ${String(step.upTo)}` : 'further',
    `${String(millicoresPerCore)}m`,
    AKS_RESERVATIONS.source,
  ]);
  return table(['cores', 'reserved of each', 'source'], rows);
}

function memoryTable(): string {
  const { memory, memoryBefore, source } = AKS_RESERVATIONS;
  const since = `1.${String(memory.sinceMinor)} and later`;
  const before = `before 1.${String(memory.sinceMinor)}`;
  return table(
    ['Kubernetes', 'kept back', 'source'],
    [
      [since, `${memory.evictionThreshold}, below which pods are evicted`, source],
      [
        since,
        `${memory.perPod} for each pod that the node may run and ${memory.base}, at most ${String(memory.atMostPercent)} % of the memory`,
        source,
      ],
      [before, `${memoryBefore.evictionThreshold}, below which pods are evicted`, source],
      ...memoryBefore.steps.map(({ percent, ...step }) => [
        before,
        `${String(percent)} % of the memory ${'upTo' in step ? `up to ${step.upTo}` : 'above that'}`,
        source,
      ]),
    ],
  );
}
