import { scoringAddress } from 'azureml-kubernetes';
import { Testing } from 'cdk8s';
import { NginxHttpsChart } from './chart';

const chart = new NginxHttpsChart(Testing.app(), 'scoring');

describe('HTTPS through nginx with a certificate of cert-manager', () => {
  test('asks the issuer for the certificate of the host', () => {
    expect(Testing.synth(chart)).toMatchObject([
      {
        metadata: { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
        spec: { tls: [{ hosts: ['ml.contoso.com'], secretName: 'scoring-tls' }], rules: [{ host: 'ml.contoso.com' }] },
      },
    ]);
  });

  test('lets large payloads and slow models through', () => {
    expect(Testing.synth(chart)).toMatchObject([
      {
        metadata: {
          annotations: {
            'nginx.ingress.kubernetes.io/proxy-body-size': '50m',
            'nginx.ingress.kubernetes.io/proxy-read-timeout': '120',
            'nginx.ingress.kubernetes.io/proxy-send-timeout': '120',
          },
        },
      },
    ]);
  });

  test('is invoked at the host', () => {
    expect(scoringAddress('http://10.0.171.5/api/v1/endpoint/cats/score', chart.ingress.spec)).toBe(
      'https://ml.contoso.com/api/v1/endpoint/cats/score',
    );
  });

  test('has only the retirement of its controller to say', () => {
    expect(chart.ingress.diagnostics.map(({ code }) => code)).toStrictEqual(['ingress/nginx-retired']);
  });

  test('is written as it was', () => {
    expect(Testing.synth(chart)).toMatchSnapshot();
  });
});
