import { JobDataVolume, ScoringIngress } from 'azureml-kubernetes/cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** A data volume for the jobs of a compute, and the way in to the online endpoints of the cluster. */
export class AzureMLChart extends Chart {
  /** The volume, which jobs see at its mount path. */
  public readonly images: JobDataVolume;
  /** The ingress, whose `spec` knows how scoring URIs are rewritten. */
  public readonly scoring: ScoringIngress;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.images = new JobDataVolume(this, 'images', {
      source: { kind: 'nfs', server: '10.0.0.4', path: '/share/images' },
      capacity: '1Ti',
      mountPath: '/mnt/images',
      namespace: 'ml-jobs',
    });
    this.scoring = new ScoringIngress(this, 'scoring', {
      controller: 'nginx',
      bundledNginx: 'ownClass',
      https: { host: 'ml.contoso.com', secretName: 'scoring-tls' },
    });
  }
}
