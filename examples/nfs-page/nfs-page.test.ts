import { Testing } from 'cdk8s';
import { NfsPageChart } from './chart';

const chart = new NfsPageChart(Testing.app(), 'nfs');

/** The two objects as the page shows them. */
const PAGE_VOLUME = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'nfs-pv' },
  spec: {
    capacity: { storage: '1Gi' },
    accessModes: ['ReadWriteMany'],
    persistentVolumeReclaimPolicy: 'Retain',
    storageClassName: '',
    nfs: { path: '/share/nfs', server: '20.98.110.84', readOnly: false },
  },
};
const PAGE_CLAIM = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name: 'nfs-pvc',
    namespace: 'default',
    labels: { 'ml.azure.com/pvc': 'true' },
    annotations: { 'ml.azure.com/mountpath': '/mnt/nfs' },
  },
  spec: {
    storageClassName: '',
    accessModes: ['ReadWriteMany'],
    resources: { requests: { storage: '1Gi' } },
  },
};

describe('the NFS sample of the documentation', () => {
  test('is what the page shows, with both objects naming each other', () => {
    const claimRef = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'default', name: 'nfs-pvc' };
    expect(Testing.synth(chart)).toStrictEqual([
      { ...PAGE_VOLUME, spec: { ...PAGE_VOLUME.spec, claimRef } },
      { ...PAGE_CLAIM, spec: { ...PAGE_CLAIM.spec, volumeName: 'nfs-pv' } },
    ]);
  });

  test('has nothing to warn about', () => {
    expect(chart.volume.diagnostics).toStrictEqual([]);
  });

  test('is written as it was', () => {
    expect(Testing.synth(chart)).toMatchSnapshot();
  });
});
