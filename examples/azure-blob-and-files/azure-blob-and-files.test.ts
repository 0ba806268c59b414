import { diagnosticsOf } from 'azureml-kubernetes/cdk8s';
import { Testing } from 'cdk8s';
import { AzureBlobAndFilesChart } from './chart';

const app = Testing.app();
const chart = new AzureBlobAndFilesChart(app, 'azure-blob-and-files');

describe('Azure Blob and Files', () => {
  test('reads the datasets through blobfuse2 with an identity', () => {
    expect(Testing.synth(chart)[1]).toMatchObject({
      metadata: { name: 'ml-jobs-datasets' },
      spec: {
        accessModes: ['ReadOnlyMany'],
        mountOptions: ['-o allow_other', '--file-cache-timeout-in-seconds=120', '-o ro'],
        csi: {
          driver: 'blob.csi.azure.com',
          volumeHandle: 'contosoml_datasets_ml-jobs-datasets',
          volumeAttributes: {
            protocol: 'fuse2',
            resourceGroup: 'rg-ml',
            storageAccount: 'contosoml',
            containerName: 'datasets',
            AzureStorageAuthType: 'MSI',
            AzureStorageIdentityClientID: '00000000-0000-0000-0000-000000000000',
          },
        },
      },
    });
  });

  test('writes the results by SMB with the key in a Secret', () => {
    expect(Testing.synth(chart)[3]).toMatchObject({
      metadata: { name: 'ml-jobs-results' },
      spec: {
        accessModes: ['ReadWriteMany'],
        csi: {
          driver: 'file.csi.azure.com',
          volumeHandle: 'contosoml_results_ml-jobs-results',
          nodeStageSecretRef: { name: 'storage-key', namespace: 'ml-jobs' },
        },
      },
    });
  });

  test('has nothing to warn about', () => {
    expect(diagnosticsOf(chart)).toStrictEqual([]);
  });

  test('is written as it was', () => {
    expect(app.synthYaml()).toMatchSnapshot();
  });
});
