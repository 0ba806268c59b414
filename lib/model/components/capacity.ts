import type { ResourceAmounts } from './amounts';
import { addAmounts, fitsInto, multiplyAmounts, subtractAmounts } from './amounts';
import { COMPONENTS, type ComponentName } from './component-table';
import { componentFootprint, type Footprint, type InstalledComponents, type UnknownFootprintRow } from './footprint';
import { placePods, type Pod } from './placement';

/** Equal nodes that admit the pods of the extension. */
export interface NodeGroup {
  readonly name: string;
  readonly nodes: number;
  /** What pods can use of each node. */
  readonly allocatable: ResourceAmounts;
}

/**
 * Whether nodes hold pods: `yes` when a way to place each was found, `no` when there is none, `unproven` when the sums
 * fit and no way was found, which does not mean that there is none.
 */
export type Holds = 'yes' | 'no' | 'unproven';

/** What nodes make of amounts. Other pods are not counted, and they take their share, those of the cluster first. */
export interface CapacityVerdict {
  readonly holds: Holds;
  readonly needed: ResourceAmounts;
  readonly available: ResourceAmounts;
  /** What would be left; negative where it is too little. */
  readonly spare: ResourceAmounts;
  /** The components with a pod that no node can hold, or that do not find as many nodes with room as they need. */
  readonly tooLarge: readonly ComponentName[];
  /** The components with pods for which no place was found. */
  readonly unplaced: readonly ComponentName[];
}

/** What the nodes make of an installation. */
export interface CapacityReport {
  /** By requests, which the scheduler goes by. */
  readonly requests: CapacityVerdict;
  /** By limits: whether all pods can use at once what they may. */
  readonly limits: CapacityVerdict;
  /** Components that come on top, and of which no document says what they take. */
  readonly unknown: readonly UnknownFootprintRow[];
}

/**
 * Whether nodes hold an installation, by the sums and pod by pod: a DaemonSet has a pod on every node, the replicas of
 * azureml-fe run on different nodes, and no pod is larger than its node.
 * @param installed - the features that are on
 * @param groups - the nodes that admit the pods of the extension
 * @throws ValidationError when there are no nodes, or a flag is none
 */
export function componentCapacity(installed: InstalledComponents, groups: readonly NodeGroup[]): CapacityReport {
  const nodes = groups.reduce((sum, group) => sum + group.nodes, 0);
  const footprint = componentFootprint(installed, { nodes });
  return {
    requests: verdict(footprint, 'requests', groups),
    limits: verdict(footprint, 'limits', groups),
    unknown: footprint.unknown,
  };
}

function verdict(footprint: Footprint, which: 'requests' | 'limits', groups: readonly NodeGroup[]): CapacityVerdict {
  const needed = footprint[which];
  const available = addAmounts(groups.map((group) => multiplyAmounts(group.allocatable, group.nodes)));
  const pods = footprint.rows.map(({ component, pods: count, each }): Pod<ComponentName> => {
    const { scaling } = COMPONENTS[component];
    return { name: component, count, amounts: each[which], everyNode: scaling === 'node', apart: scaling === 'router' };
  });
  const nodes = groups.flatMap(({ allocatable, nodes: count }) => Array.from({ length: count }, () => allocatable));
  const { tooLarge, unplaced } = placePods(pods, nodes);
  const impossible = tooLarge.length > 0 || !fitsInto(needed, available);
  return {
    holds: impossible ? 'no' : unplaced.length > 0 ? 'unproven' : 'yes',
    needed,
    available,
    spare: subtractAmounts(available, needed),
    tooLarge,
    unplaced,
  };
}
