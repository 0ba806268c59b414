import { fieldIssues, flag, oneOf, optional, required, wholeNumber, type FieldTable } from '../fields';
import type { Issue } from '../issues';
import { assertValid } from '../validation-error';
import { addAmounts, multiplyAmounts, parseAmounts, type RequestsAndLimits } from './amounts';
import {
  extensionComponent,
  COMPONENT_NAMES,
  type ExtensionComponent,
  type ComponentName,
  type ComponentSwitch,
} from './component-table';

/** The replicas of azureml-fe with `inferenceRouterHA`, each on a node of its own. */
export const ROUTER_REPLICAS = 3;

const MAX_NODES = 1_000_000;
const MAX_DEPLOYMENTS = 100_000;

/** What decides which components run. The defaults are those of the extension, and what the Azure CLI derives. */
export interface InstalledComponents {
  /** A cluster of AKS, any other that is connected through Azure Arc, or one that Arc provisioned. */
  readonly cluster: 'aks' | 'arc' | 'provisioned';
  /** @default false */
  readonly enableTraining?: boolean;
  /** @default false */
  readonly enableInference?: boolean;
  /**
   * Whether azureml-fe has three replicas instead of one.
   * @default - true with three nodes and more
   */
  readonly inferenceRouterHA?: boolean;
  /** @default true */
  readonly installPromOp?: boolean;
  /** @default true */
  readonly installVolcano?: boolean;
  /**
   * Whether the bundled nginx runs, the setting `nginxIngress.enabled`.
   * @default - true on AKS
   */
  readonly nginxIngress?: boolean;
  /**
   * Whether the relay server runs, the setting `relayserver.enabled`.
   * @default - true with Azure Arc
   */
  readonly relay?: boolean;
  /** @default false */
  readonly installDcgmExporter?: boolean;
  /** @default false */
  readonly installNvidiaDevicePlugin?: boolean;
}

/** Where the components run. */
export interface FootprintOptions {
  /** The number of nodes that admit the extension's pods, at least one. */
  readonly nodes: number;
  /**
   * The number of online deployments, each of which gets a sidecar for its identity. The deployments themselves are
   * never counted.
   * @default 0
   */
  readonly identitySidecars?: number;
}

/** A component that runs, and what it takes. */
export interface FootprintRow {
  readonly component: ComponentName;
  readonly pods: number;
  /** What each of its pods takes. */
  readonly each: RequestsAndLimits;
}

/** A component that runs, and of which no document says what it takes. */
export interface UnknownFootprintRow {
  readonly component: ComponentName;
  readonly pods: number;
}

/** What an installation takes of its cluster. */
export interface Footprint extends RequestsAndLimits {
  /** The components with published figures; the sums are theirs. */
  readonly rows: readonly FootprintRow[];
  /** The components without published figures, which come on top of the sums. */
  readonly unknown: readonly UnknownFootprintRow[];
}

const INSTALLED_COMPONENTS = {
  cluster: required(oneOf(['aks', 'arc', 'provisioned'])),
  enableTraining: optional(flag()),
  enableInference: optional(flag()),
  inferenceRouterHA: optional(flag()),
  installPromOp: optional(flag()),
  installVolcano: optional(flag()),
  nginxIngress: optional(flag()),
  relay: optional(flag()),
  installDcgmExporter: optional(flag()),
  installNvidiaDevicePlugin: optional(flag()),
} satisfies FieldTable<InstalledComponents>;

const OPTIONS = {
  nodes: required(wholeNumber(1, MAX_NODES)),
  identitySidecars: optional(wholeNumber(0, MAX_DEPLOYMENTS)),
} satisfies FieldTable<FootprintOptions>;

/**
 * What an installation takes: the sum over the rows of the component table that it runs. What the cluster itself runs
 * and the user's own deployments and jobs come on top, and so do the pods of the health check, which stay for moments.
 * @param installed - the features that are on
 * @param options - the nodes and online deployments
 * @throws ValidationError when a number or flag is none
 * @example
 * const { requests } = componentFootprint({ cluster: 'aks', enableInference: true }, { nodes: 3 });
 * formatAmounts(requests); // { cpu: '3600m', memory: '4240Mi' }
 */
export function componentFootprint(installed: InstalledComponents, options: FootprintOptions): Footprint {
  assertValid('footprint', footprintIssues(installed, options));
  const running = COMPONENT_NAMES.map((name) => extensionComponent(name)).filter((row) => isInstalled(row, installed));
  const counted = running
    .map((row) => ({ row, pods: podCount(row, installed, options) }))
    .filter(({ pods }) => pods > 0);
  const rows = counted.flatMap(({ row, pods }) => footprintRow(row, pods));
  return {
    requests: addAmounts(rows.map(({ each, pods }) => multiplyAmounts(each.requests, pods))),
    limits: addAmounts(rows.map(({ each, pods }) => multiplyAmounts(each.limits, pods))),
    rows,
    unknown: counted.flatMap(({ row, pods }) => (row.figures === 'unpublished' ? [{ component: row.name, pods }] : [])),
  };
}

function footprintIssues(installed: InstalledComponents, options: FootprintOptions): Issue[] {
  return [...fieldIssues(installed, INSTALLED_COMPONENTS, []), ...fieldIssues(options, OPTIONS, [])];
}

function isInstalled({ group, switch: needed }: ExtensionComponent, installed: InstalledComponents): boolean {
  const groups = {
    common: true,
    inference: installed.enableInference ?? false,
    training: installed.enableTraining ?? false,
  };
  return groups[group] && (needed === undefined || isOn(needed, installed));
}

function isOn(needed: ComponentSwitch, installed: InstalledComponents): boolean {
  const defaults: Readonly<Record<ComponentSwitch, boolean>> = {
    installPromOp: true,
    installVolcano: true,
    nginxIngress: installed.cluster === 'aks',
    relay: installed.cluster !== 'aks',
    installDcgmExporter: false,
    installNvidiaDevicePlugin: false,
  };
  return installed[needed] ?? defaults[needed];
}

function podCount({ scaling }: ExtensionComponent, installed: InstalledComponents, options: FootprintOptions): number {
  const { nodes, identitySidecars = 0 } = options;
  const { inferenceRouterHA = nodes >= ROUTER_REPLICAS } = installed;
  const counts = {
    single: 1,
    node: nodes,
    router: inferenceRouterHA ? ROUTER_REPLICAS : 1,
    deployment: identitySidecars,
    hook: 0,
  } as const satisfies Readonly<Record<ExtensionComponent['scaling'], number>>;
  return counts[scaling];
}

function footprintRow({ name, figures }: ExtensionComponent, pods: number): FootprintRow[] {
  if (typeof figures === 'string') return [];
  const each = { requests: parseAmounts(figures.requests), limits: parseAmounts(figures.limits) };
  return [{ component: name, pods, each }];
}
