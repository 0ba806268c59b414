// Prints how long the real engine takes, from the start of `pulumi up` with an inline program, until it shows what is wrong
// with an argument, and until it is over. Needs the command line of tools/pulumi on the PATH.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fullyQualifiedStackName, LocalWorkspace, Stack } from '@pulumi/pulumi/automation/index.js';

const folder = mkdtempSync(join(tmpdir(), 'bench-engine-'));
try {
  const stack = await newStack();
  const start = performance.now();
  let printed = '';
  let shown;
  const onOutput = (text) => {
    printed += text;
    if (printed.includes('[storage/mount-path-relative]')) shown ??= performance.now() - start;
  };
  const failed = await stack.up({ color: 'never', onOutput }).then(
    () => false,
    () => true,
  );
  if (!failed || shown === undefined) throw new Error(printed);
  console.log(JSON.stringify({ milliseconds: shown, over: performance.now() - start }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function newStack() {
  const workspace = await LocalWorkspace.create({
    workDir: folder,
    pulumiHome: join(folder, 'home'),
    projectSettings: { name: 'project', runtime: 'nodejs', backend: { url: `file://${folder}` } },
    envVars: { PULUMI_CONFIG_PASSPHRASE: 'of-the-bench', PULUMI_SKIP_UPDATE_CHECK: 'true' },
    program,
  });
  return Stack.create(fullyQualifiedStackName('organization', 'project', 'bench'), workspace);
}

/** Loads the package as the program of a user does, when the engine runs it. */
async function program() {
  const { JobDataVolume } = await import('azureml-kubernetes/pulumi');
  const source = { kind: 'nfs', server: '10.0.0.4', path: '/share/images' };
  new JobDataVolume('images', { source, capacity: '1Ti', mountPath: 'images' });
}
