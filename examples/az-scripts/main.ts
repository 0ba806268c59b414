import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { InstanceTypeChart, NamespaceChart } from './chart';
import { down, up } from './scripts';

const app = new App();
new NamespaceChart(app, '1-namespace');
new InstanceTypeChart(app, '2-instance-types');
app.synth();

for (const [name, script] of Object.entries({ 'up.sh': up, 'down.sh': down })) {
  writeFileSync(join(app.outdir, name), script, { mode: 0o755 });
}
