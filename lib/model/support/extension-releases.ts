import type { SupportSourceName } from './support-sources';

/** A release of the extension. */
export interface ExtensionRelease {
  /** The day of the release, `YYYY-MM-DD`. */
  readonly date: string;
  /** What it brought, in own words. */
  readonly content: string;
  /** Where that was read. */
  readonly source: SupportSourceName;
}

/**
 * The documented releases of the extension by version, oldest first. Announced is one every two weeks; the list is shorter.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export const EXTENSION_RELEASES = {
  '1.0.13': page('2021-07-02', 'OpenShift and GKE; clusters with autoscaling; jobs start faster'),
  '1.0.20': page(
    '2021-08-10',
    'K3s; AKS without Azure Arc; AutoML by the Python SDK; attaching by CLI v2; smaller components',
  ),
  '1.0.28': page('2021-08-24', 'instance types in the YAML of jobs; managed identity of computes'),
  '1.0.29': page(
    '2021-09-16',
    'four more regions: West US, Central US, North Central US, Korea Central; why a job waits; jobs end after max_run_duration_seconds; better autoscaling; installation from a registry on premises',
  ),
  '1.0.37': page('2021-10-14', 'persistent volume claims in training jobs'),
  '1.1.5': page(
    '2022-06-15',
    'common runtime; no relay on AKS and no service bus; other security contexts; azureml-fe-v2; Volcano schedules jobs; fixes',
  ),
  '1.1.6': page('2022-06-23', 'fixes'),
  '1.1.9': page('2022-08-29', 'better health check; fixes'),
  '1.1.10': page('2022-09-13', 'fixes'),
  '1.1.16': page(
    '2022-11-29',
    'instance types checked by their definition; tolerations; shorter Service names; core hours of workloads; fixes',
  ),
  '1.1.17': page(
    '2022-12-27',
    'fluent-bit in sidecars; collection of model data; error messages; jobs in cluster mode; fixes',
  ),
  '1.1.19': newer(
    '2023-02-07',
    'error messages of inference; memory limit of 2Gi in the default instance type; health check of pods, quota, Kubernetes and extension version; fixes',
  ),
  '1.1.21': newer('2023-02-14', 'fixes'),
  '1.1.23': newer(
    '2023-03-07',
    'default instance type of 2Gi; router metrics every 15 seconds; resources of the sidecar that collects model data; images; fixes',
  ),
  '1.1.25': newer(
    '2023-03-27',
    'throttled jobs; early failure when SSH cannot be set up; Prometheus scrapes every 30 seconds; error messages; images',
  ),
  '1.1.26': newer('2023-04-18', 'fixes; vulnerabilities'),
  '1.1.28': newer('2023-06-04', 'autoscaling over several node pools; fixes'),
  '1.1.29': newer('2023-07-18', 'errors of the identity operator; fixes'),
  '1.1.34': newer('2023-08-25', 'images; detailed errors of identities; fixes'),
  '1.1.35': newer('2023-10-11', 'images; fixes'),
  '1.1.37': newer('2023-11-01', 'newer envoy'),
  '1.1.39': newer('2023-11-21', 'vulnerabilities; errors; a steadier relay server'),
  '1.1.64': newer('2024-09-26', 'vulnerabilities'),
  '1.1.70': newer('2025-01-20', 'autoscaling with AKS 1.30'),
  '1.1.71': newer('2025-01-28', 'images'),
  '1.1.76': newer('2025-04-06', 'images; nginx controller 1.12.1'),
  '1.1.83': newer('2025-06-30', 'images'),
  '1.1.86': newer('2025-09-03', 'images'),
  '1.1.88': newer('2025-10-08', 'images'),
} as const satisfies Readonly<Record<string, ExtensionRelease>>;

/** The version of a documented release. */
export type ExtensionReleaseVersion = keyof typeof EXTENSION_RELEASES;

function page(date: string, content: string): ExtensionRelease {
  return { date, content, source: 'page' };
}

function newer(date: string, content: string): ExtensionRelease {
  return { date, content, source: 'newerPage' };
}
