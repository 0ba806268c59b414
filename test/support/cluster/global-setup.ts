import type { Config } from 'jest';
import { ControlPlane } from './control-plane';
import { giveAccess, givenServer } from './server';

declare global {
  /** Ends what the global setup started. */
  var endClusterTests: (() => Promise<void>) | undefined;
}

/** Starts a control plane for each worker, for all test files that it runs. */
export default async function setUp({ maxWorkers }: Config): Promise<void> {
  const started = await Promise.all(
    Array.from({ length: Number(maxWorkers) }, () => ControlPlane.start(givenServer())),
  );
  globalThis.endClusterTests = async () => {
    await Promise.all(started.map(({ controlPlane }) => controlPlane.stop()));
  };
  giveAccess(started.map(({ access }) => access));
}
