import { LOG_TRANSPORT } from '../support/log-collection';
import type { SupportSourceName } from '../support/support-sources';

/** When a host has to be reached. */
export const OUTBOUND_CONDITIONS = {
  always: 'always',
  training: 'with enableTraining',
  aks: 'on AKS',
  arc: 'with Azure Arc',
  relay: 'with the relay of the extension',
} as const;

/** A condition of {@link OUTBOUND_CONDITIONS}. */
export type OutboundCondition = keyof typeof OUTBOUND_CONDITIONS;

/** Hosts that have to be reached from the cluster. */
export interface OutboundRow {
  /**
   * The host, in which `<region>`, `<workspace id>`, `<registry>`, `<storage account>`, `<package index>` and
   * `<distribution packages>` stand for names of the user.
   */
  readonly host: string;
  readonly port: number;
  /** Whose names the placeholders stand for: those of the cluster, or of each workspace. */
  readonly scope: 'cluster' | 'workspace';
  readonly condition: OutboundCondition;
  /** What for, in words. */
  readonly purpose: string;
  /**
   * What is lost without it, in words.
   * @default - it is required
   */
  readonly optional?: string;
  readonly source: SupportSourceName;
}

const CLUSTER = { port: 443, scope: 'cluster' } as const;
const LOGS = {
  ...CLUSTER,
  condition: 'always',
  purpose: 'upload of system logs',
  optional: 'may be left out, at the price of help by diagnosis',
  source: LOG_TRANSPORT.source,
} as const;
const AZURE_ML = { port: 443, scope: 'workspace', condition: 'always', source: 'firewall' } as const;
const IMAGES = { ...AZURE_ML, purpose: 'images of workloads' } as const;
const API = { ...AZURE_ML, purpose: 'the interfaces of Azure ML' } as const;
const PACKAGES = { ...CLUSTER, condition: 'training', source: 'firewall' } as const;
const EXTENSIONS = { ...CLUSTER, condition: 'always', source: 'aksEgress' } as const;
const MARKETPLACE = { ...EXTENSIONS, condition: 'aks', purpose: 'images of marketplace extensions' } as const;
const METRICS = { ...EXTENSIONS, condition: 'aks', purpose: 'metrics and usage of the agents of extensions' } as const;
const ARC = { ...CLUSTER, condition: 'arc', source: 'arcEgress' } as const;
const IDENTITY = { ...ARC, purpose: 'certificates of the managed identity' } as const;
const TOKENS = { ...ARC, purpose: 'tokens of Azure Resource Manager' } as const;
const CONNECT = { ...ARC, purpose: 'Cluster Connect', optional: 'for Cluster Connect and custom locations' } as const;
const MARKETPLACE_REGIONS = ['centralindia', 'japaneast', 'westus2', 'westeurope', 'eastus'];

/**
 * Every host that the extension, its platform and workloads have to reach in the public cloud of Azure. What AKS needs
 * for itself is not part of it.
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall
 * @see https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
 */
export const OUTBOUND_HOSTS: readonly OutboundRow[] = [
  ...LOG_TRANSPORT.hosts.map((host): OutboundRow => ({ host, ...LOGS })),
  { host: '<registry>.azurecr.io', ...IMAGES },
  { host: '<registry>.<region>.data.azurecr.io', ...IMAGES },
  { host: '<storage account>.blob.core.windows.net', ...AZURE_ML, purpose: 'scripts, data, models, logs and outputs' },
  { host: '<workspace id>.workspace.<region>.api.azureml.ms', ...API },
  { host: '<region>.experiments.azureml.net', ...API },
  { host: '<region>.api.azureml.ms', ...API },
  {
    host: '<package index>',
    ...PACKAGES,
    purpose: 'Python packages of the environments of training jobs',
  },
  {
    host: '<distribution packages>',
    ...PACKAGES,
    port: 80,
    purpose: 'packages of the Linux distribution in the environments of training jobs',
  },
  {
    host: '<region>.dp.kubernetesconfiguration.azure.com',
    ...EXTENSIONS,
    purpose: 'configuration and status of extensions',
  },
  { host: 'mcr.microsoft.com', ...EXTENSIONS, purpose: 'images of the extension' },
  { host: '*.data.mcr.microsoft.com', ...EXTENSIONS, purpose: 'images of the extension' },
  { host: 'arcmktplaceprod.azurecr.io', ...MARKETPLACE },
  ...MARKETPLACE_REGIONS.map((region): OutboundRow => ({
    host: `arcmktplaceprod.${region}.data.azurecr.io`,
    ...MARKETPLACE,
  })),
  { host: '*.ingestion.msftcloudes.com', ...METRICS },
  { host: '*.microsoftmetrics.com', ...METRICS },
  { host: 'marketplaceapi.microsoft.com', ...METRICS },
  { host: 'management.azure.com', ...ARC, purpose: 'connection and registration of the cluster' },
  { host: 'login.microsoftonline.com', ...TOKENS },
  { host: '<region>.login.microsoft.com', ...TOKENS },
  { host: 'login.windows.net', ...TOKENS },
  { host: 'dl.k8s.io', ...ARC, purpose: 'kubectl while the cluster is connected' },
  { host: 'gbl.his.arc.azure.com', ...IDENTITY },
  { host: '*.his.arc.azure.com', ...IDENTITY },
  { host: 'guestnotificationservice.azure.com', ...CONNECT },
  { host: '*.guestnotificationservice.azure.com', ...CONNECT },
  { host: 'sts.windows.net', ...CONNECT },
  {
    host: '*.servicebus.windows.net',
    ...ARC,
    condition: 'relay',
    purpose: 'Azure Relay, over web sockets',
  },
  { host: '*.servicebus.windows.net', ...CONNECT },
  { host: 'graph.microsoft.com', ...ARC, purpose: 'Azure RBAC', optional: 'for clusters with Azure RBAC' },
  { host: '*.arc.azure.net', ...ARC, purpose: 'the cluster in the portal of Azure' },
  { host: '<region>.obo.arc.azure.com', ...ARC, port: 8084, purpose: 'Cluster Connect', optional: CONNECT.optional },
  { host: 'linuxgeneva-microsoft.azurecr.io', ...ARC, purpose: 'images of the agents of extensions' },
];
