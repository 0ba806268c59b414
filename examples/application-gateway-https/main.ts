import { App } from 'cdk8s';
import { ApplicationGatewayHttpsChart } from './chart';

const app = new App();
new ApplicationGatewayHttpsChart(app, 'scoring');
app.synth();
