/** How often a condition is looked at, and for how long at most: a server that does not answer is hung, not slow. */
const INTERVAL_MS = 50;
const LIMIT_MS = 60_000;

/**
 * Looks until a value is there, and gives it. What the look throws ends the waiting.
 *
 * @param what - names the condition in the error
 * @param look - gives undefined as long as the condition does not hold
 * @param state - says, for the error, how things stand when the time is over
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined>,
  state: () => Promise<string> = () => Promise.resolve(''),
): Promise<T> {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${String(LIMIT_MS / 1000)} s ${await state()}`.trim());
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
}
