import { ComputeNamespace, JobDataVolume } from 'azureml-kubernetes/cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

const NAMESPACE = 'ml-jobs';
const STORAGE = { storageAccount: 'contosoml', resourceGroup: 'rg-ml' };

/** Datasets in a blob container, read with an identity, and results on a file share, written with a key. */
export class AzureBlobAndFilesChart extends Chart {
  /** The datasets, read-only. */
  public readonly datasets: JobDataVolume;
  /** The results. */
  public readonly results: JobDataVolume;

  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: NAMESPACE });
    new ComputeNamespace(this, NAMESPACE);

    this.datasets = new JobDataVolume(this, 'datasets', {
      source: {
        kind: 'azureBlob',
        protocol: 'fuse2',
        ...STORAGE,
        containerName: 'datasets',
        // The client id of the identity that reads, for example the kubelet's.
        credentials: { kind: 'managedIdentity', clientId: '00000000-0000-0000-0000-000000000000' },
      },
      // Blob storage has no size; the figure only has to be large enough for the claim.
      capacity: '1Pi',
      readOnly: true,
      mountPath: '/mnt/datasets',
    });
    this.results = new JobDataVolume(this, 'results', {
      source: {
        kind: 'azureFiles',
        protocol: 'smb',
        ...STORAGE,
        shareName: 'results',
        credentials: { kind: 'secret', name: 'storage-key', namespace: NAMESPACE },
      },
      capacity: '5Ti',
      mountPath: '/mnt/results',
    });
  }
}
