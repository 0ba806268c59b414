import { setTimeout } from 'node:timers/promises';
import * as grpc from '@grpc/grpc-js';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb.js';
import * as pulumi from '@pulumi/pulumi';
import { ResourceMonitorClient } from '@pulumi/pulumi/proto/resource_grpc_pb.js';
import { SupportsFeatureRequest } from '@pulumi/pulumi/proto/resource_pb.js';
import { Provider } from '@pulumi/kubernetes/provider.js';
import { AZURE_ANSWERS } from './azure-answers';
import { FakeEngine, type LogEntry, type Registration, type RunOptions } from './fake-engine';

/** How often the engine answers somebody else before a program that asks for nothing is given up, and how fast. */
const ROUND_TRIPS = 50;
const PAUSE_MS = 10;

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
  const announced: string[] = [];
  const ended = toItsEnd(program, announced);
  try {
    await Promise.race([ended, standstill(engine, address)]);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    pulumi.runtime.disconnectSync();
    engine.stop();
  }
  const { resources, logs } = engine;
  refuseUnregistered(announced, resources);
  const named = (name: string): Registration => {
    const found = resources.filter((one) => one.name === name);
    if (found.length === 1 && found[0] !== undefined) return found[0];
    throw new Error(
      `${String(found.length)} resources have the name ${name}: ${resources.map((r) => r.name).join(' ')}`,
    );
  };
  return { resources, logs, engine, named };
}

/** Runs a program until nothing of it is left to do, and notes the names of the resources that it makes. */
async function toItsEnd(program: () => unknown, announced: string[]): Promise<void> {
  try {
    await pulumi.runtime.runInPulumiStack(async () => {
      pulumi.runtime.registerStackTransformation(({ name }) => void announced.push(name));
      await program();
    });
  } finally {
    await pulumi.runtime.disconnect();
  }
}

/**
 * Ends when a program that has not ended does nothing any more: while the engine answers somebody else this often, the
 * program asks for nothing. A program that ends waits for none of it.
 */
async function standstill(engine: FakeEngine, address: string): Promise<void> {
  const client = new ResourceMonitorClient(address, grpc.credentials.createInsecure());
  let quiet = 0;
  while (quiet < ROUND_TRIPS && !engine.stopped) {
    const before = engine.requests;
    await new Promise<void>((done) =>
      client.supportsFeature(new SupportsFeatureRequest(), () => {
        done();
      }),
    );
    quiet = engine.requests === before + 1 ? quiet + 1 : 0;
    await setTimeout(PAUSE_MS, undefined, { ref: false });
  }
  client.close();
}

/** A resource that is not registered waits for something that waits for it; the SDK would end without a word. */
function refuseUnregistered(announced: readonly string[], resources: readonly Registration[]): void {
  const registered = new Set(resources.map(({ name }) => name));
  const waiting = announced.filter((name) => !registered.has(name));
  if (waiting.length > 0) throw new Error(`these resources wait for each other: ${waiting.join(', ')}`);
}

/** Lets resources be made outside of a program: they are registered nowhere. */
export async function withoutEngine(): Promise<void> {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: name, state: inputs as object }),
    call: ({ token, inputs }) => AZURE_ANSWERS.invoke?.(token, inputs as Readonly<Record<string, unknown>>) ?? {},
  });
  // Mocks know nothing of hooks, which are of use only to an engine.
  Object.assign(pulumi.runtime.getMonitor() as object, {
    registerResourceHook: (_: unknown, done: (error: null, response: Empty) => void) => {
      done(null, new Empty());
    },
  });
}

/** A provider of a cluster that does not exist. */
export function clusterProvider(name = 'cluster'): Provider {
  return new Provider(name, { kubeconfig: 'kubeconfig of a test' });
}
