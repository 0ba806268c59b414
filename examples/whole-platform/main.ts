import { AzureMLPlatform } from 'azureml-kubernetes/cdk8s';
import { App } from 'cdk8s';
import { PLATFORM } from './platform';

const app = new App();
new AzureMLPlatform(app, 'ml', PLATFORM);
app.synth();
