import { ComputeNamespace, JobDataVolume } from 'azureml-kubernetes/cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

const SERVER = 'nas.contoso.local';

/** Datasets that jobs read and results that they write, both on the NFS server of the data centre. */
export class NfsOnPremisesChart extends Chart {
  /** The datasets, read-only. */
  public readonly datasets: JobDataVolume;
  /** The results. */
  public readonly results: JobDataVolume;

  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'ml-jobs' });
    new ComputeNamespace(this, 'ml-jobs');

    this.datasets = new JobDataVolume(this, 'datasets', {
      source: { kind: 'nfs', server: SERVER, path: '/export/datasets' },
      capacity: '20Ti',
      readOnly: true,
      mountOptions: ['nfsvers=4.1', 'hard'],
      mountPath: '/mnt/datasets',
    });
    this.results = new JobDataVolume(this, 'results', {
      source: { kind: 'nfs', server: SERVER, path: '/export/results' },
      capacity: '5Ti',
      mountOptions: ['nfsvers=4.1', 'hard'],
      mountPath: '/mnt/results',
    });
  }
}
