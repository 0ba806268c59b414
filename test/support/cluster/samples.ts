import type { Pair } from './volumes';

/** A volume and its claim, written by hand: what the harness is tried on without the library. */
export const HANDWRITTEN_PAIR: Pair = {
  volume: {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'handwritten' },
    spec: {
      accessModes: ['ReadWriteMany'],
      capacity: { storage: '1Gi' },
      claimRef: { name: 'handwritten', namespace: 'default' },
      nfs: { server: '10.0.0.4', path: '/share', readOnly: false },
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
    },
  },
  claim: {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'handwritten', namespace: 'default', labels: { 'ml.azure.com/pvc': 'true' } },
    spec: {
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: '1Gi' } },
      storageClassName: '',
      volumeName: 'handwritten',
    },
  },
};
