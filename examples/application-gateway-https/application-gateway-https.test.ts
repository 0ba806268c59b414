import { scoringAddress } from 'azureml-kubernetes';
import { Testing } from 'cdk8s';
import { ApplicationGatewayHttpsChart } from './chart';

const chart = new ApplicationGatewayHttpsChart(Testing.app(), 'scoring');

describe('HTTPS through Application Gateway', () => {
  test('uses the certificate of the gateway, and sends HTTP to HTTPS', () => {
    expect(Testing.synth(chart)).toMatchObject([
      {
        metadata: {
          annotations: {
            'appgw.ingress.kubernetes.io/appgw-ssl-certificate': 'scoring',
            'appgw.ingress.kubernetes.io/ssl-redirect': 'true',
          },
        },
        spec: { ingressClassName: 'azure-application-gateway', rules: [{ host: 'ml.contoso.com' }] },
      },
    ]);
  });

  test('waits for slow models, and lets them finish', () => {
    expect(Testing.synth(chart)).toMatchObject([
      {
        metadata: {
          annotations: {
            'appgw.ingress.kubernetes.io/request-timeout': '120',
            'appgw.ingress.kubernetes.io/connection-draining': 'true',
            'appgw.ingress.kubernetes.io/connection-draining-timeout': '120',
          },
        },
      },
    ]);
  });

  test('is invoked at the host, and has nothing to warn about', () => {
    expect(scoringAddress('http://10.0.171.5/api/v1/endpoint/cats/score', chart.ingress.spec)).toBe(
      'https://ml.contoso.com/api/v1/endpoint/cats/score',
    );
    expect(chart.ingress.diagnostics).toStrictEqual([]);
  });

  test('is written as it was', () => {
    expect(Testing.synth(chart)).toMatchSnapshot();
  });
});
