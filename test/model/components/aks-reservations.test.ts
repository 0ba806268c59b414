import * as fc from 'fast-check';
import { aksAllocatable, aksReservation, type AksNode } from '../../../lib/model/components/aks-reservations';
import { nodeGroup } from '../../../lib/model/components/node-groups';
import { VM_SIZES, type VmSizeName } from '../../../lib/model/components/vm-sizes';
import { deferred } from '../../../lib/model/deferred';
import { errorMessage } from '../../support/error-message';

const MI = 1024n * 1024n;
const GI = 1024n * MI;
const OLD = '1.28';

function nodeOf(size: VmSizeName): AksNode {
  const { vCpus, memory } = VM_SIZES[size];
  return { vCpus, memory };
}

function roundedMi(node: AksNode): number {
  return Math.round(Number(aksAllocatable(node).bytes) / Number(MI));
}

describe('aksReservation', () => {
  test('gives the published table of CPU', () => {
    const published = { 1: 60, 2: 100, 4: 140, 8: 180, 16: 260, 32: 420, 64: 740 };
    const reserved = Object.keys(published).map((cores) => [
      cores,
      Number(aksReservation({ vCpus: Number(cores), memory: '8Gi' }).millicores),
    ]);

    expect(Object.fromEntries(reserved)).toStrictEqual(published);
  });

  test('gives the published examples of memory', () => {
    expect(aksReservation({ vCpus: 2, memory: '8Gi', maxPods: 30 }).bytes).toBe((650n + 100n) * MI);
    expect(aksReservation({ vCpus: 2, memory: '4Gi', maxPods: 70 }).bytes).toBe(GI + 100n * MI);
    expect(aksReservation({ vCpus: 2, memory: '7Gi', kubernetesVersion: OLD }).bytes).toBe(
      750n * MI + GI + (3n * GI + 4n) / 5n,
    );
  });

  test.each<[VmSizeName, number, readonly number[]]>([
    ['Standard_DS2_v2', 1900, [6418, 5276, 5276, 4780]],
    ['Standard_DS3_v2', 3860, [13586, 11986, 10652, 11128]],
    ['Standard_DS4_v2', 7820, [27922, 26322, 23522, 24522]],
    ['Standard_DS5_v2', 15740, [56594, 54994, 52194, 51474]],
  ])('leaves of %s what its formula says', (size, millicores, memory) => {
    const node = nodeOf(size);

    expect(Number(aksAllocatable(node).millicores)).toBe(millicores);
    expect([
      roundedMi({ ...node, maxPods: 30 }),
      roundedMi({ ...node, maxPods: 110 }),
      roundedMi({ ...node, maxPods: 250 }),
      roundedMi({ ...node, kubernetesVersion: OLD }),
    ]).toStrictEqual(memory);
  });

  test('is most cautious about what is not given: as many pods as AKS allows', () => {
    const node = nodeOf('Standard_DS3_v2');

    expect(aksReservation(node)).toStrictEqual(aksReservation({ ...node, maxPods: 250, kubernetesVersion: '1.29.0' }));
  });

  test('grows with the node and leaves something of it', () => {
    const cores = fc.integer({ min: 1, max: 512 });
    const mebibytes = fc.integer({ min: 2048, max: 4 * 1024 * 1024 });
    fc.assert(
      fc.property(cores, mebibytes, fc.constantFrom(OLD, '1.36'), (vCpus, mi, kubernetesVersion) => {
        const node = { vCpus, memory: `${String(mi)}Mi`, kubernetesVersion };
        const one = aksReservation(node);
        const larger = aksReservation({ ...node, vCpus: vCpus + 1, memory: `${String(mi + 1)}Mi` });
        const rest = aksAllocatable(node);

        expect(larger.millicores > one.millicores && larger.bytes >= one.bytes).toBe(true);
        expect(rest.millicores > 0n && rest.bytes > 0n).toBe(true);
      }),
    );
  });

  test('fails on what is no node', () => {
    expect(
      errorMessage(() => aksReservation({ vCpus: 0, memory: '7', maxPods: 5, kubernetesVersion: deferred('version') })),
    ).toMatch(/^AKS node has 3 errors:\n.*vCpus: .*\[spec\/number-range\]\n.*maxPods.*\n.*literal-required\]$/);
    expect(errorMessage(() => aksReservation({ vCpus: 2, memory: '7 GB' }))).toMatch(/\[quantity\/syntax\]$/);
  });
});

describe('nodeGroup', () => {
  test('takes what the description says, else what AKS leaves of the size', () => {
    const pool = { name: 'jobs', maxCount: 3 };

    expect(nodeGroup({ ...pool, allocatable: { cpu: '4', memory: '8Gi' }, vmSize: 'Standard_DS2_v2' })).toStrictEqual({
      name: 'jobs',
      nodes: 3,
      allocatable: { millicores: 4000n, bytes: 8n * GI },
    });
    expect(nodeGroup({ ...pool, vmSize: 'standard_ds3_v2' }, { maxPods: 30 })).toStrictEqual({
      name: 'jobs',
      nodes: 3,
      allocatable: { millicores: 3860n, bytes: 13586n * MI },
    });
  });

  test('does not guess a size that is not in the table, and takes more sizes', () => {
    const pool = { name: 'jobs', maxCount: 1, vmSize: 'Standard_NC6' };
    const vmSizes = { Standard_NC6: { vCpus: 6, memory: '56Gi' } } as const;

    expect(nodeGroup(pool)).toBeUndefined();
    expect(nodeGroup({ ...pool, vmSize: deferred('size') })).toBeUndefined();
    expect(nodeGroup({ name: 'jobs', maxCount: 1 })).toBeUndefined();
    expect(nodeGroup(pool, { vmSizes })?.allocatable.millicores).toBe(5840n);
  });
});
