import { JobDataVolume } from 'azureml-kubernetes/cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** The NFS sample of the documentation, with its names. */
export class NfsPageChart extends Chart {
  /** The volume, which jobs in the namespace `default` see at `/mnt/nfs`. */
  public readonly volume: JobDataVolume;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.volume = new JobDataVolume(this, 'nfs-pvc', {
      volumeName: 'nfs-pv',
      source: { kind: 'nfs', server: '20.98.110.84', path: '/share/nfs' },
      capacity: '1Gi',
      mountPath: '/mnt/nfs',
    });
  }
}
