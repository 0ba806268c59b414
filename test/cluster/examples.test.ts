import { applyTwice, ensureNamespaces, removeAll, type Manifest } from '../support/cluster/application';
import { KubeClient } from '../support/cluster/client';
import { CUSTOM_KINDS } from '../support/cluster/crds';
import { definitionOf } from '../support/cluster/crds/schema';
import { kubectl } from '../support/cluster/kubectl';
import { exampleNames, manifestFolders, manifestsIn, withExample } from '../support/cluster/manifests';
import { nameOf, type KubeObject } from '../support/cluster/objects';
import { waitUntilSettled } from '../support/cluster/settled';

const client = new KubeClient();

beforeAll(async () => {
  for (const custom of CUSTOM_KINDS) await client.establish(definitionOf(custom));
});

describe.each(exampleNames())('the example %s', (name) => {
  test('is accepted, reads back as it was sent, and stays as it is when it is applied again', async () => {
    await withExample(name, async (output) => {
      for (const folder of foldersOf(output)) {
        const manifests = manifestsIn(folder);
        expect(manifests).not.toHaveLength(0);
        await thenRemoved(manifests, async () => {
          await expect(applyTwice(client, manifests)).resolves.toStrictEqual({ differences: [], changes: [] });
        });
      }
    });
  });

  test('is taken by kubectl apply, which changes nothing the second time', async () => {
    await withExample(name, async (output) => {
      for (const folder of foldersOf(output)) {
        const manifests = manifestsIn(folder);
        await thenRemoved(manifests, async (objects) => {
          await ensureNamespaces(client, objects);
          expect(kubectl('apply', '--validate=strict', '-f', folder)).toHaveLength(objects.length);
          await waitUntilSettled(client, objects);
          const first = await versionsOf(objects);
          kubectl('apply', '--validate=strict', '-f', folder);
          await expect(versionsOf(objects)).resolves.toStrictEqual(first);
        });
      }
    });
  });
});

/**
 * What the server counts up with every change. kubectl says `configured` also when nothing changed: an empty class or a
 * `readOnly: false` of a persistent volume is sent each time, because the server does not store them.
 */
async function versionsOf(objects: readonly KubeObject[]): Promise<string[]> {
  const live = await Promise.all(objects.map((object) => client.get(object)));
  return live.map((one) => `${nameOf(one)} ${String(one.metadata['resourceVersion'])}`);
}

/** The folders of what an example wrote, at least one. */
function foldersOf(output: string): string[] {
  const folders = manifestFolders(output);
  expect(folders).not.toHaveLength(0);
  return folders;
}

/** Deletes the objects afterwards, also when something failed, so that it fails nothing else. */
async function thenRemoved(
  manifests: readonly Manifest[],
  use: (objects: readonly KubeObject[]) => Promise<void>,
): Promise<void> {
  const objects = manifests.map(({ object }) => object);
  try {
    await use(objects);
  } finally {
    await removeAll(client, objects);
  }
}
