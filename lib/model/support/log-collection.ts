import { featureGate } from './extension-features';
import type { SupportSourceName } from './support-sources';

/** When a pod that writes logs is there. */
export const LOG_CONDITIONS = {
  always: 'always',
  training: 'enableTraining is set',
  inference: 'enableInference is set',
  arc: 'the cluster is connected through Azure Arc, not AKS',
  hooks: 'during installation, upgrade, rollback and removal, and when helm test is run',
} as const;

/** A condition of {@link LOG_CONDITIONS}. */
export type LogCondition = keyof typeof LOG_CONDITIONS;

/** What is collected of the logs of a pod. */
export interface LogCollectionRow {
  /** What the page calls the pod. */
  readonly pod: string;
  /** What the pod does. */
  readonly role: string;
  /** What its logs hold. */
  readonly logged: string;
  readonly condition: LogCondition;
}

/**
 * The logs of the extension that are collected for Azure, by pod, in the order of the page.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export const LOG_COLLECTION: readonly LogCollectionRow[] = [
  {
    pod: 'amlarc-identity-controller',
    role: 'obtains and renews tokens for Azure Blob and Azure Container Registry by managed identity',
    logged: 'traces of how endpoints get their identity',
    condition: 'inference',
  },
  {
    pod: 'amlarc-identity-proxy',
    role: 'obtains and renews tokens for Azure Blob and Azure Container Registry by managed identity',
    logged: 'traces of how the cluster gets its identity',
    condition: 'inference',
  },
  {
    pod: 'aml-operator',
    role: 'manages the life of training jobs',
    logged: 'the status of the pods of training jobs',
    condition: 'training',
  },
  {
    pod: 'azureml-fe-v2',
    role: 'routes inference requests to deployments',
    logged:
      'each request with its id, start time, response code, error details and latencies; traces of changes of metadata and of its health',
    condition: 'inference',
  },
  {
    pod: 'gateway',
    role: 'exchanges data with the cloud',
    logged: 'traces of the requests that Azure ML sends to the cluster',
    condition: 'always',
  },
  {
    pod: 'healthcheck',
    role: 'checks the cluster for the extension',
    logged: 'the status of what is in namespace azureml, to find out why the extension does not work',
    condition: 'hooks',
  },
  {
    pod: 'inference-operator-controller-manager',
    role: 'manages the life of inference endpoints',
    logged: 'the status of the pods of endpoints and deployments',
    condition: 'inference',
  },
  {
    pod: 'metrics-controller-manager',
    role: 'manages the configuration of Prometheus',
    logged: 'traces of how the CPU and memory utilization of jobs and deployments is uploaded',
    condition: 'always',
  },
  {
    pod: 'relay server',
    role: 'talks to cloud services through Azure Relay',
    logged: 'the requests that come through Azure Relay',
    condition: 'arc',
  },
];

/** Where {@link LOG_COLLECTION} was read. */
export const LOG_COLLECTION_SOURCE = 'page' satisfies SupportSourceName;

/** How the logs leave the cluster. */
export const LOG_TRANSPORT = {
  collector: 'fluent-bit',
  /** Since this release in sidecars of the pods, before in a DaemonSet. */
  sidecarsSince: featureGate('logSidecars').since,
  destination: 'Azure Data Explorer (Kusto)',
  /** What has to be reachable on port 443; whoever blocks it gives up help by diagnosis. */
  hosts: ['*.kusto.windows.net', '*.table.core.windows.net', '*.queue.core.windows.net'],
  source: 'firewall',
} as const satisfies { readonly source: SupportSourceName } & Readonly<Record<string, unknown>>;

/** What decides which pods write logs. */
export interface LogCollectionOptions {
  readonly enableTraining: boolean;
  readonly enableInference: boolean;
  /** Whether the cluster is connected through Azure Arc. */
  readonly arcConnected: boolean;
}

/**
 * What is collected of one installation.
 * @param options - how the extension is installed
 */
export function collectedLogs(options: LogCollectionOptions): LogCollectionRow[] {
  const holds: Readonly<Record<LogCondition, boolean>> = {
    always: true,
    hooks: true,
    training: options.enableTraining,
    inference: options.enableInference,
    arc: options.arcConnected,
  };
  return LOG_COLLECTION.filter(({ condition }) => holds[condition]);
}
