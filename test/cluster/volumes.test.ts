import { ALL_CASES } from '../support/cases';
import { ensureNamespaces, removeAll } from '../support/cluster/application';
import { KubeClient } from '../support/cluster/client';
import { objectsOf } from '../support/cluster/manifests';
import { HANDWRITTEN_PAIR } from '../support/cluster/samples';
import {
  foreignClaim,
  pairsOf,
  phaseOf,
  spareVolume,
  waitUntilBound,
  withoutClaimRef,
} from '../support/cluster/volumes';

const client = new KubeClient();

const PAIRS = [
  { ...HANDWRITTEN_PAIR, title: 'a pair written by hand' },
  ...ALL_CASES.flatMap((manifestCase) =>
    pairsOf(objectsOf(manifestCase)).map((pair) => ({ ...pair, title: manifestCase.title })),
  ),
];

describe.each(PAIRS)('$title: the volume $volume.metadata.name', ({ volume, claim }) => {
  const foreign = foreignClaim(claim);
  const spare = spareVolume(volume);

  beforeEach(() => ensureNamespaces(client, [claim]));

  afterEach(() => removeAll(client, [claim, foreign, volume, spare]));

  test('goes to its own claim, though another one asked for the same before', async () => {
    await client.apply(foreign);
    await client.apply(volume);
    await client.waitUntil(volume, 'available', (live) => phaseOf(live) === 'Available');
    // That the other claim takes the spare volume shows that the controller did look at it while ours was there.
    await client.apply(spare);
    const other = await waitUntilBound(client, { volume: spare, claim: foreign });
    await client.apply(claim);
    const own = await waitUntilBound(client, { volume, claim });
    expect(other).toMatchObject({ spec: { volumeName: 'spare' } });
    expect(own).toMatchObject({ spec: { volumeName: volume.metadata.name } });
  });

  test('goes to the other claim when it has no claimRef', async () => {
    await client.apply(foreign);
    await client.apply(withoutClaimRef(volume));
    const other = await waitUntilBound(client, { volume, claim: foreign });
    expect(other).toMatchObject({ spec: { volumeName: volume.metadata.name } });
  });
});
