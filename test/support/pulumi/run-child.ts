import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

import { FakeEngine, type LogEntry, type Registration, type RunOptions } from './fake-engine';

const ROOT = resolve(__dirname, '../../..');
const RUN = require.resolve('@pulumi/pulumi/cmd/run');

/** What a program did in a process of its own. */
export interface ChildRun {
  readonly code: number | null;
  /** What the program printed by itself; what it logs goes to the engine. */
  readonly output: string;
  readonly resources: readonly Registration[];
  readonly logs: readonly LogEntry[];
}

/**
 * Runs a program of `test/pulumi/programs` as the CLI runs a program: in a process of its own, by the SDK's own runner.
 * A program that fails after its start would end the process of the tests.
 */
export async function runChild(program: string, options: RunOptions = {}): Promise<ChildRun> {
  const engine = new FakeEngine('project', 'stack', options);
  const address = await engine.start();
  const flags = ['--monitor', address, '--engine', address, '--project', 'project', '--stack', 'stack'];
  const place = ['--organization', 'organization', '--pwd', ROOT, '--parallel', '16'];
  const preview = options.preview === true ? ['--dry-run'] : [];
  const file = join('test/pulumi/programs', program);
  try {
    const { code, output } = await finished(['--import', 'tsx', RUN, ...flags, ...place, ...preview, file]);
    return { code, output, resources: engine.resources, logs: engine.logs };
  } finally {
    engine.stop();
  }
}

function finished(args: readonly string[]): Promise<Pick<ChildRun, 'code' | 'output'>> {
  const env = { ...process.env, PULUMI_NODEJS_TYPESCRIPT: 'false' };
  const child = spawn(process.execPath, args, { cwd: ROOT, env });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      done({ code, output });
    });
  });
}
