import { App } from 'cdk8s';
import { OpenShiftChart } from './chart';

const app = new App();
new OpenShiftChart(app, 'openshift');
app.synth();
