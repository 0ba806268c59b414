// Runs a user's project as `pulumi up` does: by the SDK's runner, in a process of its own. Needs tsx, as the engine is that
// of the tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

import { AZURE_ANSWERS } from '../test/support/pulumi/azure-answers.ts';
import { FakeEngine } from '../test/support/pulumi/fake-engine.ts';
import { withUserProject } from './user-project.mjs';

const RUN = createRequire(import.meta.url).resolve('@pulumi/pulumi/cmd/run');
const PROJECT = 'project';

/**
 * Runs the files of some folders.
 * @param programs - the folders
 * @param options - `typeCheck`, which Pulumi does by default, and the configuration
 * @returns what was registered, the errors, and the time from the start of the process until it was over
 */
export async function runUserProgram(programs, { typeCheck, config = {} }) {
  const engine = new FakeEngine(PROJECT, 'stack', AZURE_ANSWERS);
  const address = await engine.start();
  try {
    const environment = { ...process.env, ...environmentOf(typeCheck, config) };
    const milliseconds = await withUserProject(programs, (folder) => run(folder, address, environment));
    const errors = engine.logs.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    return { milliseconds, errors, resources: engine.resources };
  } finally {
    engine.stop();
  }
}

function environmentOf(typeCheck, config) {
  const keys = Object.entries(config).map(([key, value]) => [`${PROJECT}:${key}`, value]);
  return {
    PULUMI_NODEJS_TYPESCRIPT: 'true',
    PULUMI_NODEJS_TRANSPILE_ONLY: String(!typeCheck),
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(keys)),
  };
}

async function run(folder, address, env) {
  const flags = { monitor: address, engine: address, project: PROJECT, stack: 'stack', organization: 'organization' };
  const values = Object.entries({ ...flags, pwd: folder, parallel: '16' });
  const args = [RUN, ...values.flatMap(([name, value]) => [`--${name}`, value]), '.'];
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] });
  await once(child, 'close');
  return performance.now() - start;
}
