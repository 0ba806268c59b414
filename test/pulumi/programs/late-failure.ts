import * as pulumi from '@pulumi/pulumi';
import { Provider } from '@pulumi/kubernetes/provider.js';
import { JobDataVolume } from 'azureml-kubernetes/pulumi';

const provider = new Provider('cluster', { kubeconfig: 'kubeconfig of a test' });
new JobDataVolume(
  'images',
  {
    source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
    capacity: '1Ti',
    mountPath: pulumi.output('mnt').apply((path) => `${path}/images`),
    namespace: pulumi.output('ML_jobs'),
  },
  { provider },
);
