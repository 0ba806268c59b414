import { App } from 'cdk8s';
import { NfsPageChart } from './chart';

const app = new App();
new NfsPageChart(app, 'nfs');
app.synth();
