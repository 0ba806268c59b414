import { diagnosticsOf } from 'azureml-kubernetes/cdk8s';
import { App } from 'cdk8s';
import { AzureBlobAndFilesChart } from './chart';

const app = new App();
new AzureBlobAndFilesChart(app, 'azure-blob-and-files');
for (const { place, issue } of diagnosticsOf(app)) console.warn(`${place}: ${issue.message}; ${issue.fix}`);
app.synth();
