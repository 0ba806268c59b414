import { App } from 'cdk8s';
import { NginxHttpsChart } from './chart';

const app = new App();
new NginxHttpsChart(app, 'scoring');
app.synth();
