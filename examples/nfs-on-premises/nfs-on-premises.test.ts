import { diagnosticsOf } from 'azureml-kubernetes/cdk8s';
import { Testing } from 'cdk8s';
import { NfsOnPremisesChart } from './chart';

const app = Testing.app();
const chart = new NfsOnPremisesChart(app, 'nfs-on-premises');

describe('NFS from an on-premises server', () => {
  test('writes the namespace first, then each volume before its claim', () => {
    const names = (Testing.synth(chart) as { kind: string; metadata: { name: string } }[]).map(
      ({ kind, metadata }) => `${kind} ${metadata.name}`,
    );
    expect(names).toStrictEqual([
      'Namespace ml-jobs',
      'PersistentVolume ml-jobs-datasets',
      'PersistentVolumeClaim datasets',
      'PersistentVolume ml-jobs-results',
      'PersistentVolumeClaim results',
    ]);
  });

  test('mounts the datasets read-only and the results for writing', () => {
    expect(Testing.synth(chart)).toMatchObject([
      {},
      {
        spec: {
          accessModes: ['ReadOnlyMany'],
          mountOptions: ['nfsvers=4.1', 'hard', 'ro'],
          nfs: { server: 'nas.contoso.local', path: '/export/datasets', readOnly: true },
        },
      },
      { metadata: { namespace: 'ml-jobs', annotations: { 'ml.azure.com/mountpath': '/mnt/datasets' } } },
      {
        spec: {
          accessModes: ['ReadWriteMany'],
          mountOptions: ['nfsvers=4.1', 'hard'],
          nfs: { server: 'nas.contoso.local', path: '/export/results', readOnly: false },
        },
      },
      { metadata: { namespace: 'ml-jobs', annotations: { 'ml.azure.com/mountpath': '/mnt/results' } } },
    ]);
  });

  test('has nothing to warn about', () => {
    expect(diagnosticsOf(chart)).toStrictEqual([]);
  });

  test('is written as it was', () => {
    expect(app.synthYaml()).toMatchSnapshot();
  });
});
