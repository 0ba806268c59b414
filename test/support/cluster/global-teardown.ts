/** Ends the control plane. */
export default async function tearDown(): Promise<void> {
  await globalThis.endClusterTests?.();
}
