import { diagnosticsOf } from 'azureml-kubernetes/cdk8s';
import { App } from 'cdk8s';
import { NfsOnPremisesChart } from './chart';

const app = new App();
new NfsOnPremisesChart(app, 'nfs-on-premises');
for (const { place, issue } of diagnosticsOf(app)) console.warn(`${place}: ${issue.message}; ${issue.fix}`);
app.synth();
