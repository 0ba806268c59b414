import { KubeClient } from '../support/cluster/client';
import { CUSTOM_KINDS } from '../support/cluster/crds';
import { definitionOf } from '../support/cluster/crds/schema';
import { violationsOf } from '../support/cluster/crds/violations';

const client = new KubeClient();

describe.each(CUSTOM_KINDS)('the kind $kind of others', (custom) => {
  beforeAll(() => client.establish(definitionOf(custom)));

  test('accepts an object that uses every field', async () => {
    await expect(client.create(custom.sample, { dryRun: true })).resolves.toMatchObject({ kind: custom.kind });
  });

  test.each(violationsOf(custom))('fails $title', async ({ object, message }) => {
    await expect(client.create(object, { dryRun: true })).rejects.toThrow(message);
  });
});
