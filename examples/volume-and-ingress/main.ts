import { formatIssue } from 'azureml-kubernetes';
import { diagnosticsOf } from 'azureml-kubernetes/cdk8s';
import { App } from 'cdk8s';
import { AzureMLChart } from './chart';

const app = new App();
new AzureMLChart(app, 'azureml');
for (const { place, issue } of diagnosticsOf(app)) console.warn(`warning: ${place}: ${formatIssue(issue)}`);
app.synth();
