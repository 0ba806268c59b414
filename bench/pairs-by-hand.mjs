// The same 1,000 pairs, written as a user without this package writes them.
import { ApiObject } from 'cdk8s';

import { measureSynthesis, PAIRS } from './synthesis.mjs';

measureSynthesis((chart) => {
  for (let index = 0; index < PAIRS; index++) {
    const volume = new ApiObject(chart, `volume-${index}`, persistentVolume(index));
    new ApiObject(chart, `claim-${index}`, claim(index)).addDependency(volume);
  }
});

function persistentVolume(index) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `ml-jobs-images-${index}` },
    spec: {
      accessModes: ['ReadWriteMany'],
      capacity: { storage: '1Ti' },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name: `images-${index}`,
        namespace: 'ml-jobs',
      },
      nfs: { server: '10.0.0.4', path: `/share/images/${index}`, readOnly: false },
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
    },
  };
}

function claim(index) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: `images-${index}`,
      namespace: 'ml-jobs',
      labels: { 'ml.azure.com/pvc': 'true' },
      annotations: { 'ml.azure.com/mountpath': `/mnt/images-${index}` },
    },
    spec: {
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: '1Ti' } },
      storageClassName: '',
      volumeName: `ml-jobs-images-${index}`,
    },
  };
}
