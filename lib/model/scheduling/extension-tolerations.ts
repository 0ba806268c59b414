import type { ExtensionPodKind } from './amlarc-taints';
import type { ResolvedNodePool } from './node-pool';
import { foreignTaints } from './node-pool-taints';
import { formatTaint } from './taint';
import { tolerationOf, type EqualToleration, type TolerationSpec } from './toleration';

/** The tolerations that the extension is to give to its pods besides those for amlarc taints. */
export type ExtensionTolerations = Readonly<Record<ExtensionPodKind, readonly EqualToleration[]>>;

/** The lists of the extension's settings that hold tolerations. */
export const TOLERATION_SETTINGS = {
  extensionSystem: 'toleration',
  workload: 'workLoadToleration',
} as const satisfies Readonly<Record<ExtensionPodKind, string>>;

/**
 * What the extension's pods have to tolerate so that they can use the pools, as each pool's `toleratedBy` says: spot
 * taints and all other hard taints that are not amlarc taints.
 * @param pools - all node pools of the cluster
 */
export function extensionTolerations(pools: readonly ResolvedNodePool[]): ExtensionTolerations {
  return { extensionSystem: tolerationsFor('extensionSystem', pools), workload: tolerationsFor('workload', pools) };
}

/**
 * The settings of the extension that give its pods these tolerations, `toleration[i].…` for its own pods and
 * `workLoadToleration[i].…` for workloads.
 * @see https://github.com/microsoft/edge-ai
 */
export function extensionTolerationSettings(
  tolerations: Readonly<Partial<Record<ExtensionPodKind, readonly TolerationSpec[]>>>,
): Readonly<Record<string, string>> {
  const kinds = ['extensionSystem', 'workload'] as const;
  return Object.fromEntries(
    kinds.flatMap((kind) =>
      (tolerations[kind] ?? []).flatMap((one, index) =>
        settingsOf(`${TOLERATION_SETTINGS[kind]}[${String(index)}]`, one),
      ),
    ),
  );
}

function settingsOf(prefix: string, toleration: TolerationSpec): [string, string][] {
  const { key, operator, effect } = toleration;
  const value = toleration.operator === 'Equal' && toleration.value !== '' ? toleration.value : undefined;
  const fields: Readonly<Record<string, string | undefined>> = { key, operator, value, effect };
  return Object.entries(fields).flatMap(([name, text]) => (text === undefined ? [] : [[`${prefix}.${name}`, text]]));
}

/** Each taint once: their texts are literal, so that equal ones are known to be. */
function tolerationsFor(kind: ExtensionPodKind, pools: readonly ResolvedNodePool[]): EqualToleration[] {
  const taints = pools
    .filter(({ tolerating }) => tolerating.includes(kind))
    .flatMap((pool) => foreignTaints(pool.taints));
  return [...new Map(taints.map((taint) => [formatTaint(taint), taint])).values()].map(tolerationOf);
}
