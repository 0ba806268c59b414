import * as pulumi from '@pulumi/pulumi';
import { Provider } from '@pulumi/kubernetes/provider.js';
import { FakeEngine, type LogEntry, type Registration, type RunOptions } from './fake-engine';

/** What a program did. */
export interface ProgramRun {
  /** Every resource in the order of registration. */
  readonly resources: readonly Registration[];
  readonly logs: readonly LogEntry[];
  readonly engine: FakeEngine;
  /** The resource of a name. */
  readonly named: (name: string) => Registration;
}

/**
 * Runs a program on an engine of its own; one program at a time. The SDK takes a stack trace for every promise, which is
 * most of the time of a large program; there are none here.
 */
export async function runProgram(program: () => unknown, options: RunOptions = {}): Promise<ProgramRun> {
  const engine = new FakeEngine('project', 'stack', options);
  const address = await engine.start();
  const preview = options.preview ?? false;
  pulumi.runtime.resetOptions(engine.project, engine.stack, 16, address, address, preview, 'organization');
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    await pulumi.runtime.runInPulumiStack(async () => {
      await program();
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    await pulumi.runtime.disconnect();
    engine.stop();
  }
  const { resources, logs } = engine;
  const named = (name: string): Registration => {
    const found = resources.filter((one) => one.name === name);
    if (found.length === 1 && found[0] !== undefined) return found[0];
    throw new Error(
      `${String(found.length)} resources have the name ${name}: ${resources.map((r) => r.name).join(' ')}`,
    );
  };
  return { resources, logs, engine, named };
}

/** Lets resources be made outside of a program: they are registered nowhere. */
export async function withoutEngine(): Promise<void> {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: name, state: inputs as object }),
    call: ({ inputs }) => inputs as object,
  });
}

/** A provider of a cluster that does not exist. */
export function clusterProvider(name = 'cluster'): Provider {
  return new Provider(name, { kubeconfig: 'kubeconfig of a test' });
}
