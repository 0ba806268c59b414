import { ALL_CASES } from '../support/cases';
import { applyTwice, removeAll } from '../support/cluster/application';
import { KubeClient } from '../support/cluster/client';
import { CUSTOM_KINDS } from '../support/cluster/crds';
import { definitionOf } from '../support/cluster/crds/schema';
import { asManifests, objectsOf } from '../support/cluster/manifests';

const client = new KubeClient();

beforeAll(async () => {
  for (const custom of CUSTOM_KINDS) await client.establish(definitionOf(custom));
});

test('no two cases have one title', () => {
  const titles = ALL_CASES.map(({ title }) => title);
  expect(titles).toStrictEqual([...new Set(titles)]);
});

describe.each(ALL_CASES)('$title', (manifestCase) => {
  afterEach(() => removeAll(client, objectsOf(manifestCase)));

  test('is accepted, reads back as it was sent, and stays as it is when it is applied again', async () => {
    const objects = objectsOf(manifestCase);
    expect(objects).not.toHaveLength(0);
    await expect(applyTwice(client, asManifests(objects))).resolves.toStrictEqual({ differences: [], changes: [] });
  });
});
