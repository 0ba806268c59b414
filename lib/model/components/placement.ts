import { fitsInto, isNegative, subtractAmounts, type ResourceAmounts } from './amounts';

/** Equal pods. */
export interface Pod<Name extends string> {
  readonly name: Name;
  readonly count: number;
  /** What each of them takes. */
  readonly amounts: ResourceAmounts;
  /** Whether every node has one of them, as with a DaemonSet. */
  readonly everyNode: boolean;
  /** Whether no two of them share a node. */
  readonly apart: boolean;
}

/** What came of placing pods. */
export interface Placement<Name extends string> {
  /** The pods that cannot all find a node, however the others are placed. */
  readonly tooLarge: readonly Name[];
  /** The pods for which no node was left. Another order might place them. */
  readonly unplaced: readonly Name[];
}

interface Node<Name extends string> {
  room: ResourceAmounts;
  readonly pods: Set<Name>;
}

/**
 * Places pods on nodes: first those of every node, then the others from large to small, each on the node that it fills
 * best. When all find a place, there is a way; when some do not, there may be one nevertheless.
 * @param pods - the pods
 * @param allocatable - what can be used of each node
 */
export function placePods<Name extends string>(
  pods: readonly Pod<Name>[],
  allocatable: readonly ResourceAmounts[],
): Placement<Name> {
  const everywhere = pods.filter(({ everyNode }) => everyNode);
  const nodes = allocatable.map((room): Node<Name> => ({ room: without(room, everywhere), pods: new Set() }));
  const others = pods.filter(({ everyNode }) => !everyNode).sort((one, other) => compareSizes(other, one, allocatable));
  const tooLarge = [
    ...(nodes.some(({ room }) => isNegative(room)) ? everywhere : []),
    ...others.filter((pod) => nodesWithRoom(pod, nodes).length < (pod.apart ? pod.count : 1)),
  ];
  const unplaced = others.filter((pod) => !placeAll(pod, nodes));
  return { tooLarge: namesOf(tooLarge), unplaced: namesOf(unplaced) };
}

function without<Name extends string>(room: ResourceAmounts, pods: readonly Pod<Name>[]): ResourceAmounts {
  return pods.reduce((rest, { amounts }) => subtractAmounts(rest, amounts), room);
}

function nodesWithRoom<Name extends string>(pod: Pod<Name>, nodes: readonly Node<Name>[]): Node<Name>[] {
  return nodes.filter(({ room, pods }) => fitsInto(pod.amounts, room) && !(pod.apart && pods.has(pod.name)));
}

function placeAll<Name extends string>(pod: Pod<Name>, nodes: readonly Node<Name>[]): boolean {
  for (let placed = 0; placed < pod.count; placed += 1) {
    const [first, ...more] = nodesWithRoom(pod, nodes);
    if (first === undefined) return false;
    const fullest = more.reduce((best, node) => (node.room.millicores < best.room.millicores ? node : best), first);
    fullest.room = subtractAmounts(fullest.room, pod.amounts);
    fullest.pods.add(pod.name);
  }
  return true;
}

/** The larger share of the nodes' CPU or memory decides, as in dominant resource fairness. */
function compareSizes<Name extends string>(
  one: Pod<Name>,
  other: Pod<Name>,
  allocatable: readonly ResourceAmounts[],
): number {
  const [first] = allocatable;
  const { millicores = 1n, bytes = 1n } = first ?? {};
  const share = ({ amounts }: Pod<Name>): bigint => {
    const [cpu, memory] = [amounts.millicores * bytes, amounts.bytes * millicores];
    return cpu > memory ? cpu : memory;
  };
  const difference = share(one) - share(other);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function namesOf<Name extends string>(pods: readonly Pod<Name>[]): Name[] {
  return pods.map(({ name }) => name);
}
