import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAzureMLPlatform } from 'azureml-kubernetes';
import { AzureMLPlatform } from 'azureml-kubernetes/cdk8s';
import { App } from 'cdk8s';
import { parse } from 'yaml';

const description = parse(readFileSync(join(__dirname, 'platform.yaml'), 'utf8')) as unknown;
const app = new App();
new AzureMLPlatform(app, 'ml', parseAzureMLPlatform(description, { subject: 'platform.yaml' }));
app.synth();
