import * as pulumi from '@pulumi/pulumi';
import { Provider } from '@pulumi/kubernetes/provider.js';
import { JobDataVolume } from 'azureml-kubernetes/pulumi';
import { unknownOutput } from '../../support/pulumi/unknown-output';

const provider = new Provider('cluster', { kubeconfig: 'kubeconfig of a test' });
new JobDataVolume(
  'images',
  {
    source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
    capacity: '1Ti',
    mountPath: pulumi.output('mnt/images'),
    namespace: unknownOutput(),
  },
  { provider },
);
