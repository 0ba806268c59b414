import { canonicalBytes, canonicalCpu } from '../quantity';
import type { QuotaSpec } from './compute-namespace';

/** How the amount of a quota is written and compared. */
type Measure = 'cpu' | 'bytes' | 'count';

/** One amount of a quota: where the description has it and what Kubernetes calls it. */
interface QuotaResource {
  readonly name: string;
  readonly measure: Measure;
  readonly amount: (quota: QuotaSpec) => string | number | undefined;
}

/** Every amount that a quota can limit. */
const QUOTA_RESOURCES: readonly QuotaResource[] = [
  { name: 'requests.cpu', measure: 'cpu', amount: (quota) => quota.requests?.cpu },
  { name: 'requests.memory', measure: 'bytes', amount: (quota) => quota.requests?.memory },
  { name: 'requests.nvidia.com/gpu', measure: 'count', amount: (quota) => quota.requests?.gpu },
  { name: 'requests.storage', measure: 'bytes', amount: (quota) => quota.requests?.storage },
  { name: 'limits.cpu', measure: 'cpu', amount: (quota) => quota.limits?.cpu },
  { name: 'limits.memory', measure: 'bytes', amount: (quota) => quota.limits?.memory },
  { name: 'pods', measure: 'count', amount: (quota) => quota.pods },
  { name: 'persistentvolumeclaims', measure: 'count', amount: (quota) => quota.persistentVolumeClaims },
];

/**
 * The hard limits of a quota as Kubernetes names and writes them.
 * @param quota - a checked quota
 */
export function quotaHardLimits(quota: QuotaSpec): Readonly<Record<string, string>> {
  return Object.fromEntries(
    QUOTA_RESOURCES.flatMap(({ name, measure, amount }) => {
      const value = amount(quota);
      return value === undefined ? [] : [[name, formatAmount(measure, String(value))]];
    }),
  );
}

function formatAmount(measure: Measure, amount: string): string {
  if (measure === 'cpu') return canonicalCpu(amount);
  return measure === 'bytes' ? canonicalBytes(amount) : amount;
}
