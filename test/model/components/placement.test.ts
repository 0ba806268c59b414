import * as fc from 'fast-check';
import type { ResourceAmounts } from '../../../lib/model/components/amounts';
import { placePods, type Pod } from '../../../lib/model/components/placement';

interface SmallPod {
  readonly name: string;
  readonly cpu: number;
  readonly memory: number;
  readonly apart: boolean;
}

/** Whether any way of placing the pods exists, by trying all. */
function canPlace(pods: readonly SmallPod[], rooms: readonly (readonly [number, number])[]): boolean {
  const tryFrom = (index: number, left: readonly (readonly [number, number])[], where: readonly number[]): boolean => {
    const pod = pods[index];
    if (pod === undefined) return true;
    return left.some(([cpu, memory], node) => {
      const shared =
        pod.apart && pods.slice(0, index).some(({ name }, one) => name === pod.name && where[one] === node);
      if (shared || pod.cpu > cpu || pod.memory > memory) return false;
      const rest = left.map((room, other): readonly [number, number] =>
        other === node ? [cpu - pod.cpu, memory - pod.memory] : room,
      );
      return tryFrom(index + 1, rest, [...where, node]);
    });
  };
  return tryFrom(0, rooms, []);
}

function amounts(cpu: number, memory: number): ResourceAmounts {
  return { millicores: BigInt(cpu), bytes: BigInt(memory) };
}

const size = fc.integer({ min: 1, max: 6 });
const kinds = fc.array(
  fc.record({ cpu: size, memory: size, count: fc.integer({ min: 1, max: 3 }), apart: fc.boolean() }),
  {
    maxLength: 3,
  },
);
const rooms = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), {
  minLength: 1,
  maxLength: 3,
});

describe('placePods', () => {
  test('never says more than is so: compared with every way of placing the pods', () => {
    fc.assert(
      fc.property(kinds, rooms, fc.nat({ max: 2 }), (podKinds, nodes, daemon) => {
        const named = podKinds.map((kind, index) => ({ ...kind, name: `pod-${String(index)}` }));
        const pods: Pod<string>[] = named.map(({ name, count, apart, cpu, memory }) => ({
          name,
          count,
          apart,
          everyNode: false,
          amounts: amounts(cpu, memory),
        }));
        const daemonSet = { name: 'daemon', count: nodes.length, apart: false, everyNode: true };
        const { tooLarge, unplaced } = placePods(
          [...pods, { ...daemonSet, amounts: amounts(daemon, daemon) }],
          nodes.map(([cpu, memory]) => amounts(cpu, memory)),
        );
        const left = nodes.map(([cpu, memory]): readonly [number, number] => [cpu - daemon, memory - daemon]);
        const daemonFits = left.every(([cpu, memory]) => cpu >= 0 && memory >= 0);
        const single = named.flatMap(({ count, ...pod }) => Array.from({ length: count }, () => pod));
        const possible = daemonFits && canPlace(single, left);

        expect(tooLarge.length > 0 && possible).toBe(false);
        expect(tooLarge.length === 0 && unplaced.length === 0 && !possible).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
