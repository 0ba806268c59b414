import { applyTwice, ensureNamespaces, removeAll } from '../support/cluster/application';
import { KubeClient } from '../support/cluster/client';
import { CUSTOM_KINDS } from '../support/cluster/crds';
import { definitionOf } from '../support/cluster/crds/schema';
import { kubectl } from '../support/cluster/kubectl';
import { exampleNames, manifestFolders, manifestsIn, withExample } from '../support/cluster/manifests';

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
        await expect(applyTwice(client, manifests)).resolves.toStrictEqual({ differences: [], changes: [] });
        await removeAll(
          client,
          manifests.map(({ object }) => object),
        );
      }
    });
  });

  test('is taken by kubectl apply, which finds nothing to change the second time', async () => {
    await withExample(name, async (output) => {
      for (const folder of foldersOf(output)) {
        const objects = manifestsIn(folder).map(({ object }) => object);
        await ensureNamespaces(client, objects);
        expect(kubectl('apply', '--validate=strict', '-f', folder)).toHaveLength(objects.length);
        const again = kubectl('apply', '--validate=strict', '-f', folder);
        expect(again.filter((line) => !line.endsWith(' unchanged'))).toStrictEqual([]);
        await removeAll(client, objects);
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
