import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { createObject } from '../../lib/cdk8s/kubernetes-object';

const VOLUME = { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'images' } };
const CLAIM = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'images', namespace: 'ml' } };

describe('createObject', () => {
  test('writes the manifest as it is', () => {
    const chart = Testing.chart();

    createObject(chart, 'Claim', CLAIM);

    expect(Testing.synth(chart)).toStrictEqual([CLAIM]);
  });

  test('keeps a namespace of the chart off cluster-scoped kinds', () => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'other' });

    createObject(chart, 'PersistentVolume', VOLUME);
    createObject(chart, 'Claim', CLAIM);

    expect(Testing.synth(chart)).toStrictEqual([VOLUME, CLAIM]);
  });

  test('takes the labels of the chart, and its own win', () => {
    const chart = new Chart(Testing.app(), 'test', { labels: { team: 'ml', stage: 'dev' } });

    createObject(chart, 'Claim', { ...CLAIM, metadata: { ...CLAIM.metadata, labels: { stage: 'prod' } } });

    expect(Testing.synth(chart)).toStrictEqual([
      { ...CLAIM, metadata: { ...CLAIM.metadata, labels: { stage: 'prod', team: 'ml' } } },
    ]);
  });

  test('lets the caller patch what no property covers', () => {
    const chart = Testing.chart();

    const object = createObject(chart, 'Claim', CLAIM);
    object.addJsonPatch(JsonPatch.add('/spec', { newField: true }));

    expect(ApiObject.isApiObject(object)).toBe(true);
    expect(Testing.synth(chart)).toStrictEqual([{ ...CLAIM, spec: { newField: true } }]);
  });

  test('leaves the manifest of the renderer alone', () => {
    const manifest = { ...CLAIM, metadata: { ...CLAIM.metadata, labels: {} } };

    createObject(Testing.chart(), 'Claim', manifest).metadata.addLabel('late', 'yes');

    expect(manifest.metadata.labels).toStrictEqual({});
  });
});
