import type { KubeClient } from './client';
import { differences } from './meaning';
import { nameOf, type JsonObject, type KubeObject } from './objects';
import { waitUntilSettled } from './settled';
import { phaseOf } from './volumes';

/** An object, and the text that is sent for it. */
export interface Manifest {
  readonly object: KubeObject;
  readonly text: string;
}

/** What became of manifests that were applied twice. */
export interface Application {
  /** What reads back otherwise than it was sent. */
  readonly differences: readonly string[];

  /** What the second time changed. */
  readonly changes: readonly string[];
}

/** Applies the manifests in their order, waits until the controllers are done, and applies them again. */
export async function applyTwice(client: KubeClient, manifests: readonly Manifest[]): Promise<Application> {
  const objects = manifests.map(({ object }) => object);
  await ensureNamespaces(client, objects);
  for (const { object, text } of manifests) await client.apply(object, text);
  await waitUntilSettled(client, objects);
  const first = await readAll(client, objects);
  for (const { object, text } of manifests) await client.apply(object, text);
  const second = await readAll(client, objects);
  return {
    differences: pairUp(objects, first).flatMap(([sent, live]) => differencesOf(sent, live)),
    changes: pairUp(first, second).flatMap(([before, after]) =>
      keptOf(before) === keptOf(after) ? [] : [nameOf(after)],
    ),
  };
}

/** Makes the namespaces that the objects live in and do not bring along. */
export async function ensureNamespaces(client: KubeClient, objects: readonly KubeObject[]): Promise<void> {
  const brought = new Set(objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name));
  const used = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
  for (const name of used) {
    if (!brought.has(name)) await client.ensureNamespace(name);
  }
}

/** Deletes the objects but for namespaces, whose deletion takes seconds. */
export function removeAll(client: KubeClient, objects: readonly KubeObject[]): Promise<void> {
  return client.remove(objects.filter(({ kind }) => kind !== 'Namespace'));
}

function readAll(client: KubeClient, objects: readonly KubeObject[]): Promise<KubeObject[]> {
  return Promise.all(objects.map((object) => client.get(object)));
}

function differencesOf(sent: KubeObject, live: KubeObject): string[] {
  return differences(sent as unknown as JsonObject, live as unknown as JsonObject).map(
    (line) => `${nameOf(sent)}: ${line}`,
  );
}

function pairUp(ones: readonly KubeObject[], others: readonly KubeObject[]): [KubeObject, KubeObject][] {
  return ones.flatMap((one, index) => {
    const other = others[index];
    return other === undefined ? [] : [[one, other]];
  });
}

// The server stores a claim anew, with the same content, at the first write after its creation. For a claim that gets a
// volume that is the controller's write, for one that waits it is our second: so its whole content is compared instead.
function keptOf(object: KubeObject): string {
  const { resourceVersion, managedFields, ...metadata } = object.metadata;
  const waits = object.kind === 'PersistentVolumeClaim' && phaseOf(object) === 'Pending';
  return JSON.stringify(
    waits ? { ...object, metadata: { managedFields, ...metadata } } : { resourceVersion, managedFields },
  );
}
