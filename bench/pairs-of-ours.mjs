// 1,000 job data volumes with our construct.
import { JobDataVolume } from 'azureml-kubernetes/cdk8s';

import { measureSynthesis, PAIRS } from './synthesis.mjs';

measureSynthesis((chart) => {
  for (let index = 0; index < PAIRS; index++) {
    new JobDataVolume(chart, `images-${index}`, {
      source: { kind: 'nfs', server: '10.0.0.4', path: `/share/images/${index}` },
      capacity: '1Ti',
      mountPath: `/mnt/images-${index}`,
      namespace: 'ml-jobs',
    });
  }
});
