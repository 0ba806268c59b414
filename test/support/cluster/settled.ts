import { isDeepStrictEqual } from 'node:util';
import type { KubeClient } from './client';
import type { KubeObject } from './objects';
import { isVolume, pairsOf, phaseOf, waitUntilBound } from './volumes';

/** Waits until the controllers have written into the objects what they write: nothing changes them after that. */
export async function waitUntilSettled(client: KubeClient, objects: readonly KubeObject[]): Promise<void> {
  const pairs = pairsOf(objects);
  for (const pair of pairs) await waitUntilBound(client, pair);
  for (const volume of objects.filter(isVolume)) {
    if (pairs.some((pair) => pair.volume === volume)) continue;
    await client.waitUntil(volume, 'available', (live) => phaseOf(live) === 'Available');
  }
  for (const claim of objects.filter(({ kind }) => kind === 'PersistentVolumeClaim')) {
    // The server stores a claim anew at the first write after its creation, with nothing in it changed. For a claim that
    // gets a volume, that is when the controller binds it; another one has to be written by whoever waits for this.
    if (!pairs.some((pair) => pair.claim === claim)) await client.apply(claim);
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

function hardOf(part: unknown): unknown {
  return (part as { hard?: unknown } | undefined)?.hard;
}
