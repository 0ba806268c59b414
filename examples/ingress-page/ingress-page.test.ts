import { App, Testing } from 'cdk8s';
import { parse } from 'yaml';
import { PageIngressChart, type PageIngressProps } from './chart';

/** The samples of the page, with their placeholders filled in. */
const HTTP = (ingressClassName: string): string => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: azureml-fe
  namespace: azureml
spec:
  ingressClassName: ${ingressClassName}
  rules:
  - http:
      paths:
      - path: /
        backend:
          service:
            name: azureml-fe
            port:
              number: 80
        pathType: Prefix
`;

const HTTPS = (ingressClassName: string): string => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: azureml-fe
  namespace: azureml
spec:
  ingressClassName: ${ingressClassName}
  tls:
  - hosts:
    - ml.contoso.com
    secretName: scoring-tls
  rules:
  - host: ml.contoso.com
    http:
      paths:
      - path: /
        backend:
          service:
            name: azureml-fe
            port:
              number: 80
        pathType: Prefix
`;

const https = { host: 'ml.contoso.com', secretName: 'scoring-tls' };

function synthesize(props: PageIngressProps): unknown {
  return Testing.synth(new PageIngressChart(Testing.app(), 'ing-azureml-fe', props));
}

describe('the samples of the page', () => {
  test.each<[string, string, PageIngressProps]>([
    ['nginx over HTTP', HTTP('nginx'), { controller: 'nginx' }],
    ['nginx over HTTPS', HTTPS('nginx'), { controller: 'nginx', https }],
    ['Application Gateway over HTTP', HTTP('azure-application-gateway'), { controller: 'applicationGateway' }],
    ['Application Gateway over HTTPS', HTTPS('azure-application-gateway'), { controller: 'applicationGateway', https }],
  ])('come out equal: %s', (_name, sample, props) => {
    expect(synthesize(props)).toStrictEqual([parse(sample)]);
  });

  test('are written as they were', () => {
    const app = new App();
    new PageIngressChart(app, 'ing-azureml-fe-tls', { controller: 'nginx', https });

    expect(app.synthYaml()).toMatchSnapshot();
  });
});
