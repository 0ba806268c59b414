import { parseLabelKey, parseLabelValue } from '../names';
import { uncheckedAmlarcTaint } from './amlarc-taint';
import { amlarcTaintName, type ExtensionPodKind } from './amlarc-taints';
import { CRITICAL_ADDONS_ONLY, AKS_SPOT, type NodePoolSpec, type ToleratedBy } from './node-pool';
import { uncheckedNodeIsolation } from './resolve-node-isolation';
import { isHardTaint, type Taint } from './taint';
import { mayEnter, type PlacedTaint } from './taint-set.rules';
import { parseTaint } from './taint-text';

const SPOT_TAINT: Taint = {
  key: parseLabelKey(AKS_SPOT.key),
  value: parseLabelValue(AKS_SPOT.value),
  effect: 'NoSchedule',
};

/** All taints of a well-shaped pool in their order, each with its place in the description. */
export function placedTaints({ isolation, spot = false, taints = [] }: NodePoolSpec): PlacedTaint[] {
  const reserved = isolation === undefined ? [] : uncheckedNodeIsolation(isolation).taints;
  return [
    ...reserved.map((taint) => ({ taint, path: ['isolation'] })),
    ...(spot ? [{ taint: SPOT_TAINT, path: ['spot'] }] : []),
    ...taints.map((taint, index) => ({
      taint: typeof taint === 'string' ? parseTaint(taint) : uncheckedAmlarcTaint(taint),
      path: ['taints', index],
    })),
  ];
}

/** The hard taints that are not amlarc taints: the extension's pods tolerate them only by its settings. */
export function foreignTaints(taints: readonly Taint[]): Taint[] {
  return taints.filter((taint) => isHardTaint(taint) && amlarcTaintName(taint.key) === undefined);
}

/** The kinds of the extension's pods that are to tolerate the foreign taints of a pool, where they may enter it. */
export function toleratingKinds(pool: NodePoolSpec, taints: readonly Taint[]): ExtensionPodKind[] {
  const chosen = KINDS[pool.toleratedBy ?? defaultToleratedBy(pool, taints)];
  return chosen.filter((kind) => mayEnter(kind, taints));
}

const KINDS = {
  all: ['extensionSystem', 'workload'],
  workload: ['workload'],
  extensionSystem: ['extensionSystem'],
  nobody: [],
} as const satisfies Readonly<Record<ToleratedBy, readonly ExtensionPodKind[]>>;

function defaultToleratedBy({ spot = false, gpus = 0 }: NodePoolSpec, taints: readonly Taint[]): ToleratedBy {
  if (taints.some(({ key }) => key === CRITICAL_ADDONS_ONLY)) return 'nobody';
  return spot || gpus > 0 ? 'workload' : 'all';
}
