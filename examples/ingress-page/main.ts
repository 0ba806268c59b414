import { join } from 'node:path';
import { App } from 'cdk8s';
import { PageIngressChart, type PageIngressProps } from './chart';

const outdir = process.env['CDK8S_OUTDIR'] ?? 'manifests/ingress-page';
const https = { host: 'ml.contoso.com', secretName: 'scoring-tls' };

/** Each sample into a folder of its own: all four have the same name, so a cluster gets one of them. */
function synthesize(folder: string, file: string, sample: PageIngressProps): void {
  const app = new App({ outdir: join(outdir, folder), outputFileExtension: '.yaml' });
  new PageIngressChart(app, file, sample);
  app.synth();
}

synthesize('nginx-http', 'ing-azureml-fe', { controller: 'nginx' });
synthesize('nginx-https', 'ing-azureml-fe-tls', { controller: 'nginx', https });
synthesize('application-gateway-http', 'ing-azureml-fe', { controller: 'applicationGateway' });
synthesize('application-gateway-https', 'ing-azureml-fe-tls', { controller: 'applicationGateway', https });
