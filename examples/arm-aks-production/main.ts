import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { JobsChart } from './chart';
import { attachJson, extensionJson } from './templates';

const app = new App();
new JobsChart(app, 'jobs');
app.synth();

const folder = join(app.outdir, 'arm');
mkdirSync(folder, { recursive: true });
for (const [name, { template, parameters }] of Object.entries({ extension: extensionJson, attach: attachJson })) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(template, undefined, 2));
  writeFileSync(join(folder, `${name}.parameters.json`), JSON.stringify(parameters, undefined, 2));
}
