import { isDeepStrictEqual } from 'node:util';
import type { KubeClient } from './client';
import type { KubeObject } from './objects';
import { givenServer } from './server';
import { isVolume, pairsOf, phaseOf, waitUntilBound } from './volumes';

/** Since 1.37 a condition says of each bound claim whether pods use it; it comes after the binding. */
const NOTES_UNUSED = Number(givenServer().minor.replace('1.', '')) >= 37;

/** Waits until the controllers have written into the objects what they write: nothing changes them after that. */
export async function waitUntilSettled(client: KubeClient, objects: readonly KubeObject[]): Promise<void> {
  const pairs = pairsOf(objects);
  for (const pair of pairs) {
    await waitUntilBound(client, pair);
    if (NOTES_UNUSED) await client.waitUntil(pair.claim, 'noted as unused', isNotedAsUnused);
  }
  for (const volume of objects.filter(isVolume)) {
    if (pairs.some((pair) => pair.volume === volume)) continue;
    await client.waitUntil(volume, 'available', (live) => phaseOf(live) === 'Available');
  }
  for (const quota of objects.filter(({ kind }) => kind === 'ResourceQuota')) {
    await client.waitUntil(quota, 'counted', ({ spec, status }) => isDeepStrictEqual(hardOf(status), hardOf(spec)));
  }
  for (const workload of objects.filter(({ apiVersion }) => apiVersion === 'apps/v1')) {
    await client.waitUntil(workload, 'observed', ({ metadata, status }) => {
      return (status as { observedGeneration?: number } | undefined)?.observedGeneration === metadata['generation'];
    });
  }
}

function isNotedAsUnused({ status }: KubeObject): boolean {
  const { conditions } = (status ?? {}) as { conditions?: readonly { type: string }[] };
  return conditions?.some(({ type }) => type === 'Unused') ?? false;
}

function hardOf(part: unknown): unknown {
  return (part as { hard?: unknown } | undefined)?.hard;
}
