import { JobDataVolume } from 'azureml-kubernetes/pulumi';

new JobDataVolume('images', {
  source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
  capacity: '1Ti',
  mountPath: 'images',
});
