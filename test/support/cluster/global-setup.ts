import { ControlPlane } from './control-plane';
import { giveAccess, givenServer } from './server';

declare global {
  /** Ends what the global setup started. */
  var endClusterTests: (() => Promise<void>) | undefined;
}

/** Starts the control plane for all test files of the run. */
export default async function setUp(): Promise<void> {
  const { controlPlane, access } = await ControlPlane.start(givenServer());
  globalThis.endClusterTests = () => controlPlane.stop();
  giveAccess(access);
}
