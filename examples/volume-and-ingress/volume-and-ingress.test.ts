import { scoringAddress } from 'azureml-kubernetes';
import { diagnosticsOf } from 'azureml-kubernetes/cdk8s';
import { Testing } from 'cdk8s';
import { AzureMLChart } from './chart';

const chart = new AzureMLChart(Testing.app(), 'azureml');

describe('a volume and an ingress', () => {
  test('bind the volume and the claim to each other', () => {
    expect(Testing.synth(chart)).toContainEqual(
      expect.objectContaining({
        kind: 'PersistentVolumeClaim',
        metadata: {
          name: 'images',
          namespace: 'ml-jobs',
          labels: { 'ml.azure.com/pvc': 'true' },
          annotations: { 'ml.azure.com/mountpath': '/mnt/images' },
        },
      }),
    );
    expect(Testing.synth(chart)).toMatchObject([
      { kind: 'PersistentVolume', spec: { claimRef: { namespace: 'ml-jobs', name: 'images' } } },
      { kind: 'PersistentVolumeClaim', spec: { volumeName: 'ml-jobs-images' } },
      { kind: 'Ingress' },
    ]);
  });

  test('end TLS at the ingress', () => {
    expect(chart.scoring.spec.requirements).toMatchObject([
      { setting: 'inferenceRouterServiceType', value: 'ClusterIP' },
      { setting: 'allowInsecureConnections', value: true },
    ]);
    expect(scoringAddress('http://10.0.171.5/api/v1/endpoint/cats/score', chart.scoring.spec)).toBe(
      'https://ml.contoso.com/api/v1/endpoint/cats/score',
    );
  });

  test('have one thing to warn about', () => {
    expect(diagnosticsOf(chart)).toMatchObject([
      { place: 'azureml/scoring', issue: { code: 'ingress/nginx-retired' } },
    ]);
  });

  test('are written as they were', () => {
    expect(Testing.synth(chart)).toMatchSnapshot();
  });
});
