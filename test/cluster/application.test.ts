import { applyTwice, removeAll } from '../support/cluster/application';
import { KubeClient } from '../support/cluster/client';
import { kubectl } from '../support/cluster/kubectl';
import { asManifests } from '../support/cluster/manifests';
import { HANDWRITTEN_PAIR } from '../support/cluster/samples';

const client = new KubeClient();

const map = (value: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'application', namespace: 'default' },
  data: { key: value },
});

describe('applying twice', () => {
  const objects = [HANDWRITTEN_PAIR.volume, HANDWRITTEN_PAIR.claim, map('a')];

  afterEach(() => removeAll(client, objects));

  test('finds nothing in objects that are as they should be', async () => {
    await expect(applyTwice(client, asManifests(objects))).resolves.toStrictEqual({ differences: [], changes: [] });
  });

  test('finds what reads back otherwise, and what does not come to rest', async () => {
    await expect(applyTwice(client, asManifests([map('a'), map('b')]))).resolves.toStrictEqual({
      differences: ['ConfigMap default/application: data.key: sent "a", read "b"'],
      changes: ['ConfigMap default/application', 'ConfigMap default/application'],
    });
  });

  test('finds nothing in a claim that waits for its volume', async () => {
    const claim = asManifests([HANDWRITTEN_PAIR.claim]);
    await expect(applyTwice(client, claim)).resolves.toStrictEqual({ differences: [], changes: [] });
  });

  test('takes the text as it is', async () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: application, namespace: default}\ndata: {key: on}\n';
    await expect(applyTwice(client, [{ object: map('on'), text }])).rejects.toThrow('.data.key: expected string');
  });
});

describe('kubectl', () => {
  test('has the version of the server', () => {
    const [clientLine = '', , serverLine = ''] = kubectl('version');
    expect(clientLine.replace('Client', '')).toBe(serverLine.replace('Server', ''));
  });
});
