import type { SupportSourceName } from './support-sources';

/** A minor of Kubernetes, for example `1.36`. */
export type KubernetesMinor = `1.${string}`;

/** When AKS supports a minor; every date is a month, `YYYY-MM`. */
export interface KubernetesCalendarRow {
  readonly minor: KubernetesMinor;
  /** The month in which it becomes generally available. */
  readonly generallyAvailable: string;
  /** The month in which its support ends. */
  readonly endOfLife: string;
  /** The month in which long-term support ends, for clusters that have it. */
  readonly longTermSupportEnds: string;
}

/** The release calendar of AKS, oldest minor first. Whoever knows a newer one passes it to the functions instead. */
export const AKS_KUBERNETES_CALENDAR: readonly KubernetesCalendarRow[] = [
  row('1.32', '2025-04', '2026-03', '2027-03'),
  row('1.33', '2025-06', '2026-07', '2027-07'),
  row('1.34', '2025-11', '2026-11', '2027-11'),
  row('1.35', '2026-03', '2027-03', '2028-03'),
  row('1.36', '2026-06', '2027-06', '2028-06'),
  row('1.37', '2026-10', '2027-10', '2028-10'),
];

/** Where {@link AKS_KUBERNETES_CALENDAR} was read. */
export const AKS_KUBERNETES_CALENDAR_SOURCE = 'aksVersions' satisfies SupportSourceName;

function row(
  minor: KubernetesMinor,
  generallyAvailable: string,
  endOfLife: string,
  longTermSupportEnds: string,
): KubernetesCalendarRow {
  return { minor, generallyAvailable, endOfLife, longTermSupportEnds };
}
