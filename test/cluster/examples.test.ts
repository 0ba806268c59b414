import { applyTwice, ensureNamespaces, removeAll, type Manifest } from '../support/cluster/application';
import { KubeClient } from '../support/cluster/client';
import { CUSTOM_KINDS } from '../support/cluster/crds';
import { definitionOf } from '../support/cluster/crds/schema';
import { kubectl } from '../support/cluster/kubectl';
import { exampleNames, manifestFolders, manifestsIn, withExample } from '../support/cluster/manifests';
import type { KubeObject } from '../support/cluster/objects';

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

  test('is taken by kubectl apply, which finds nothing to change the second time', async () => {
    await withExample(name, async (output) => {
      for (const folder of foldersOf(output)) {
        const manifests = manifestsIn(folder);
        await thenRemoved(manifests, async (objects) => {
          await ensureNamespaces(client, objects);
          expect(kubectl('apply', '--validate=strict', '-f', folder)).toHaveLength(objects.length);
          const again = kubectl('apply', '--validate=strict', '-f', folder);
          expect(again.filter((line) => !line.endsWith(' unchanged'))).toStrictEqual([]);
        });
      }
    });
  });
});

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
