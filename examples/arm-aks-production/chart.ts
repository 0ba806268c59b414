import { ComputeNamespace, JobDataVolume } from 'azureml-kubernetes/cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** The objects in the cluster, applied between the two templates. */
export class JobsChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const { name: namespace } = new ComputeNamespace(this, 'ml-jobs');
    new JobDataVolume(this, 'images', {
      source: {
        kind: 'azureFiles',
        protocol: 'nfs',
        storageAccount: 'mlimages',
        resourceGroup: 'rg-data',
        shareName: 'images',
      },
      capacity: '1Ti',
      mountPath: '/mnt/images',
      namespace,
    });
  }
}
